import type { Field, FieldKind, FieldRecord, FieldValue } from '#shared/rules/foreign-forms/fields.ts';
import type { Caller } from '../handlers.ts';
import type { ReadStore } from '../store/read-store.ts';

/*
 * What the program knows, as forms of other offices ask for it. Each feature tells what is its own in one shape;
 * `main/features/field-sources.ts` lists them.
 */

/** For whom, and which time is meant. */
export interface FieldScope {
  db: ReadStore;
  caller: Pick<Caller, 'userUid' | 'secretKey'>;
  today: string;
  /** First and last day. */
  from: string;
  to: string;
  /** Null: no assessment period is meant. */
  periodUid: string | null;
}

export interface FieldSource {
  /** Stays the same for ever, as the keys of its fields do. */
  key: string;
  name: string;
  /** One record, whose fields fill single cells, or one for each of something. */
  kind: 'single' | 'rows';
  /** Tells nothing without an assessment period. */
  needsPeriod: boolean;
  fields(scope: FieldScope): Field[];
  read(scope: FieldScope): FieldRecord[];
}

/** Everything that forms can be filled with: what the office has defined itself is among it. */
export type FieldSources = (db: ReadStore) => readonly FieldSource[];

export interface FieldColumn<Row> extends Field {
  /** @param place of the row, from 0 */
  value(row: Row, place: number): FieldValue;
}

export function column<Row>(
  key: string,
  name: string,
  kind: FieldKind,
  value: FieldColumn<Row>['value'],
): FieldColumn<Row> {
  return { key, name, kind, value };
}

interface GivenSource<Row> {
  key: string;
  name: string;
  kind?: FieldSource['kind'];
  needsPeriod?: boolean;
  /** Where they hang on what is stored, of the scope. */
  columns: readonly FieldColumn<Row>[] | ((scope: FieldScope) => readonly FieldColumn<Row>[]);
  rows: (scope: FieldScope) => readonly Row[];
}

export function fieldSource<Row>({ columns, rows, ...given }: GivenSource<Row>): FieldSource {
  const columnsOf = (scope: FieldScope) => (typeof columns === 'function' ? columns(scope) : columns);
  return {
    kind: 'rows',
    needsPeriod: false,
    ...given,
    fields: (scope) => columnsOf(scope).map(({ key, name, kind }) => ({ key, name, kind })),
    read(scope) {
      const own = columnsOf(scope);
      return rows(scope).map((row, place) =>
        Object.fromEntries(own.map((each) => [each.key, each.value(row, place)])),
      );
    },
  };
}

/** What a feature knows of each unit; the source of all units shows it beside what the others know. */
export interface UnitMeasures {
  key: string;
  needsPeriod: boolean;
  fields: readonly Field[];
  /** Of a unit that the feature has nothing of. */
  empty: FieldRecord;
  /** By the unit's uid. */
  read(scope: FieldScope): ReadonlyMap<string, FieldRecord>;
}

/** Null where nothing was to be done: no share of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function between(day: string | null, { from, to }: Pick<FieldScope, 'from' | 'to'>): boolean {
  return day !== null && day >= from && day <= to;
}
