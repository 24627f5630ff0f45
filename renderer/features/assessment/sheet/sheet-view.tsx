import { Button, Select, Tooltip } from 'antd';
import { Fragment, useEffect, useState } from 'react';
import type { PeriodKind, SheetObject } from '#shared/contract/assessment.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import { type ScoreStage, stageNames } from '#shared/rules/assessment/stages.ts';
import type { ObjectScore } from '#shared/rules/scoring/object.ts';
import { useBookVersion } from '../book/use-score-book.ts';
import type { DeductionsByCell } from '../../deductions/index.ts';
import type { ObjectionsByCell } from '../../objections/index.ts';
import type { CellRef } from '../book/score-book.ts';
import { useEvidence } from '../detail/cell-evidence.tsx';
import { useForms } from '../forms/use-forms.ts';
import type { FrameIndex } from '../frame-index.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import { SheetRow } from './sheet-row.tsx';
import { hasEntries, reasonNames, type SheetStage, type SheetStages, shownStages } from './sheet-stages.ts';
import styles from './sheet-view.module.css';
import { pointsText } from '#shared/rules/scoring/points-text.ts';

interface SheetViewProps {
  stages: SheetStages;
  /** The stage whose reasons and result are shown. */
  stage: ScoreStage;
  index: FrameIndex;
  deductions: DeductionsByCell;
  objections: ObjectionsByCell;
  /** Whose sheet is shown first; null: the first one's. */
  firstUid: string | null;
  onOpen: (cell: CellRef) => void;
}

/** One object as on the paper form; Ctrl+PageUp and Ctrl+PageDown go to the next one. */
export function SheetView(props: SheetViewProps) {
  const { stages, stage, index, deductions, objections, firstUid, onOpen } = props;
  useBookVersion(stages.self.book);
  useBookVersion(stages.checked.book);
  useBookVersion(stages.reviewed.book);
  useBookVersion(stages.final.book);
  const { frame, scorer } = stages[stage].book;
  const evidence = useEvidence(frame.uid);
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      frame.objects.findIndex(({ uid }) => uid === firstUid),
    ),
  );
  const object = frame.objects[Math.min(place, frame.objects.length - 1)];

  useEffect(() => {
    const last = frame.objects.length - 1;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || (event.key !== 'PageUp' && event.key !== 'PageDown')) return;
      event.preventDefault();
      setPlace((now) => Math.min(last, Math.max(0, now + (event.key === 'PageDown' ? 1 : -1))));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [frame]);

  if (object === undefined) return null;
  const { decimals } = frame.scheme.settings;
  const score = scorer.score(object.uid);
  const standing = scorer.standing(object.uid);
  const columns = shownStages(stages, object.uid, stage);
  const sumIn = ({ stage: column, book }: SheetStage, pick: (sum: ObjectScore) => number | null): string =>
    column === 'self' && !hasEntries(book, object.uid)
      ? ''
      : decimalText(pick(book.scorer.score(object.uid)), decimals);
  function marksOf(objectUid: string, indicatorUid: string): string {
    const files = evidence.get(cellKey({ objectUid, indicatorUid }))?.fileCount ?? 0;
    const isObjected = objections.isOpenAt(objectUid, indicatorUid);
    return [files > 0 ? `佐证材料 ${files} 份` : '', isObjected ? '申诉待答复' : '']
      .filter((mark) => mark !== '')
      .join('，');
  }

  return (
    <div className={styles.scroll}>
      <div className={styles.paper}>
        <h2 className={styles.title}>{frame.period.title}评分表</h2>
        <div className={styles.head}>
          <span>被考评单位：</span>
          <ObjectPicker objects={frame.objects} place={place} onChoose={setPlace} />
          <span className={styles.time}>
            考评时间：{frame.period.firstDay} 至 {frame.period.lastDay}
          </span>
        </div>
        <table className={styles.table} aria-label={`${object.name}评分表`}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                序号
              </th>
              <th scope="col">考评内容</th>
              <th scope="col" className={styles.max}>
                分值
              </th>
              <th scope="col">评分标准</th>
              <th scope="col" className={styles.method}>
                考评方式
              </th>
              {columns.map((column) => (
                <th
                  key={column.stage}
                  scope="col"
                  className={styles.entry}
                  data-current={column.stage === stage}
                >
                  {stageNames[column.stage]}
                </th>
              ))}
              <th scope="col" className={styles.reason}>
                {reasonNames[stage]}
              </th>
            </tr>
          </thead>
          <tbody key={object.uid}>
            {frame.scheme.categories.map((category, categoryPlace) => (
              <Fragment key={category.uid}>
                <tr className={styles.category}>
                  <th colSpan={5} scope="rowgroup">
                    {category.name}({category.bonus ? '加分，最多' : ''}
                    {pointsText(category.maxPoints)}分)
                  </th>
                  {columns.map((column, columnPlace) => (
                    <td key={column.stage} colSpan={columnPlace === columns.length - 1 ? 2 : 1}>
                      {sumIn(column, ({ categories }) => categories[categoryPlace]?.points ?? 0)}
                    </td>
                  ))}
                </tr>
                {frame.scheme.indicators
                  .filter(({ categoryUid }) => categoryUid === category.uid)
                  .map((indicator) => (
                    <SheetRow
                      key={indicator.uid}
                      object={object}
                      indicator={indicator}
                      columns={columns}
                      current={stages[stage]}
                      index={index}
                      deductions={deductions.at(object.uid, indicator.uid)}
                      marks={marksOf(object.uid, indicator.uid)}
                      onOpen={onOpen}
                    />
                  ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th colSpan={5} scope="row">
                考核总分
              </th>
              {columns.map((column) => (
                <td key={column.stage} {...(column.stage === stage ? { className: styles.total } : {})}>
                  {sumIn(column, ({ totalPoints }) => totalPoints)}
                </td>
              ))}
              <td>
                {standing.grade?.name ?? ''}
                {standing.rank === null ? '' : `，第${standing.rank}名`}
                {score.empty > 0 ? `(未评${score.empty}项)` : ''}
              </td>
            </tr>
          </tfoot>
        </table>
        <SignatureLine kind={frame.period.kind} />
      </div>
    </div>
  );
}

/** Who signs below, as in the workbook by the form that was taken last. */
function SignatureLine({ kind }: { kind: PeriodKind }) {
  const { data } = useForms(kind);
  const names = (data?.[0]?.form.signatures ?? []).filter((name) => name.trim() !== '');
  return (
    <ul className={styles.signatures} aria-label="签名栏">
      {names.map((name) => (
        <li key={name}>{name}：</li>
      ))}
    </ul>
  );
}

interface ObjectPickerProps {
  objects: readonly SheetObject[];
  place: number;
  onChoose: (place: number) => void;
}

function ObjectPicker({ objects, place, onChoose }: ObjectPickerProps) {
  return (
    <>
      <Tooltip title="上一个(Ctrl+PageUp)">
        <Button aria-label="上一个单位" disabled={place === 0} onClick={() => onChoose(place - 1)}>
          ‹
        </Button>
      </Tooltip>
      <Select<number, { value: number; label: string; initials: string }>
        showSearch
        aria-label="选择单位"
        className={styles.picker ?? ''}
        value={place}
        onChange={onChoose}
        options={objects.map(({ name, initials }, index) => ({ value: index, label: name, initials }))}
        filterOption={(typed, option) =>
          option !== undefined &&
          (option.label.includes(typed) || option.initials.includes(typed.trim().toLowerCase()))
        }
      />
      <Tooltip title="下一个(Ctrl+PageDown)">
        <Button
          aria-label="下一个单位"
          disabled={place === objects.length - 1}
          onClick={() => onChoose(place + 1)}
        >
          ›
        </Button>
      </Tooltip>
    </>
  );
}
