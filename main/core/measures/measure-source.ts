import type { BehindNumber, ReportRecord } from '#shared/contract/reports.ts';
import { addUp, type Amounts, type Measure } from '#shared/rules/reports/measure.ts';
import type { CountedBy } from '#shared/rules/reports/table.ts';
import type { FieldScope } from '../fields/field-source.ts';
import type { ReadStore } from '../store/read-store.ts';
import type { TableName } from '../store/tables.ts';

/*
 * What reports count. Each feature tells its measures in one shape; `main/features/measure-sources.ts` lists them.
 * Unannounced campaigns that are not released are counted by none: a number would tell that they took place.
 */

export type MeasureScope = Omit<FieldScope, 'periodUid'>;

/** Of a time that is not over, what stands today. */
export function lastDayKnown({ to, today }: Pick<MeasureScope, 'to' | 'today'>): string {
  return to < today ? to : today;
}

export interface Counted {
  /** What belongs to several rows counts once. */
  total: Amounts;
  /** By uid of the county, unit, trade, kind, or by level; NO_ROW: of what has none. */
  byRow: ReadonlyMap<string, Amounts>;
}

export const NO_ROW = '';

/** Which number is asked for. */
export interface AskedNumber {
  /** Key of a measure, without that of the source. */
  measure: string;
  by: CountedBy | null;
  /** Its key; REST: of all that belongs to no other row; null: the total. */
  row: string | null;
  /** Whether what has this key belongs to the row. */
  has: (row: string) => boolean;
  /** How many of its records are left out, because they were shown already. */
  offset: number;
}

/** So many are shown at once. */
const RECORDS_AT_ONCE = 500;

export function recordsShown<Item>(all: readonly Item[], { offset }: Pick<AskedNumber, 'offset'>): Item[] {
  return all.slice(offset, offset + RECORDS_AT_ONCE);
}

export interface MeasureSource {
  /** Stays the same for ever, as the keys of its measures do. */
  key: string;
  name: string;
  /** What its numbers can be told by, beside months. */
  by: readonly CountedBy[];
  /** Whatever of these changes makes its measures and numbers old. */
  tables: readonly TableName[];
  measures(db: ReadStore): readonly Measure[];
  count(scope: MeasureScope, by: CountedBy | null): Counted;
  records(scope: MeasureScope, asked: AskedNumber): BehindNumber;
}

interface GivenSource<Item> extends Pick<MeasureSource, 'key' | 'name' | 'by' | 'tables'> {
  measures: readonly Measure[] | ((db: ReadStore) => readonly Measure[]);
  read: (scope: MeasureScope) => readonly Item[];
  /** What one of them adds to each measure that is no share. */
  amounts: (item: Item, scope: MeasureScope) => Amounts;
  /** Rows that it belongs to; none: NO_ROW. Null: it is no matter of such rows, and not in their total either. */
  rows: (item: Item, by: CountedBy) => readonly string[] | null;
  record: (item: Item) => ReportRecord;
}

/** Of records that are few enough to be read one by one. */
export function measureSource<Item>(given: GivenSource<Item>): MeasureSource {
  const { measures, read, amounts, rows, record } = given;
  const measuresIn = (db: ReadStore) => (typeof measures === 'function' ? measures(db) : measures);
  const placed = (scope: MeasureScope, by: CountedBy | null) =>
    read(scope).flatMap((item) => {
      const own = by === null ? [] : rows(item, by);
      if (own === null) return [];
      return { item, rows: own.length === 0 ? [NO_ROW] : own, amounts: amounts(item, scope) };
    });
  return {
    key: given.key,
    name: given.name,
    by: given.by,
    tables: given.tables,
    measures: measuresIn,

    count(scope, by) {
      const told = placed(scope, by);
      const inRows = told.flatMap((each) => each.rows.map((row) => ({ row, amounts: each.amounts })));
      const sum = (parts: readonly { amounts: Amounts }[]) => addUp(parts.map((part) => part.amounts));
      const byRow = Map.groupBy(inRows, ({ row }) => row);
      return { total: sum(told), byRow: new Map([...byRow].map(([row, parts]) => [row, sum(parts)])) };
    },

    records(scope, asked) {
      const { measure, by, row, has } = asked;
      const definition = measuresIn(scope.db).find(({ key }) => key === measure);
      const counted = definition?.kind === 'share' ? definition.whole : measure;
      const meant = placed(scope, by).filter(
        (each) => (each.amounts[counted] ?? 0) !== 0 && (row === null || each.rows.some(has)),
      );
      const records = recordsShown(meant, asked).map(({ item }) => record(item));
      return { kind: 'records', records, count: meant.length };
    },
  };
}
