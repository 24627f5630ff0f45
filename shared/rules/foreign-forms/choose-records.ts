import type { FieldRecord, FieldValue } from './fields.ts';
import type { BlockFilter, RepeatedSheet } from './pointing.ts';

/** The records that a block shows, in its order. */
export function chosenRecords(
  records: readonly FieldRecord[],
  { filters, order }: Pick<RepeatedSheet, 'filters' | 'order'>,
): FieldRecord[] {
  const chosen = records.filter((record) =>
    filters.every((filter) => holds(record[filter.field] ?? null, filter)),
  );
  if (order === null) return renumbered(chosen);
  const { field, descending } = order;
  const sign = descending ? -1 : 1;
  return renumbered(chosen.toSorted((one, other) => compare(one[field] ?? null, other[field] ?? null, sign)));
}

/** The running number is that of the form. */
function renumbered(records: readonly FieldRecord[]): FieldRecord[] {
  return records.map((record, place) => ('number' in record ? { ...record, number: place + 1 } : record));
}

function holds(value: FieldValue, { comparison, value: wanted }: BlockFilter): boolean {
  const text = value === null ? '' : String(value);
  switch (comparison) {
    case 'is':
      return isSame(value, wanted);
    case 'isNot':
      return !isSame(value, wanted);
    case 'contains':
      return text.includes(wanted.trim());
    case 'atLeast':
      return value !== null && measured(value, wanted) >= 0;
    case 'atMost':
      return value !== null && measured(value, wanted) <= 0;
  }
}

function isSame(value: FieldValue, wanted: string): boolean {
  if (typeof value === 'number') return wanted.trim() !== '' && value === Number(wanted);
  return (value ?? '') === wanted.trim();
}

/** Days compare as their texts do. What is no number compares with no number. */
function measured(value: string | number, wanted: string): number {
  if (typeof value === 'number') return value - Number(wanted);
  return value < wanted.trim() ? -1 : value > wanted.trim() ? 1 : 0;
}

const texts = new Intl.Collator('zh-CN', { numeric: true });

/** What has no value stands at the end, whichever way the order runs. */
function compare(one: FieldValue, other: FieldValue, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  return sign * texts.compare(String(one), String(other));
}
