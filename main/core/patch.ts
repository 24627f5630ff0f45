import { AppError } from '#shared/errors.ts';

/** One field that somebody else changed meanwhile. */
export interface FieldConflict {
  field: string;
  theirs: unknown;
  mine: unknown;
}

/** Fields of a patch: one that is undefined is not part of it. */
type Given<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };

/**
 * Decides an update field by field: what the page wants to set counts only where the stored value is still
 * the one that the page saw, or already the wanted one.
 * @returns the fields that really change
 * @throws AppError conflict with data.fields: FieldConflict[]; nothing has been written then
 */
export function decidePatch<Fields extends Readonly<Record<string, unknown>>>(
  stored: Fields,
  base: Given<Fields>,
  wanted: Given<Fields>,
): Partial<Fields> {
  const changes: Partial<Fields> = {};
  const conflicts: FieldConflict[] = [];
  for (const field of keysOf(wanted)) {
    const [now, seen, mine] = [stored[field], base[field], wanted[field]];
    if (mine === undefined || sameValue(now, mine)) continue;
    if (sameValue(now, seen)) changes[field] = mine;
    else conflicts.push({ field: String(field), theirs: now, mine });
  }
  if (conflicts.length > 0) throw new AppError('conflict', { fields: conflicts });
  return changes;
}

function keysOf<Fields>(fields: Given<Fields>): (keyof Fields)[] {
  return Object.keys(fields) as (keyof Fields)[];
}

/** Equal as data: the order of an object's keys does not matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'undefined'
  );
}
