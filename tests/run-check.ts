import { pathToFileURL } from 'node:url';
import { isProgramOnly, runTool, runVitest, slowestFiles } from './run-steps.ts';

/** Everything but the end-to-end tests: format, lint, types, dead code, unit and integration tests. */
export async function runCheck(): Promise<boolean> {
  // The sources are the same for every user: a minute is saved.
  const ofSources = isProgramOnly ? [] : await checkSources();
  const passed = await runVitest('check', isProgramOnly ? ['--project', 'core'] : []);
  return passed && ofSources.every(Boolean);
}

/** Side by side: each alone leaves a core idle for much of its time. */
function checkSources(): Promise<boolean[]> {
  return Promise.all([
    runTool('@biomejs/biome/bin/biome', ['format', '.']),
    runTool('typescript/bin/tsc', ['-b']),
    runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
    runTool('knip/bin/knip.js', []),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const passed = await runCheck();
  process.stdout.write(`Slowest files:\n${slowestFiles(['check']).join('\n')}\n`);
  process.exit(passed ? 0 : 1);
}
