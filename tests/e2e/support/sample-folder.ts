import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#main/core/store/open.ts';
import { sampleVariable, startOffice } from './office.ts';

/** The sample city as `--sample` fills an empty folder, made once for a whole run: it takes five seconds. */
export async function makeSampleFolder(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'office-sample-'));
  const office = await startOffice(['--sample', '--data', folder]);
  await office.close();
  // Else each office would check its copy on the day's first start.
  const store = openStore(folder);
  store.noteFullCheck();
  store.close();
  process.env[sampleVariable] = folder;
}

export function removeSampleFolder(): void {
  const folder = process.env[sampleVariable];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
