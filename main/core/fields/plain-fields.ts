import type * as z from 'zod';
import { AppError } from '#shared/errors.ts';
import type { CollectedColumn, RowValues } from '#shared/rules/collections/definition.ts';
import { naming } from './land-each.ts';

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

interface LandedPatch<Patch> {
  /** What the record is called. */
  name: string;
  fields: Readonly<Record<string, unknown>>;
  changed: Readonly<Record<string, unknown>>;
  schema: z.ZodType<Patch>;
}

/**
 * Saves what changed as a patch on what stands there.
 * @returns how many fields it changes
 * @throws AppError badInput, naming the record
 */
export function landPatch<Patch extends object>(
  { name, fields, changed, schema }: LandedPatch<Patch>,
  save: (patch: { base: Record<string, unknown>; set: Patch }) => void,
): number {
  const parsed = schema.safeParse(changed);
  if (!parsed.success) throw unfit(name, parsed.error.issues[0]?.message);
  const set = parsed.data;
  const names = new Set(Object.keys(set));
  if (names.size === 0) return 0;
  const base = Object.fromEntries(Object.entries(fields).filter(([field]) => names.has(field)));
  naming(
    () => `“${name}”`,
    () => save({ base, set }),
  );
  return names.size;
}

export function unfit(name: string, problem = '内容不对'): AppError {
  return new AppError('badInput', { detail: `“${name}”：${problem}` });
}
