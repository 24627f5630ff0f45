import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from '#tests/support/build-program.ts';
import { makeSampleFolder, removeSampleFolder } from './sample-folder.ts';

const compiled = mkdtempSync(join(tmpdir(), 'office-compiled-'));

/** Two test files that start the program at the same moment must not both build it. */
export async function setup(): Promise<void> {
  // What a start compiles is kept for the next one: a fifth of its work.
  process.env['NODE_COMPILE_CACHE'] = compiled;
  await buildProgram();
  await makeSampleFolder();
}

export function teardown(): void {
  removeSampleFolder();
  rmSync(compiled, { recursive: true, force: true });
}
