import type { CollectedColumn, RowValues } from '#shared/rules/collections/definition.ts';

/* Plain fields of a record, such as its people and its days, as collections keep them, and back. */

export type PlainFields = Readonly<Record<string, string | number | null>>;

/** What is not known is missing. */
export function collectedFields(fields: PlainFields): RowValues {
  const written = Object.entries(fields).map(([key, value]) => [key, String(value ?? '').trim()]);
  return Object.fromEntries(written.filter(([, value]) => value !== ''));
}

/** The fields that differ from what is stored. @param values canonical; empty: it is to be taken away */
export function changedFields(
  columns: readonly CollectedColumn[],
  values: RowValues,
  stored: RowValues,
): Record<string, string | number | null> {
  const changed: Record<string, string | number | null> = {};
  for (const { key, kind, locked } of columns) {
    const value = values[key];
    if (locked || value === undefined || value === (stored[key] ?? '')) continue;
    if (kind === 'text') changed[key] = value;
    else if (value === '') changed[key] = null;
    else changed[key] = kind === 'whole' ? Number(value) : value;
  }
  return changed;
}
