/**
 * npm run torture [parts]: the tests of this folder in their full length, one part after the other, and what they
 * found as a list of figures. Parts: all below, unless some are named. A length that is given as a variable stays.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder, runScript, runVitest } from '../run-steps.ts';

interface Part {
  /** Vitest's arguments. */
  files: readonly string[];
  lengths: Readonly<Record<string, string>>;
}

/** Parts of `npm run bench` that print their figures themselves, and fail where one is over its bar. */
const benches: Readonly<Record<string, string>> = { volume: 'findings' };

const parts: Readonly<Record<string, Part>> = {
  'power-cut': { files: ['tests/reliability/power-cut'], lengths: { CUT_STATES: '60000' } },
  disk: { files: ['tests/reliability/failing-disk'], lengths: { FAILING_STEPS: '0' } },
  log: { files: ['tests/reliability/lost-log'], lengths: { LOST_LOGS: '100', RAW_COPIES: '500' } },
  'round-trip': { files: ['tests/reliability/round-trip'], lengths: { ROUND_TRIPS: '1000' } },
  damaged: { files: ['tests/main/core/backups/damage'], lengths: { OFFICE_DAMAGED: '300' } },
  signing: { files: ['tests/reliability/kill-while-signing'], lengths: { SIGNING_KILLS: '100' } },
  working: { files: ['tests/reliability/kill-while-working'], lengths: { WORK_KILLS: '1000' } },
  saving: { files: ['tests/reliability/kill-while-saving'], lengths: { KILLS: '3500' } },
  starters: {
    files: ['tests/main/core/store/lock.test.ts'],
    lengths: { STARTERS: '50', LOCK_ROUNDS: '100' },
  },
  windows: {
    files: ['--config', 'tests/e2e/vitest.config.ts', 'many-windows'],
    lengths: { CORE_DEATHS: '200' },
  },
  raw: { files: ['tests/main/hosts/raw-requests'], lengths: { RAW_REQUESTS: '100000' } },
  fuzz: { files: ['tests/main/core/excel/read/good-workbooks'], lengths: { FUZZED_FILES: '100000' } },
  soak: { files: ['tests/reliability/soak'], lengths: { SOAK_MINUTES: '480' } },
};

const names = process.argv.slice(2);
const all = [...Object.keys(parts), ...Object.keys(benches)];
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no such part: ${unknown.join(', ')}. There are ${all.join(', ')}.\n`);
  process.exit(1);
}

mkdirSync(resultsFolder, { recursive: true });
const figures = join(resultsFolder, `torture-figures-${process.pid}.txt`);
process.env['TORTURE_FIGURES'] = figures;
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const driver = process.env['OFFICE_SQLITE'] === 'node' ? "Node's SQLite" : 'better-sqlite3';
const rows = [`${new Date().toISOString().slice(0, 16)} UTC, commit ${commit}, ${driver}`];
let passed = true;
for (const name of names.length > 0 ? names : all) {
  const started = Date.now();
  const isGood = await runPart(name);
  passed &&= isGood;
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  rows.push(`${isGood ? 'passed' : 'FAILED'} ${name} (${minutes} minutes)`);
}
process.stdout.write(`${rows.join('\n')}\n${readFigures()}`);
process.exit(passed ? 0 : 1);

async function runPart(name: string): Promise<boolean> {
  const part = parts[name];
  if (part === undefined) return runScript('tests/bench/run.ts', [benches[name] ?? name, '--strict']);
  for (const [variable, length] of Object.entries(part.lengths)) process.env[variable] ??= length;
  return runVitest(`torture-${name}`, part.files);
}

function readFigures(): string {
  try {
    return readFileSync(figures, 'utf8').replaceAll('\t', ': ');
  } catch {
    return 'no part came to its end\n';
  }
}
