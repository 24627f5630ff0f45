/** What the form of an organization edits. */
export interface EditedFields {
  name: string;
  shortName: string;
  marks: string[];
}

/** Base and wanted values of the fields that differ; the order of marks does not matter. */
export function changedFields(
  before: EditedFields,
  after: Partial<EditedFields>,
): { base: Partial<EditedFields>; set: Partial<EditedFields> } {
  const base: Partial<EditedFields> = {};
  const set: Partial<EditedFields> = {};
  for (const field of ['name', 'shortName'] as const) {
    const value = after[field]?.trim();
    if (value === undefined || value === before[field]) continue;
    base[field] = before[field];
    set[field] = value;
  }
  const { marks } = after;
  if (marks !== undefined && marks.toSorted().join() !== before.marks.toSorted().join()) {
    base.marks = before.marks;
    set.marks = marks;
  }
  return { base, set };
}
