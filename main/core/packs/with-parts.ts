import type { PackRow, PackValue } from '#shared/rules/exchange/model.ts';
import { packKeys } from '#shared/rules/exchange/topics.ts';
import { columnNameOf } from '#shared/rules/history/stored-names.ts';
import { tenThousandsText } from '#shared/rules/money.ts';
import type { ReadStore } from '../store/read-store.ts';
import { travelling } from './former.ts';
import type { PackRows } from './pack-rows.ts';
import { partsOf, type SchemaMap, sqlOf, type TableShape } from './schema-map.ts';

type Values = Readonly<Record<string, PackValue>>;

/** When and by whom it was typed makes no other content. */
const untold: ReadonlySet<string> = new Set(['id', 'uid', 'entered_at', 'entered_by']);

interface Telling {
  db: ReadStore;
  map: SchemaMap;
  rows: PackRows;
  /** What a row of the pack or here is called. */
  nameOf: (table: string, uid: string) => string;
}

/** What a row of the pack says with all its parts, but for what it has in common with a row here: 起数 10；电气 起数 6 */
export function packedWithParts({ map, rows, nameOf }: Telling, shape: TableShape, row: PackRow): string {
  const parts = partsOf(map, shape.name).flatMap(({ part, column }) =>
    rows
      .referring(part.name, column, row.uid)
      .map(({ values }) => textOf(part, values, { nameOf, without: [column] })),
  );
  return joined(textOf(shape, row.values, { nameOf, without: packKeys[shape.name] ?? [] }), parts);
}

/** The same of a row here. */
export function storedWithParts({ db, map, nameOf }: Telling, shape: TableShape, id: number): string {
  const stored = (table: string, column: string): Values[] =>
    db.all(
      sqlOf<Record<string, PackValue>, { id: number }>(`SELECT * FROM "${table}" WHERE "${column}" = @id`),
      { id },
    );
  const told = (of: TableShape, values: Values, without: readonly string[]): string => {
    const all = Object.entries(values).map(([column, value]) => [column, travelling(db, of, column, value)]);
    return textOf(of, Object.fromEntries(all), { nameOf, without });
  };
  const parts = partsOf(map, shape.name).flatMap(({ part, column }) =>
    stored(part.name, column).map((values) => told(part, values, [column])),
  );
  const [whole = {}] = stored(shape.name, 'id');
  return joined(told(shape, whole, packKeys[shape.name] ?? []), parts);
}

function joined(whole: string, parts: readonly string[]): string {
  return [whole, ...parts.toSorted()].join('；');
}

function textOf(
  shape: TableShape,
  values: Values,
  { nameOf, without }: Pick<Telling, 'nameOf'> & { without: readonly string[] },
): string {
  return shape.columns
    .flatMap((column) => {
      const value = values[column] ?? '';
      if (untold.has(column) || without.includes(column) || value === '') return [];
      const reference = shape.references.find((each) => each.column === column);
      if (reference !== undefined) return [nameOf(reference.target, String(value))];
      if (column === 'loss') return [`损失 ${tenThousandsText(Number(value))} 万元`];
      return [`${columnNameOf(shape.name, column)} ${value}`];
    })
    .join(' ');
}
