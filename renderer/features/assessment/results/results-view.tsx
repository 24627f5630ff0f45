import type { ReactNode } from 'react';
import { namesByGrade, resultRows } from '#shared/rules/assessment/result-rows.ts';
import type { ScoreBook } from '../book/score-book.ts';
import { useBookVersion } from '../book/use-score-book.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import styles from './results-view.module.css';

/** Results of one group in rank order, and the names by grade as a notice lists them. */
export function ResultsView({ book }: { book: ScoreBook }): ReactNode {
  useBookVersion(book);
  const { frame, scorer } = book;
  const { categories, settings } = frame.scheme;
  const rows = resultRows(frame, scorer);
  const points = (value: number | null): string => decimalText(value, settings.decimals);
  // A category without points of its own (一票否决) shows in grade and remark, not as a column of zeros.
  const counted = categories
    .map((category, place) => ({ ...category, place }))
    .filter(({ bonus, maxPoints }) => !bonus && maxPoints > 0);
  const hasBonus = rows.some(({ bonus }) => bonus !== 0) || categories.some(({ bonus }) => bonus);
  const hasConversion = settings.convertTo !== null;
  const incomplete = rows.filter(({ complete }) => !complete).length;

  return (
    <div className={styles.scroll}>
      {incomplete > 0 && (
        <p className={styles.notice}>{incomplete} 个单位还没有评完，名次和等次是暂时的，用灰色显示。</p>
      )}
      <table className={styles.table} aria-label={`${frame.name}考核结果`}>
        <thead>
          <tr>
            <th scope="col">名次</th>
            <th scope="col" className={styles.name}>
              单位
            </th>
            {counted.map(({ uid, name }) => (
              <th key={uid} scope="col" className={styles.number} title={name}>
                {name}
              </th>
            ))}
            {hasBonus && <th scope="col">加分</th>}
            <th scope="col">总分</th>
            {hasConversion && <th scope="col">折算分</th>}
            <th scope="col">等次</th>
            <th scope="col" className={styles.remark}>
              备注
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.objectUid} data-complete={row.complete}>
              <td className={styles.center}>{row.rank ?? '—'}</td>
              <th scope="row">{row.name}</th>
              {counted.map(({ uid, place }) => (
                <td key={uid} className={styles.points}>
                  {points(row.subtotals[place] ?? 0)}
                </td>
              ))}
              {hasBonus && <td className={styles.points}>{points(row.bonus)}</td>}
              <td className={styles.total}>{points(row.total)}</td>
              {hasConversion && <td className={styles.points}>{points(row.converted)}</td>}
              <td className={styles.center}>{row.grade}</td>
              <td>{row.remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <GradeNames lists={namesByGrade(rows, settings.grades)} />
    </div>
  );
}

/** 结果名单: who got which grade. */
export function GradeNames({ lists }: { lists: ReturnType<typeof namesByGrade> }): ReactNode {
  return (
    <>
      <h2 className={styles.heading}>结果名单</h2>
      <dl className={styles.grades}>
        {lists.map(({ grade, names }) => (
          <div key={grade}>
            <dt>
              {grade}({names.length}个)
            </dt>
            <dd>{names.length === 0 ? '无' : names.join('、')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
