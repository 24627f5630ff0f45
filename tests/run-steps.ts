import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const resultsFolder = join(root, 'test-results');

/** Runs one tool of node_modules with this very Node, output shown. */
export function runTool(entry: string, args: readonly string[]): Promise<boolean> {
  return runScript(join('node_modules', entry), args);
}

/** @param path below the project's root */
export function runScript(path: string, args: readonly string[]): Promise<boolean> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, path), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('exit', (code) => {
      const seconds = ((Date.now() - started) / 1_000).toFixed(1);
      process.stdout.write(
        `${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s: ${path.replace(/^node_modules./u, '')} ${args.join(' ')}\n`,
      );
      resolve(code === 0);
    });
  });
}

/**
 * `TEST_SCOPE=program` leaves out what depends neither on the user nor on the environment: types, lint, rules, features,
 * formats of files, drawing, kills. Everything that installs, starts, stores or carries the program's calls stays, and
 * one path through the program that writes files.
 */
export const isProgramOnly = process.env['TEST_SCOPE'] === 'program';

/** @param patterns of files that are left out with `TEST_SCOPE=program` */
export function leftOut(...patterns: readonly string[]): string[] {
  return isProgramOnly ? patterns.flatMap((pattern) => ['--exclude', pattern]) : [];
}

/** A vitest run that also leaves its results for the list of slowest files. */
export function runVitest(name: string, args: readonly string[]): Promise<boolean> {
  mkdirSync(resultsFolder, { recursive: true });
  return runTool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(resultsFolder, `${name}.json`)}`,
    ...args,
  ]);
}

interface FileResult {
  name: string;
  status: 'passed' | 'failed';
  startTime: number;
  endTime: number;
}

/** Of the run of that name: test files that did not pass. */
export function failedFiles(name: string): string[] {
  return readResults(join(resultsFolder, `${name}.json`))
    .filter(({ status }) => status === 'failed')
    .map((file) => relative(root, file.name));
}

export function slowestFiles(names: readonly string[], count = 5): string[] {
  const files = names.flatMap((name) => readResults(join(resultsFolder, `${name}.json`)));
  return files
    .map((file) => ({ name: relative(root, file.name), seconds: (file.endTime - file.startTime) / 1_000 }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
}

function readResults(path: string): FileResult[] {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { testResults: FileResult[] }).testResults;
  } catch {
    // A run that died before its end left no results; its own failure has been shown.
    return [];
  }
}
