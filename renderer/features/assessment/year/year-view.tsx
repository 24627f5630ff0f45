import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import type { YearGroup, YearPart, YearResult, YearRow } from '#shared/contract/year.ts';
import { namesByGrade } from '#shared/rules/assessment/result-rows.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { percentText } from '#shared/rules/scoring/year.ts';
import { api } from '#renderer/app/client.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import type { ScoreBook } from '../book/score-book.ts';
import { periodTables } from '../list/periods-page.tsx';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import { GradeNames, ResultsView } from '../results/results-view.tsx';
import table from '../results/results-view.module.css';
import styles from './year.module.css';

const tables: readonly string[] = [...periodTables, 'year_part', 'year_setting', 'indicator'];

/** Results of a group: of its own scores, or of a year that is made of parts. */
export function GroupResults({ period, book }: { period: PeriodDetail; book: ScoreBook }): ReactNode {
  return period.kind === 'year' ? <YearResults period={period} book={book} /> : <ResultsView book={book} />;
}

function YearResults({ period, book }: { period: PeriodDetail; book: ScoreBook }): ReactNode {
  const results = useQuery(
    api.year.results.queryOptions({ input: { periodUid: period.uid }, meta: { tables } }),
  );
  return (
    <QueryView query={results}>
      {(year) => {
        const group = year?.groups.find(({ groupUid }) => groupUid === book.frame.uid);
        return year === null || group === undefined ? (
          <ResultsView book={book} />
        ) : (
          <YearTable year={year} group={group} />
        );
      }}
    </QueryView>
  );
}

/** The parts of a year beside its total, in rank order. */
function YearTable({ year, group }: { year: YearResult; group: YearGroup }): ReactNode {
  const { parts, settings } = year;
  const { rows, decimals, convertTo } = group;
  const points = (value: number | null): string => decimalText(value, decimals);
  const hasBonus = settings.bonus !== 'none' && rows.some(({ bonus }) => bonus !== 0);
  const hasVeto = rows.some(({ veto }) => veto !== null);
  const open = parts.filter(({ status }) => status === 'open').map(({ label }) => label);
  const incomplete = rows.filter(({ complete }) => !complete).length;
  return (
    <div className={table.scroll}>
      {open.length > 0 && <p className={table.notice}>{open.join('、')}还没有定稿，年度成绩是暂时的。</p>}
      {incomplete > 0 && (
        <p className={table.notice}>{incomplete} 个单位还没有评完，名次和等次是暂时的，用灰色显示。</p>
      )}
      <table className={table.table} aria-label={`${group.groupName}年度成绩`}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              名次
            </th>
            <th scope="col" rowSpan={2} className={table.name}>
              单位
            </th>
            {named(parts).map(({ name, own }) => (
              <th key={own[0]?.label} scope="colgroup" colSpan={own.length} className={table.center}>
                {name === ''
                  ? ''
                  : `${name} ${percentText(own.reduce((sum, { weight }) => sum + weight, 0))}`}
              </th>
            ))}
            {hasBonus && <th rowSpan={2}>加分</th>}
            {hasVeto && <th rowSpan={2}>否决扣分</th>}
            <th scope="col" rowSpan={2}>
              总分
            </th>
            {convertTo !== null && (
              <th scope="col" rowSpan={2}>
                折算分
                <br />
                <span className={styles.weightText}>{pointsText(convertTo)}分</span>
              </th>
            )}
            <th scope="col" rowSpan={2}>
              等次
            </th>
            <th scope="col" rowSpan={2} className={table.remark}>
              备注
            </th>
          </tr>
          <tr>
            {named(parts).flatMap(({ own }) =>
              own.map(({ label, weight }) => (
                <th key={label} scope="col" className={table.number}>
                  {label}
                  <br />
                  <span className={styles.weightText}>×{percentText(weight)}</span>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.objectUid} data-complete={row.complete}>
              <td className={table.center}>{row.rank ?? '—'}</td>
              <th scope="row">{row.name}</th>
              {inOrder(parts, row).map(({ label, value }) => (
                <td key={label} className={table.points}>
                  {points(value)}
                </td>
              ))}
              {hasBonus && <td className={table.points}>{points(row.bonus)}</td>}
              {hasVeto && <td className={table.points}>{row.veto === null ? '' : points(-row.veto)}</td>}
              <td className={table.total}>{points(row.total)}</td>
              {convertTo !== null && <td className={table.points}>{points(row.converted)}</td>}
              <td className={table.center}>{row.grade}</td>
              <td>{row.remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{wayText(year)}</p>
      <GradeNames
        lists={namesByGrade(
          rows,
          group.grades.map((name) => ({ name })),
        )}
      />
    </div>
  );
}

/** Parts of one name side by side, in the order of their first. */
function named(parts: readonly YearPart[]): { name: string; own: YearPart[] }[] {
  const groups = Map.groupBy(parts, ({ name, label }) => (name === '' ? label : name));
  return [...groups.values()].map((own) => ({ name: own[0]?.name ?? '', own }));
}

function inOrder(parts: readonly YearPart[], row: YearRow): { label: string; value: number | null }[] {
  return named(parts).flatMap(({ own }) =>
    own.map((part) => ({ label: part.label, value: row.parts[parts.indexOf(part)] ?? null })),
  );
}

/** How the parts became one, in a sentence below the table. */
function wayText({ settings }: YearResult): string {
  const bonus = { weighted: '加分按权重计入', apart: '加分全额另加', none: '加分不计入' }[settings.bonus];
  const missing = { open: '缺一部分的不算总分', rescale: '缺一部分的按其余部分折算' }[settings.missing];
  const veto = { year: '一票否决全年有效，几项同时发生的从严', part: '一票否决只影响那一部分' }[
    settings.veto
  ];
  const source = settings.source === '' ? '' : `(依据：${settings.source})`;
  return `各部分为折到年度满分的得分，不含加分；${bonus}；${missing}；${veto}${source}。`;
}
