import type { ShortfallItem, ShortfallRow } from '#shared/contract/shortfalls.ts';
import { column, type FieldColumn, type FieldSource, fieldSource } from '#main/core/fields/field-source.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { allItems } from './queries.ts';
import { placeCounts, shortfallTable, toItem } from './table.ts';

interface ToldShortfall {
  item: ShortfallItem;
  row: ShortfallRow;
}

const columns: readonly FieldColumn<ToldShortfall>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('item', '欠账项目', 'text', ({ item }) => item.name),
  column('unit', '计量单位', 'text', ({ item }) => item.unit),
  column('county', '县(市、区)', 'text', ({ row }) => row.countyName),
  column('place', '单位', 'text', ({ row }) => row.name),
  column('required', '应建', 'number', ({ row }) => row.required),
  column('existing', '现有', 'number', ({ row }) => row.existing),
  column('missing', '欠账', 'number', ({ row }) => row.missing),
  column('source', '依据', 'text', ({ item }) => item.source),
  column('note', '备注', 'text', ({ row }) => row.figure.note),
];

/** What each place lacks as it stands, item by item, for forms of other offices. @param sources what is counted */
export function shortfallFieldsWith(sources: readonly MeasureSource[]): FieldSource[] {
  const source = fieldSource<ToldShortfall>({
    key: 'shortfalls',
    name: '设施欠账(每个单位每项一行)',
    columns,
    rows(scope) {
      const counts = placeCounts(scope, sources);
      return scope.db.all(allItems).flatMap((record) => {
        const item = toItem(record);
        return shortfallTable(scope, counts, record).rows.map((row) => ({ item, row }));
      });
    },
  });
  return [source];
}
