import { pathToFileURL } from 'node:url';
import { failedFiles, leftOut, runVitest } from './run-steps.ts';
import { findTool, installPackages, notRun } from './support/tools.ts';

/** More than so many failing files are no accident. */
const MOST_FILES_TO_REPEAT = 2;

/** End-to-end tests in a real Chromium: found, or installed where that is possible. */
export async function runEndToEnd(): Promise<{ passed: boolean; note: string | null }> {
  const absent = (['chromium', 'poppler'] as const).filter((name) => findTool(name) === null);
  if (absent.length > 0) installPackages(absent);
  if (findTool('chromium') === null) return { passed: true, note: notRun('e2e', 'chromium') };
  const unmeasured = findTool('poppler') === null ? ['--exclude', 'tests/e2e/papers/**'] : [];
  const features = leftOut(
    'tests/e2e/{widgets,papers}/**',
    'tests/e2e/pages/!(main-job).e2e.ts',
    'tests/e2e/start/portable.e2e.ts',
  );
  const config = ['--config', 'tests/e2e/vitest.config.ts'];
  const passed =
    (await runVitest('e2e', [...config, ...unmeasured, ...features])) || (await passesAgain(config));
  return { passed, note: null };
}

/**
 * On a loaded machine a browser sometimes misses a click. Whole files are run once more, from a new office on; a fault of
 * the program fails twice, and what passed only now is said.
 */
async function passesAgain(config: readonly string[]): Promise<boolean> {
  const failed = failedFiles('e2e');
  if (failed.length === 0 || failed.length > MOST_FILES_TO_REPEAT) return false;
  const passed = await runVitest('e2e-again', [...config, ...failed]);
  if (passed) process.stdout.write(`Passed only when run again: ${failed.join(', ')}\n`);
  return passed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, note } = await runEndToEnd();
  if (note !== null) process.stdout.write(`${note}\n`);
  process.exit(passed && (note === null || process.env['CI'] === undefined) ? 0 : 1);
}
