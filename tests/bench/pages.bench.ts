import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase, storeFile } from '#main/core/store/database.ts';
import { openStore } from '#main/core/store/open.ts';
import { INDICATORS, OBJECTS } from '#tests/support/five-years.ts';
import type { Client } from '#tests/support/core.ts';
import { knownOf, type Read, readsOf } from '#tests/support/page-reads.ts';
import { percentile, timed, timesOf, timesOfCalls } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Part, Report } from './report.ts';
import { fiveYears } from './shared-data.ts';

/* Everything that a page asks for, over both carriers, and how long the store takes to open. */

const CALLS = 40;
const CALLS_BEFORE = 3;
const OPENINGS = 15;
const BAR = { of: 'figure', most: 50 } as const;

async function reportRead(report: Report, { name, call }: Read, carriers: readonly [string, Client][]) {
  for (const [carrier, client] of carriers) {
    await timesOf(CALLS_BEFORE, (turn) => call(client, turn));
    const times = await timesOfCalls(CALLS, (turn) => call(client, turn));
    const [median, value] = [percentile(times, 50), percentile(times, 95)];
    report({ what: `${name}, ${carrier}, p95`, value, median, unit: 'ms', bar: BAR });
  }
}

/** The same file opened in turn as the program opens it and as SQLite alone does. */
async function reportOpening(report: Report, folder: string): Promise<void> {
  const copy = mkdtempSync(join(dirname(folder), 'office-opened-'));
  cpSync(join(folder, storeFile), join(copy, storeFile));
  const [whole, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    let store: ReturnType<typeof openStore> | undefined;
    whole.push(
      await timed(() => {
        store = openStore(copy);
      }),
    );
    store?.close();
    let database: ReturnType<typeof openDatabase> | undefined;
    bare.push(
      await timed(() => {
        database = openDatabase(join(copy, storeFile), 'write');
        database.prepare('SELECT count(*) FROM sqlite_schema').get();
      }),
    );
    database?.close();
  }
  rmSync(copy, { recursive: true });
  const [opened, plain] = [percentile(whole, 50), percentile(bare, 50)];
  report({ what: 'opening the bare file', value: plain, unit: 'ms' });
  report({ what: 'opening the store', value: opened, unit: 'ms', baseline: { name: 'bare', value: plain } });
  const most = 300;
  report({
    what: 'opening the store, more than the bare file',
    value: opened - plain,
    unit: 'ms',
    bar: { of: 'figure', most },
  });
}

async function run(report: Report): Promise<void> {
  const { folder } = await fiveYears();
  await reportOpening(report, folder);
  const office = await startOfficeProcess(folder);
  try {
    const carriers: [string, Client][] = [
      ['HTTP', office.http],
      ['IPC', office.pipe],
    ];
    for (const read of readsOf(await knownOf(office.http))) await reportRead(report, read, carriers);
  } finally {
    await office.close();
  }
}

export const pagesPart: Part = {
  name: 'pages',
  title: `what pages ask for after five years (20 periods of ${OBJECTS} × ${INDICATORS}), core in a child process`,
  run,
};
