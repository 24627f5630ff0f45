import { addUp, type Amounts, type Measure } from '#shared/rules/reports/measure.ts';
import { kindOfSpan, lastYearOf, monthsOf, movedSpan, type Span } from '#shared/rules/reports/span.ts';
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

/** What is counted of a time, in all or for one row. */
export interface Told {
  amounts: Amounts;
  /** The feature has recorded something by then; else its 0 is none. */
  isRecorded: boolean;
}

export interface CountedTime {
  total: Told;
  /** Null: the row has no such time. */
  ofRow: (key: string) => Told | null;
  ofRest: (rows: ReadonlySet<string>) => Told;
}

export type Times = Readonly<Record<'now' | 'lastYear' | 'before', CountedTime>>;

/** What a source counts of a time, of the same a year ago and of the period before. */
export function countTimes(source: MeasureSource, scope: CountScope, span: Span, kind: RowKind): Times {
  const [lastYear, before] = [lastYearOf(span), movedSpan(span, -1)];
  if (kind !== 'month') {
    const by = tellsRows(source, kind) ? kind : null;
    const at = (time: Span) => toldByRows(source.count({ ...scope, ...time }, by));
    return { now: at(span), lastYear: at(lastYear), before: at(before) };
  }
  const months = monthsOf(span);
  const at = (time: Span, timeOf: (month: Span) => Span | null) =>
    toldByMonths(
      (each) => source.count({ ...scope, ...each }, null).total,
      time,
      new Map(months.map((month) => [monthKey(month.from), timeOf(month)])),
    );
  return {
    now: at(span, (month) => month),
    lastYear: at(lastYear, lastYearOf),
    before: at(before, (month) => (months.length === 1 || isWhole(month) ? movedSpan(month, -1) : null)),
  };
}

function isWhole(month: Span): boolean {
  return kindOfSpan(month) === 'month';
}

function toldByRows({ total, byRow }: Counted): CountedTime {
  const isRecorded = isAnyRecorded(total);
  return {
    total: { amounts: total, isRecorded },
    ofRow: (key) => ({ amounts: byRow.get(key) ?? {}, isRecorded }),
    ofRest: (rows) => ({
      amounts: addUp([...byRow].flatMap(([key, amounts]) => (rows.has(key) ? [] : [amounts]))),
      isRecorded,
    }),
  };
}

/** @param times of the rows, the earliest first: once something is recorded, a later 0 is one */
function toldByMonths(
  count: (time: Span) => Amounts,
  span: Span,
  times: ReadonlyMap<string, Span | null>,
): CountedTime {
  const total = count(span);
  const totalIsRecorded = isAnyRecorded(total);
  const byRow = new Map<string, Told>();
  let isRecorded = totalIsRecorded;
  for (const [key, time] of times) {
    if (time === null) continue;
    const amounts = count(time);
    isRecorded ||= isAnyRecorded(amounts);
    byRow.set(key, { amounts, isRecorded });
  }
  return {
    total: { amounts: total, isRecorded: totalIsRecorded },
    ofRow: (key) => byRow.get(key) ?? null,
    ofRest: () => ({ amounts: {}, isRecorded }),
  };
}

function isAnyRecorded(amounts: Amounts): boolean {
  return Object.values(amounts).some((amount) => amount !== 0);
}

/** The month of a row within the span. */
export function monthOfRow(span: Span, key: string): Span | undefined {
  return monthsOf(span).find(({ from }) => monthKey(from) === key);
}
