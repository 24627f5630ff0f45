/** What a field holds: a day as 2026-09-30. */
export type FieldKind = 'text' | 'number' | 'day';
export type FieldValue = string | number | null;
/** By key of the field. */
export type FieldRecord = Readonly<Record<string, FieldValue>>;

/** Something that the program knows and a form can ask for. */
export interface Field {
  /** Stays the same for ever: forms that were pointed at keep it. */
  key: string;
  name: string;
  kind: FieldKind;
}
