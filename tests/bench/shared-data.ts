import { rmSync } from 'node:fs';
import { bundleCore, type CoreBundle } from '#tests/support/core-bundle.ts';
import { type FiveYears, growFiveYears } from '#tests/support/five-years.ts';
import { threadBundle } from '#tests/support/thread-bundle.ts';

let grown: Promise<FiveYears> | null = null;
let bundled: Promise<CoreBundle> | null = null;

/** Five years of data, grown once for all parts of a run. */
export function fiveYears(): Promise<FiveYears> {
  grown ??= growFiveYears();
  return grown;
}

/** The folder of the bundle that is measured. */
export async function officeBundle(): Promise<string> {
  // The tests' run has made one, with the office's process in it.
  const made = threadBundle();
  if (made !== undefined) return made;
  bundled ??= bundleCore({
    'office-process': 'tests/bench/office-process.ts',
    'page-thread': 'tests/bench/page-thread.ts',
  });
  return (await bundled).folder;
}

export async function removeSharedData(): Promise<void> {
  (await bundled?.catch(() => null))?.remove();
  const known = await grown?.catch(() => null);
  if (known != null) rmSync(known.folder, { recursive: true, force: true });
}
