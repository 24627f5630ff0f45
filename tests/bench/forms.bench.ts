import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigForm, fillBigForm, FORM_ROWS, readAndWrite } from './big-form.ts';
import { percentile, timesOf } from './measure.ts';
import type { Part, Report } from './report.ts';

/* A form of another office filled, in turn with the same workbook read and written by the library alone. */

const TURNS = 5;
const cases = [
  { what: 'rows that the form holds ready', ready: FORM_ROWS },
  { what: 'rows put in where the form holds three ready', ready: 3 },
] as const;

async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-forms-'));
  try {
    for (const { what, ready } of cases) {
      const form = await bigForm(ready);
      const filled = fillBigForm(form, ready);
      const own = await timesOf(TURNS, () => fillBigForm(form, ready));
      const library = await timesOf(TURNS, () => readAndWrite(filled));
      const baseline = { name: 'exceljs', value: percentile(library, 50) };
      report({ what: `exceljs reading and writing it (${what})`, value: baseline.value, unit: 'ms' });
      report({
        what: `filling it (${what})`,
        value: percentile(own, 50),
        unit: 'ms',
        baseline,
        bar: { of: 'ratio', most: 1 },
      });
      report({
        what: `memory of a process that fills it (${what})`,
        value: memoryOf(join(folder, 'form.xlsx'), form, ready),
        unit: 'MB',
        bar: { of: 'figure', most: 512 },
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function memoryOf(path: string, form: Uint8Array, ready: number): number {
  writeFileSync(path, form);
  const script = join(import.meta.dirname, 'fill-once.ts');
  const ended = spawnSync(process.execPath, [script, path, String(ready)], { encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return Number(ended.stdout) / 1_024;
}

export const formsPart: Part = { name: 'forms', title: `filling a form with ${FORM_ROWS} rows`, run };
