import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleCore, type CoreBundle } from './core-bundle.ts';
import { makeEmptyStore } from './empty-store.ts';
import { announceThreadBundle } from './thread-bundle.ts';

let bundle: CoreBundle | undefined;

/** Before the first test file of a run, and again before each further run of a watching vitest. */
export async function setup(project: TestProject): Promise<void> {
  await makeBundle();
  project.onTestsRerun(makeBundle);
}

export function teardown(): void {
  bundle?.remove();
}

async function makeBundle(): Promise<void> {
  bundle?.remove();
  bundle = await bundleCore({
    'office-process': 'tests/bench/office-process.ts',
    'child-core': 'tests/support/child-core.ts',
    'signing-core': 'tests/support/signing-core.ts',
    'store-opener': 'tests/support/store-opener.ts',
    'store-writer': 'tests/support/store-writer.ts',
    'working-store': 'tests/reliability/at-work/working-store.ts',
  });
  announceThreadBundle(bundle.folder);
  makeEmptyStore(join(bundle.folder, 'empty-store'));
  process.env['NODE_COMPILE_CACHE'] = join(bundle.folder, 'compiled');
  liveInOwnHome(join(bundle.folder, 'home'));
}

/** Exports go to the user's documents by themselves: not to those of whoever runs the tests. */
function liveInOwnHome(home: string): void {
  mkdirSync(home);
  process.env['HOME'] = home;
  process.env['USERPROFILE'] = home;
}
