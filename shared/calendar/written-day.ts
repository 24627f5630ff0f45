const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;

/** A day as a table writes it: 2026-11-23, 2026/11/23, 2026年11月23日. Null where it is none. */
export function readWrittenDay(text: string): string | null {
  const [, year = '', month = '', date = ''] = DAY.exec(text.replaceAll(/\s/g, '')) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day ? null : day;
}
