import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { storeFile } from '#main/core/store/database.ts';
import { openReader } from '#main/core/store/open.ts';
import { defineQuery, integer } from '#main/core/store/query.ts';
import { diskSync, plainTable, sameTables } from './bare-transactions.ts';
import { percentile, timesOf } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Part, Report } from './report.ts';
import { createScoreSaver } from './score-saver.ts';
import { fiveYears } from './shared-data.ts';

/*
 * One score saved through the contract, in turn with bare transactions on the same disk: A B C A B C. Before each one
 * nothing happens for a while, as when a clerk types: a transaction repeated without a pause takes a third of the time,
 * because neither processor nor disk has gone to rest, and no save ever comes like that.
 */

const PAUSE_MILLISECONDS = 20;
const WARM_UP = 10;
const TURNS = 200;
const BAR = { of: 'ratio', most: 3 } as const;

const logEnds = defineQuery({
  name: 'bench.logEnds',
  sql: 'SELECT (SELECT max(id) FROM operation) AS operations, (SELECT max(id) FROM row_change) AS changes',
  columns: { operations: integer, changes: integer },
});

interface Way {
  name: string;
  kind: 'baseline' | 'bare' | 'disk' | 'carrier' | 'save';
  run: (count: number) => Promise<number[]>;
}

/** Rows that one save writes: the score, its row change, the operation. */
async function rowsOfOneSave(folder: string, save: () => Promise<void>): Promise<number> {
  const reader = openReader(folder);
  const before = reader.get(logEnds);
  await save();
  const after = reader.get(logEnds);
  reader.close();
  if (before === undefined || after === undefined) throw new Error('the store has no log');
  return after.operations - before.operations + 2 * (after.changes - before.changes);
}

async function run(report: Report): Promise<void> {
  const { folder } = await fiveYears();
  const scratch = mkdtempSync(join(dirname(folder), 'office-bare-'));
  cpSync(join(folder, storeFile), join(scratch, storeFile));
  const office = await startOfficeProcess(folder);
  try {
    const [http, pipe] = [await createScoreSaver(office.http, 0), await createScoreSaver(office.pipe, 1)];
    const rows = await rowsOfOneSave(folder, http.save);
    const [same, plain, disk] = [
      sameTables(join(scratch, storeFile)),
      plainTable(scratch, rows),
      diskSync(scratch),
    ];
    const ways: Way[] = [
      { name: `bare transaction, the same ${rows} rows in the same tables`, kind: 'baseline', run: same.run },
      { name: `bare transaction, ${rows} rows in a table without indexes`, kind: 'bare', run: plain.run },
      { name: "the disk's sync of one page", kind: 'disk', run: disk.run },
      {
        name: 'the smallest read, HTTP to a child process',
        kind: 'carrier',
        run: (count) => timesOf(count, () => office.http.office.settings()),
      },
      {
        name: 'the smallest read, IPC: pipe to a child process',
        kind: 'carrier',
        run: (count) => timesOf(count, () => office.pipe.office.settings()),
      },
      { name: 'HTTP to a child process', kind: 'save', run: (count) => timesOf(count, http.save) },
      { name: 'IPC: pipe to a child process', kind: 'save', run: (count) => timesOf(count, pipe.save) },
      {
        name: 'IPC: Node MessagePort, page in a thread of the child process',
        kind: 'save',
        run: (count) => office.ask<number[]>({ kind: 'saveInThread', count }),
      },
    ];
    const times = await takeTurns(ways);
    for (const bare of [same, plain, disk]) bare.close();
    for (const [place, way] of ways.entries()) reportWay(report, way, times[place] ?? [], times);
  } finally {
    await office.close();
    rmSync(scratch, { recursive: true });
  }
}

async function takeTurns(ways: readonly Way[]): Promise<number[][]> {
  const times: number[][] = ways.map(() => []);
  for (const way of ways) await way.run(WARM_UP);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [place, way] of ways.entries()) {
      await setTimeout(PAUSE_MILLISECONDS);
      times[place]?.push(...(await way.run(1)));
    }
  }
  return times;
}

function reportWay(
  report: Report,
  { name, kind }: Way,
  own: readonly number[],
  times: readonly number[][],
): void {
  const [baseline = [], plain = [], disk = []] = times;
  const against = (hundredths: number) => ({ name: 'bare', value: percentile(baseline, hundredths) });
  const [p50, p95] = [percentile(own, 50), percentile(own, 95)];
  const saved = kind === 'save';
  // The slowest saves are decided by the disk, so that the medians are compared.
  report({
    what: `${name}, p50`,
    value: p50,
    unit: 'ms',
    ...(saved ? { baseline: against(50), bar: BAR } : {}),
  });
  report({ what: `${name}, p95`, value: p95, unit: 'ms', ...(saved ? { baseline: against(95) } : {}) });
  if (saved) {
    const value = percentile(plain, 50);
    report({
      what: '    beside the table without indexes',
      value: p50,
      unit: 'ms',
      baseline: { name: 'that', value },
    });
  }
  if (kind !== 'disk' && kind !== 'carrier') {
    report({ what: '    without the sync', value: p50 - percentile(disk, 50), unit: 'ms' });
  }
}

export const savingPart: Part = {
  name: 'saving',
  title: 'one score saved through the contract; store of five years, group of 150 × 120',
  run,
};
