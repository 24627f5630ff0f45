import type { CollectedColumn, RowValues } from '#shared/rules/collections/definition.ts';
import { type MergeRow, OF_UNIT } from '#shared/rules/collections/merge/model.ts';
import type { ReturnRow } from '../queries.ts';
import { saidOf } from '../rows.ts';
import { fromLine, nameOf, notTaken, type UnitReturns } from './merge-rows.ts';

/** A row that a unit wrote about something new. */
interface NewRow {
  of: UnitReturns;
  from: ReturnRow;
  /** Among all rows of its return. */
  place: number;
  /** Of the sheet. */
  row: number;
  values: RowValues;
}

/**
 * Takes out of the returns what is written about one and the same new record in several of them, or twice in one: each
 * such record is one row, whose cells are decided where they are not of one mind.
 * @param keysOf rows that share one of these are about the same record
 */
export function withSharedNews(
  units: readonly UnitReturns[],
  columns: readonly CollectedColumn[],
  keysOf: (organizationUid: string, values: RowValues) => string[],
): { units: UnitReturns[]; rows: MergeRow[] } {
  const shared = groupsOf(units.flatMap(newRowsOf), keysOf).filter((rows) => rows.length > 1);
  const places = Map.groupBy(shared.flat(), ({ from }) => from);
  const without = (one: ReturnRow): ReturnRow => {
    const taken = new Set(places.get(one)?.map(({ place }) => place));
    if (taken.size === 0) return one;
    return { ...one, said: JSON.stringify(saidOf(one).filter((_row, place) => !taken.has(place))) };
  };
  return {
    units: units.map((of) => ({ ...of, open: of.open.map(without) })),
    rows: shared.map((rows) => rowOf(rows, columns)),
  };
}

function newRowsOf(of: UnitReturns): NewRow[] {
  const isNew = notTaken(of.merged);
  return of.open.flatMap((from) =>
    saidOf(from).flatMap(({ key, row, values }, place) =>
      key === null && isNew(values) ? [{ of, from, place, row, values }] : [],
    ),
  );
}

/** Two rows may be one through a third: by its name and place the one, by its address the other. */
function groupsOf(
  rows: readonly NewRow[],
  keysOf: (organizationUid: string, values: RowValues) => string[],
): NewRow[][] {
  const groupOf = new Map<string, NewRow[]>();
  for (const row of rows) {
    const keys = keysOf(row.of.unit.organization_uid, row.values);
    const met = new Set(keys.flatMap((key) => groupOf.get(key) ?? []));
    const group = [...met, row];
    const all = new Set(group.flatMap((each) => keysOf(each.of.unit.organization_uid, each.values)));
    for (const key of all) groupOf.set(key, group);
  }
  return [...new Set(groupOf.values())];
}

/** Each written line speaks for itself: where two of one return differ, the clerk chooses. */
function rowOf(rows: readonly NewRow[], columns: readonly CollectedColumn[]): MergeRow {
  const inOrder = rows.toSorted((one, other) => one.from.id - other.from.id || one.place - other.place);
  const units = new Map(inOrder.map(({ of: { unit } }) => [unit.uid, unit]));
  const [unit] = units.values();
  const [first] = inOrder;
  if (unit === undefined || first === undefined) throw new Error('a group has rows');
  return {
    id: `new:${first.from.uid}:${first.place}`,
    unitUid: unit.uid,
    unitName: [...units.values()].map(({ name }) => name).join('、'),
    key: null,
    name: nameOf(first.values, columns),
    stored: {},
    given: {},
    returned: inOrder.map(({ of: { unit: whose }, from, row, values }) => ({
      ...fromLine(whose, from, row, inOrder.filter((other) => other.from === from).length > 1),
      values: { ...(units.size > 1 ? { [OF_UNIT]: whose.uid } : {}), ...values },
    })),
  };
}
