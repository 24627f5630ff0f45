import { addUp, type Amounts, type Measure } from '#shared/rules/reports/measure.ts';
import { monthsOf, type Span } from '#shared/rules/reports/span.ts';
import type { RowKind } from '#shared/rules/reports/table.ts';
import type { Counted, MeasureScope, MeasureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { monthKey } from './report-rows.ts';

/** A measure with what counts it. */
export interface SourcedMeasure {
  source: MeasureSource;
  measure: Measure;
}

/** With the key of the source in front, as reports name measures. */
export function measuresIn(db: ReadStore, sources: readonly MeasureSource[]): Map<string, SourcedMeasure> {
  return new Map(
    sources.flatMap((source) =>
      source.measures(db).map((measure) => [`${source.key}.${measure.key}`, { source, measure }] as const),
    ),
  );
}

export function tellsRows({ by }: MeasureSource, kind: RowKind): boolean {
  return kind === 'month' || by.includes(kind);
}

export type CountScope = Omit<MeasureScope, 'from' | 'to'>;

/** @param months keys of the rows of a report by months, which another time's months stand in in their order */
export function countSpan(
  source: MeasureSource,
  scope: CountScope,
  span: Span,
  { kind, months }: { kind: RowKind; months: readonly string[] },
): Counted {
  if (kind !== 'month') return source.count({ ...scope, ...span }, tellsRows(source, kind) ? kind : null);
  const byRow = monthsOf(span).flatMap((month, place): [string, Amounts][] => {
    const key = months[place];
    return key === undefined ? [] : [[key, source.count({ ...scope, ...month }, null).total]];
  });
  return { total: source.count({ ...scope, ...span }, null).total, byRow: new Map(byRow) };
}

/** The month of a row within the span. */
export function monthOfRow(span: Span, key: string): Span | undefined {
  return monthsOf(span).find(({ from }) => monthKey(from) === key);
}

/** What belongs to none of the rows. */
export function restOf({ byRow }: Counted, rows: ReadonlySet<string>): Amounts {
  return addUp([...byRow].flatMap(([key, amounts]) => (rows.has(key) ? [] : [amounts])));
}
