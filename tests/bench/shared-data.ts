import { rmSync } from 'node:fs';
import { type FiveYears, growFiveYears } from '#tests/support/five-years.ts';

let grown: Promise<FiveYears> | null = null;

/** Five years of data, grown once for all parts of a run. */
export function fiveYears(): Promise<FiveYears> {
  grown ??= growFiveYears();
  return grown;
}

export async function removeFiveYears(): Promise<void> {
  const known = await grown?.catch(() => null);
  if (known != null) rmSync(known.folder, { recursive: true, force: true });
}
