import { buildProgram } from '#tests/support/build-program.ts';
import { makeSampleFolder, removeSampleFolder } from './sample-folder.ts';

/** Two test files that start the program at the same moment must not both build it. */
export async function setup(): Promise<void> {
  await buildProgram();
  await makeSampleFolder();
}

export function teardown(): void {
  removeSampleFolder();
}
