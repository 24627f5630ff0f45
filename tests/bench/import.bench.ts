import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import type { Client } from '#tests/support/core.ts';
import { signedIn } from '#tests/support/five-years.ts';
import { nothingChosen } from '#tests/support/table-import.ts';
import { reportCsvImport } from './csv-import.ts';
import { resultOf, upload } from './jobs.ts';
import { percentile, timed } from './measure.ts';
import { type OfficeProcess, startOfficeProcess } from './office-client.ts';
import type { LoopDelay } from './office-process.ts';
import type { Part, Report } from './report.ts';

/* Villages from a workbook; meanwhile the process that answers all pages must stay free. */

const COUNTIES = 20;
const TOWNSHIPS = 50;
const VILLAGES = 100;
const ROWS = COUNTIES * TOWNSHIPS * VILLAGES;
const BAR = { of: 'figure', most: 50 } as const;
/** What this PC does to a process that has nothing to do stands beside the rest. */
const REST_MILLISECONDS = 3_000;
const BETWEEN_READS_MILLISECONDS = 20;

function* villageRows(): Generator<string[]> {
  for (let row = 0; row < ROWS; row += 1) {
    const [county, township] = [
      Math.floor(row / VILLAGES / TOWNSHIPS),
      Math.floor(row / VILLAGES) % TOWNSHIPS,
    ];
    yield [`第${county + 1}县`, `第${township + 1}镇`, `第${(row % VILLAGES) + 1}村民委员会`];
  }
}

async function writeWorkbook(path: string): Promise<void> {
  const columns = ['县', '乡镇', '村'].map((heading) => ({ heading, width: 20 }));
  await writeListWorkbook(path, [{ name: '村', columns, rows: villageRows() }], () => undefined);
}

async function setUp(client: Client): Promise<string> {
  await client.office.setUp({
    officeName: '临川市消防安全委员会办公室',
    userName: '李明',
    cityName: '临川市',
    cityCode: null,
    memberUnits: false,
  });
  await signedIn(client);
  const [city] = await client.organizations.tree({ day: null });
  return city!.uid;
}

/** Asks for something small again and again while the work runs. @returns how long each answer took */
async function readMeanwhile(client: Client, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const state = { running: true };
  const ended = work.finally(() => {
    state.running = false;
  });
  while (state.running) {
    times.push(await timed(() => client.office.settings()));
    await setTimeout(BETWEEN_READS_MILLISECONDS);
  }
  await ended;
  return times;
}

interface Step {
  name: string;
  run: () => Promise<unknown>;
}

async function reportStep(report: Report, office: OfficeProcess, { name, run: step }: Step): Promise<void> {
  await office.ask({ kind: 'watchDelay' });
  // The measuring process does little: what it suffers meanwhile, the PC does to both.
  const here = monitorEventLoopDelay({ resolution: 1 });
  here.enable();
  let took = 0;
  const work = timed(step).then((time) => {
    took = time;
  });
  const reads = await readMeanwhile(office.http, work);
  here.disable();
  const { longest, p99, ownWork } = await office.ask<LoopDelay>({ kind: 'readDelay' });
  report({ what: `${name}, in all`, value: took / 1_000, unit: 's' });
  report({
    what: `${name}: longest delay of the event loop`,
    value: longest,
    unit: 'ms',
    baseline: { name: 'measurer', value: here.max / 1e6 },
    bar: BAR,
  });
  report({ what: `${name}: longest work of its own in that thread`, value: ownWork, unit: 'ms' });
  report({ what: `${name}: p99 of that delay`, value: p99, unit: 'ms' });
  report({ what: `${name}: a small read meanwhile, HTTP, p95`, value: percentile(reads, 95), unit: 'ms' });
  report({ what: `${name}: a small read meanwhile, HTTP, longest`, value: Math.max(...reads), unit: 'ms' });
}

async function run(report: Report): Promise<void> {
  await reportVillages(report);
  await reportCsvImport(report);
}

async function reportVillages(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'office-import-'));
  const workbook = join(folder, 'villages.xlsx');
  await writeWorkbook(workbook);
  const office = await startOfficeProcess(join(folder, 'data'), false);
  try {
    const client = office.pipe;
    await signedInAfterSetUp(office);
    const [city] = await client.organizations.tree({ day: null });
    const options = { parentUid: city!.uid, level: 'village', from: null } as const;
    const given = { choice: nothingChosen, options };
    let fileToken = '';
    let preview: ListPreview | undefined;
    const megabytes = (statSync(workbook).size / 1e6).toFixed(1);
    const during = (name: string, work: () => Promise<unknown>) =>
      reportStep(report, office, { name, run: work });
    await during('at rest', () => setTimeout(REST_MILLISECONDS));
    await during(`sending ${megabytes} MB`, async () => {
      fileToken = await upload(client, workbook);
    });
    await during('readTable', async () => {
      const source = { fileToken, sheet: null };
      const { jobUid } = await client.organizations.readTable({ source, ...given });
      preview = (await resultOf(client, jobUid)) as ListPreview;
    });
    const { stagedUid = '', errorCount = 1 } = preview ?? {};
    if (errorCount > 0) throw new Error(`not importable: ${JSON.stringify(preview?.problems.slice(0, 3))}`);
    await during('importTable', () => client.organizations.importTable({ stagedUid, ...given }));
  } finally {
    await office.close();
    rmSync(folder, { recursive: true });
  }
}

/** Each carrier has a session of its own. */
async function signedInAfterSetUp(office: OfficeProcess): Promise<void> {
  await setUp(office.pipe);
  await signedIn(office.http);
}

export const importPart: Part = {
  name: 'import',
  title: `${ROWS} villages from a workbook, event loop of the process that answers the pages; and from a CSV`,
  run,
};
