import type { BehindNumber, ReportDefinition } from '#shared/contract/reports.ts';
import { AppError } from '#shared/errors.ts';
import { type Span, spanOfTime } from '#shared/rules/reports/span.ts';
import { REST } from '#shared/rules/reports/table.ts';
import type { ReportTime } from '#shared/rules/reports/words.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { type CountScope, measuresIn, monthOfRow, tellsRows } from './count.ts';
import { rowsOfKind } from './report-rows.ts';

interface Asked {
  measure: string;
  /** Null: the total. */
  row: string | null;
  time: ReportTime;
  offset: number;
}

/** Which records a number of a report has counted. @throws AppError notFound */
export function behindNumber(
  scope: CountScope,
  sources: readonly MeasureSource[],
  { rowKind }: Pick<ReportDefinition, 'rowKind'>,
  span: Span,
  { measure, row, time, offset }: Asked,
): BehindNumber {
  const found = measuresIn(scope.db, sources).get(measure);
  if (found === undefined) throw new AppError('notFound', { what: '这个统计项' });
  const { source, measure: own } = found;
  if (rowKind === 'month') {
    const month = row === null ? span : (monthOfRow(span, row) ?? span);
    const all = { measure: own.key, by: null, row: null, has: () => true, offset };
    return source.records({ ...scope, ...spanOfTime(month, time) }, all);
  }
  const listed = new Set(rowsOfKind(scope.db, rowKind, span).map(({ key }) => key));
  return source.records(
    { ...scope, ...spanOfTime(span, time) },
    {
      measure: own.key,
      by: tellsRows(source, rowKind) ? rowKind : null,
      row,
      has: (key) => (row === REST ? !listed.has(key) : key === row),
      offset,
    },
  );
}
