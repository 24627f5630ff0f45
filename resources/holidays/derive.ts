/*
 * Derives days.json from the unpacked npm package chinese-days; see SOURCE.md.
 * Usage: node derive.ts FOLDER_OF_UNPACKED_PACKAGE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Earlier years are of no use to a program that begins in 2026. */
const FIRST_YEAR = '2024';

interface Source {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

function kept(days: Record<string, string>): { day: string; name: string }[] {
  return Object.entries(days)
    .filter(([day]) => day >= FIRST_YEAR)
    .map(([day, text]) => ({ day, name: text.split(',')[1] ?? '' }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function derive(folder: string): void {
  // The package's own file, looked through by eye when it was taken.
  const source = JSON.parse(readFileSync(join(folder, 'dist', 'chinese-days.json'), 'utf8')) as Source;
  const publicHolidays = kept(source.holidays);
  const lastYear = Number(publicHolidays.at(-1)?.day.slice(0, 4));
  const data = {
    firstYear: Number(FIRST_YEAR),
    lastYear,
    publicHolidays,
    makeUpWorkdays: kept(source.workdays),
  };
  writeFileSync(join(import.meta.dirname, 'days.json'), `${JSON.stringify(data, null, 1)}\n`);
}

derive(process.argv[2] ?? '');
