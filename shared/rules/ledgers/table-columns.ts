import type { ListColumn, ListColumns } from '../tables/list-columns.ts';
import type { LedgerColumn, LedgerDefinition } from './definition.ts';
import { isNumber, unitOf } from './numbers.ts';
import { placeMeaningsOf, placeNames, placeWords } from './places.ts';

/* What the columns of a table of a ledger mean: its own keys, and the place by its levels. */

/** Import-only columns of a table that has longitude and latitude apart. */
export const LONGITUDE = 'longitude';
export const LATITUDE = 'latitude';

/** In the order in which lists and workbooks show them: title, place, the others. */
export function tableMeanings(
  definition: LedgerDefinition,
): { meaning: string; name: string; column: LedgerColumn | null }[] {
  const { columns, title, levels } = definition;
  const own = (column: LedgerColumn) => ({ meaning: column.key, name: column.name, column });
  const places = placeMeaningsOf(levels).map((meaning) => ({
    meaning,
    name: placeNames[meaning],
    column: null,
  }));
  return [
    ...columns.filter(({ key }) => key === title).map(own),
    ...places,
    ...columns.filter(({ key }) => key !== title).map(own),
  ];
}

export function tableColumns(definition: LedgerDefinition): ListColumns<string> {
  const { title, columns, levels } = definition;
  const ofPlaces = placeMeaningsOf(levels).map((meaning): [string, ListColumn] => [
    meaning,
    { name: placeNames[meaning], words: placeWords[meaning] },
  ]);
  const apart: [string, ListColumn][] = columns.some(({ kind }) => kind === 'coordinates')
    ? [
        [LONGITUDE, { name: '经度', words: '东经' }],
        [LATITUDE, { name: '纬度', words: '北纬' }],
      ]
    : [];
  const own = columns.map((column): [string, ListColumn] => [
    column.key,
    {
      name: column.name,
      words: `${column.words ?? ''} ${withUnit(column)}`.trim(),
      ...('limit' in column ? { limit: column.limit } : {}),
      ...(column.key === title ? { isRequired: true as const } : {}),
    },
  ]);
  return Object.fromEntries([
    ...own.filter(([key]) => key === title),
    ...ofPlaces,
    ...own.filter(([key]) => key !== title),
    ...apart,
  ]);
}

/** As the program's own workbook heads a number, 载水量(吨), and as others do: 常住人口(万人). */
function withUnit(column: LedgerColumn): string {
  if (!isNumber(column)) return '';
  const units = column.kind === 'money' ? ['元', '万元'] : [unitOf(column), `万${unitOf(column)}`];
  return units.map((unit) => `${column.name}${unit}`).join(' ');
}
