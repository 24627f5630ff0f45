import { addUp, type Amounts, isAnything, type Measure, valueIn } from '#shared/rules/reports/measure.ts';
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
export type KnownMeasures = ReadonlyMap<string, SourcedMeasure>;

export function measuresIn(db: ReadStore, sources: readonly MeasureSource[]): KnownMeasures {
  return new Map(
    sources.flatMap((source) =>
      source.measures(db).map((measure) => [`${source.key}.${measure.key}`, { source, measure }] as const),
    ),
  );
}

/** Each source is counted once, however many of its measures are shown. */
export function countedOnce<Result>(
  count: (source: MeasureSource) => Result,
): (source: MeasureSource) => Result {
  const counted = new Map<string, Result>();
  return (source) => {
    const result = counted.get(source.key) ?? count(source);
    counted.set(source.key, result);
    return result;
  };
}

export function tellsRows({ by }: MeasureSource, kind: RowKind): boolean {
  return kind === 'month' || by.includes(kind);
}

export type CountScope = Omit<MeasureScope, 'from' | 'to'>;

/** What is counted of a time, in all or for one row. */
export interface Told {
  amounts: Amounts;
  /** Last day of the time. */
  to: string;
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

/**
 * What a source counts of a time, of the same a year ago and of the period before.
 * @param kind null: no rows are asked for, and what is no matter of any kind of rows is in the total
 */
export function countTimes(
  source: MeasureSource,
  scope: CountScope,
  span: Span,
  kind: RowKind | null,
): Times {
  const [lastYear, before] = [lastYearOf(span), movedSpan(span, -1)];
  const isRecorded = recordedBy(source.measures(scope.db));
  if (kind !== 'month') {
    const by = kind !== null && tellsRows(source, kind) ? kind : null;
    const at = (time: Span) => toldByRows(source.count({ ...scope, ...time }, by), time, isRecorded);
    return { now: at(span), lastYear: at(lastYear), before: at(before) };
  }
  const months = monthsOf(span);
  const at = (time: Span, timeOf: (month: Span) => Span | null) =>
    toldByMonths(
      (each) => source.count({ ...scope, ...each }, null).total,
      time,
      new Map(months.map((month) => [monthKey(month.from), timeOf(month)])),
      isRecorded,
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

/** What is there by itself was not recorded, and what has no day was recorded nobody knows when. */
function recordedBy(measures: readonly Measure[]): (amounts: Amounts) => boolean {
  const dated = measures.filter(({ basis }) => basis === undefined).map(({ key }) => key);
  return (amounts) => dated.some((key) => (amounts[key] ?? 0) !== 0);
}

function toldByRows(
  { total, byRow }: Counted,
  { to }: Span,
  isAnyRecorded: (amounts: Amounts) => boolean,
): CountedTime {
  const isRecorded = isAnyRecorded(total);
  const told = (amounts: Amounts): Told => ({ amounts, to, isRecorded });
  return {
    total: told(total),
    ofRow: (key) => told(byRow.get(key) ?? {}),
    ofRest: (rows) => told(addUp([...byRow].flatMap(([key, amounts]) => (rows.has(key) ? [] : [amounts])))),
  };
}

/** @param times of the rows, the earliest first: once something is recorded, a later 0 is one */
function toldByMonths(
  count: (time: Span) => Amounts,
  span: Span,
  times: ReadonlyMap<string, Span | null>,
  isAnyRecorded: (amounts: Amounts) => boolean,
): CountedTime {
  const total = count(span);
  const totalIsRecorded = isAnyRecorded(total);
  const byRow = new Map<string, Told>();
  let isRecorded = totalIsRecorded;
  for (const [key, time] of times) {
    if (time === null) continue;
    const amounts = count(time);
    isRecorded ||= isAnyRecorded(amounts);
    byRow.set(key, { amounts, to: time.to, isRecorded });
  }
  return {
    total: { amounts: total, to: span.to, isRecorded: totalIsRecorded },
    ofRow: (key) => byRow.get(key) ?? null,
    ofRest: () => ({ amounts: {}, to: span.to, isRecorded }),
  };
}

/** @returns null for a share of nothing, and for a field without a day when the time does not reach today */
export function toldValue(measure: Measure, told: Told | null, today: string): number | null {
  return told === null || isUnknown(measure, told, today) ? null : valueIn(measure, told.amounts);
}

/** Whether anything was there that the measure could count. */
export function tellsAnything(measure: Measure, told: Told | null, today: string): boolean {
  return told !== null && !isUnknown(measure, told, today) && isAnything(measure, told.amounts);
}

function isUnknown({ basis }: Measure, { to }: Told, today: string): boolean {
  return basis === 'today' && to < today;
}

/** The month of a row within the span. */
export function monthOfRow(span: Span, key: string): Span | undefined {
  return monthsOf(span).find(({ from }) => monthKey(from) === key);
}
