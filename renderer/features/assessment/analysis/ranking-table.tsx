import { Link } from 'wouter';
import type {
  AnalysedObject,
  EarlierGroup,
  EarlierStanding,
  GroupAnalysis,
} from '#shared/contract/analysis.ts';
import { movementText } from '#shared/rules/assessment/analysis/movement.ts';
import { decimalText, pointsText } from '#shared/rules/scoring/points-text.ts';
import type { CellRef } from '../book/score-book.ts';
import styles from './analysis.module.css';
import { FigureButton } from './figure-button.tsx';

const SHOWN_LOSSES = 3;

export interface AnalysisLinks {
  onProfile: (objectUid: string) => void;
  onSheet: (objectUid: string) => void;
  onIndicator: (indicatorUid: string) => void;
  onCell: (cell: CellRef) => void;
}

/** Rank, total and grade of each object, where it lost points, and how it moved. */
export function RankingTable({ analysis, links }: { analysis: GroupAnalysis; links: AnalysisLinks }) {
  const { categories, objects, previous, lastYear } = analysis;
  const notes = comparisonNotes(analysis);
  return (
    <>
      <div className={styles.wide}>
        <table className={styles.table} aria-label="名次和失分">
          <thead>
            <tr>
              <th scope="col">名次</th>
              <th scope="col" className={styles.name}>
                单位
              </th>
              <th scope="col">总分</th>
              <th scope="col">等次</th>
              {previous !== null && (
                <th scope="col" title={previous.periodTitle}>
                  比上期
                </th>
              )}
              {lastYear !== null && (
                <th scope="col" title={lastYear.periodTitle}>
                  比去年同期
                </th>
              )}
              <th scope="col">失分</th>
              {categories.map(({ uid, name }) => (
                <th key={uid} scope="col" className={styles.category} title={`${name}失分`}>
                  {name}
                </th>
              ))}
              <th scope="col" className={styles.losses}>
                失分最多的指标
              </th>
            </tr>
          </thead>
          <tbody>
            {objects.map((object) => (
              <Row key={object.objectUid} object={object} analysis={analysis} links={links} />
            ))}
          </tbody>
        </table>
      </div>
      {notes.map((note) => (
        <p key={note} className={styles.hint}>
          {note}
        </p>
      ))}
    </>
  );
}

interface RowProps {
  object: AnalysedObject;
  analysis: GroupAnalysis;
  links: AnalysisLinks;
}

function Row({ object, analysis, links }: RowProps) {
  const { objectUid, name, rank, total, grade, lost, byCategory, complete } = object;
  const { decimals, categories, previous, lastYear } = analysis;
  const openSheet = (): void => links.onSheet(objectUid);
  return (
    <tr data-complete={complete}>
      <td>{rank ?? '—'}</td>
      <th scope="row">
        <FigureButton label={`${name}：历年情况`} onOpen={() => links.onProfile(objectUid)}>
          {name}
        </FigureButton>
      </th>
      <td>
        <FigureButton label={`${name}：打开评分表`} onOpen={openSheet}>
          {decimalText(total, decimals)}
        </FigureButton>
      </td>
      <td>{grade}</td>
      {previous !== null && (
        <td>
          <Moved object={object} which="previous" analysis={analysis} group={previous} />
        </td>
      )}
      {lastYear !== null && (
        <td>
          <Moved object={object} which="lastYear" analysis={analysis} group={lastYear} />
        </td>
      )}
      <td>{decimalText(lost, decimals)}</td>
      {categories.map(({ uid, name: category }, place) => {
        const points = byCategory[place] ?? 0;
        return (
          <td key={uid}>
            {points === 0 ? (
              <span className={styles.none}>0</span>
            ) : (
              <FigureButton label={`${name} ${category}：打开评分表`} onOpen={openSheet}>
                {decimalText(points, decimals)}
              </FigureButton>
            )}
          </td>
        );
      })}
      <td className={styles.losses}>
        <Losses object={object} analysis={analysis} onCell={links.onCell} />
      </td>
    </tr>
  );
}

interface MovedProps {
  object: AnalysedObject;
  which: 'previous' | 'lastYear';
  analysis: GroupAnalysis;
  group: EarlierGroup;
}

/** The change, which opens the sheet that it is compared with. */
function Moved({ object, which, analysis, group }: MovedProps) {
  const { fullPoints, decimals } = analysis;
  const before = object[which];
  const text = movementText(object, before, { sameFull: group.fullPoints === fullPoints, decimals });
  if (before === null) return <span className={styles.none}>{text}</span>;
  return (
    <Link href={sheetLink(group, before)} title={`${group.periodTitle}：${standingWords(before, decimals)}`}>
      {text}
    </Link>
  );
}

function sheetLink(
  { periodUid, groupUid }: Pick<EarlierGroup, 'periodUid' | 'groupUid'>,
  { objectUid }: Pick<EarlierStanding, 'objectUid'>,
): string {
  return `/assessment/${periodUid}?group=${groupUid}&object=${objectUid}`;
}

function standingWords({ total, rank, grade }: EarlierStanding, decimals: number): string {
  return `${decimalText(total, decimals)}分，第${rank ?? '—'}名，${grade}`;
}

function Losses({ object, analysis, onCell }: Omit<RowProps, 'links'> & { onCell: AnalysisLinks['onCell'] }) {
  const { objectUid, cells } = object;
  const worst = analysis.indicators
    .map((indicator, place) => ({ indicator, lost: cells[place] }))
    .filter((loss): loss is { indicator: (typeof analysis.indicators)[number]; lost: number } =>
      typeof loss.lost === 'number' ? loss.lost > 0 : false,
    )
    .toSorted((left, right) => right.lost - left.lost)
    .slice(0, SHOWN_LOSSES);
  return worst.map(({ indicator, lost }) => (
    <FigureButton
      key={indicator.uid}
      label={`${object.name} ${indicator.number} ${indicator.content}：打开这一项`}
      onOpen={() => onCell({ objectUid, indicatorUid: indicator.uid })}
    >
      {indicator.number === '' ? indicator.content.slice(0, 6) : indicator.number} −{pointsText(lost)}
    </FigureButton>
  ));
}

/** Why only ranks are compared, where it is so. */
function comparisonNotes({ fullPoints, previous, lastYear }: GroupAnalysis): string[] {
  const isOther = (group: EarlierGroup | null): group is EarlierGroup =>
    group !== null && group.fullPoints !== fullPoints;
  return [previous, lastYear]
    .filter(isOther)
    .map(
      (group) =>
        `“${group.periodTitle}”满分 ${pointsText(group.fullPoints)} 分，本期 ${pointsText(fullPoints)} 分，只比较名次。`,
    );
}
