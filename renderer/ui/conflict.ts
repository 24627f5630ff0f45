/** One field where the stored value is neither what the page saw nor what it wants. */
export interface ConflictField {
  field: string;
  /** The field's Chinese name. */
  label: string;
  theirs: unknown;
  mine: unknown;
}

export type ConflictChoice = 'mine' | 'theirs';

/** The fields of a `conflict` problem's data; empty when it is none. */
export function conflictFieldsOf(data: Readonly<Record<string, unknown>>): ConflictField[] {
  const { fields } = data;
  return Array.isArray(fields) ? fields.filter(isConflictField) : [];
}

/**
 * The patch to send again: where mine was chosen its base is now the other value, where theirs was chosen the
 * field is left out.
 */
export function resolvePatch<Patch extends { base: object; set: object }>(
  patch: Patch,
  fields: readonly ConflictField[],
  choices: Readonly<Record<string, ConflictChoice>>,
): Patch {
  const base: Record<string, unknown> = { ...patch.base };
  const set: Record<string, unknown> = { ...patch.set };
  for (const { field, theirs } of fields) {
    if (choices[field] === 'mine') {
      base[field] = theirs;
    } else {
      delete base[field];
      delete set[field];
    }
  }
  return { ...patch, base, set };
}

/** What is stored of the fields for which that was chosen: a form that stays open shows it. */
export function theirsOf(
  fields: readonly ConflictField[],
  choices: Readonly<Record<string, ConflictChoice>>,
): Record<string, unknown> {
  const chosen = fields.filter(({ field }) => choices[field] === 'theirs');
  return Object.fromEntries(chosen.map(({ field, theirs }) => [field, theirs]));
}

/** What is stored was kept everywhere: there is nothing to send. */
export function isEmptyPatch({ set }: { set: object }): boolean {
  return Object.keys(set).length === 0;
}

function isConflictField(value: unknown): value is ConflictField {
  return (
    typeof value === 'object' &&
    value !== null &&
    'field' in value &&
    'label' in value &&
    typeof value.field === 'string' &&
    typeof value.label === 'string'
  );
}
