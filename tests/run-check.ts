import { pathToFileURL } from 'node:url';
import { isProgramOnly, runTool, runVitest, slowestFiles } from './run-steps.ts';

/** Everything but the end-to-end tests: format, lint, types, dead code, unit and integration tests. */
export async function runCheck(): Promise<boolean> {
  const outcomes = [
    await runTool('@biomejs/biome/bin/biome', ['format', '.']),
    // The sources are the same for every user: a minute is saved.
    isProgramOnly || (await runTool('typescript/bin/tsc', ['-b'])),
    isProgramOnly || (await runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])),
    await runTool('knip/bin/knip.js', []),
    await runVitest('check', isProgramOnly ? ['--project', 'core', '--project', 'own-process'] : []),
  ];
  return outcomes.every(Boolean);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const passed = await runCheck();
  process.stdout.write(`Slowest files:\n${slowestFiles(['check']).join('\n')}\n`);
  process.exit(passed ? 0 : 1);
}
