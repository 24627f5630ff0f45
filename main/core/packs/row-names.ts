import type { PackRow } from '#shared/rules/exchange/model.ts';
import type { PackOrganizations } from './match-organizations.ts';
import type { PackRows } from './pack-rows.ts';
import type { SchemaMap } from './schema-map.ts';

/** The first of them that a row has says what it is about. */
export const namingColumns = [
  'title',
  'name',
  'place',
  'plate',
  'item',
  'content',
  'number',
  'month',
  'text',
] as const;
const LONGEST = 40;

/** What rows of a pack are about, in words; of one without a name of its own, what it refers to. */
export function rowNames(
  rows: PackRows,
  map: SchemaMap,
  { names }: PackOrganizations,
): (row: PackRow) => string {
  function nameOf(row: PackRow, depth = 0): string {
    if (row.table === 'organization') return names.get(row.uid) ?? '';
    const column = namingColumns.find((each) => (row.values[each] ?? '') !== '');
    const own = column === undefined ? '' : String(row.values[column]).slice(0, LONGEST);
    const around = depth > 2 ? [] : referredNames(row, depth, own === '');
    return [...new Set([...around, own])].filter((word) => word !== '').join(' ');
  }

  /** @param all also what is no organization */
  function referredNames(row: PackRow, depth: number, all: boolean): string[] {
    return (map.get(row.table)?.references ?? []).flatMap(({ column, target }) => {
      const referred = rows.at(target, String(row.values[column] ?? ''));
      if (referred === undefined || (!all && target !== 'organization')) return [];
      return [nameOf(referred, depth + 1)];
    });
  }
  return (row) => nameOf(row);
}
