import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { ReceivedFiles } from '#shared/contract/collection-returns.ts';
import type { WrittenFolder } from '#shared/contract/files.ts';
import { collectedColumn, type DesignedForm } from '#shared/rules/collections/definition.ts';
import { findTables } from '#shared/rules/collections/returns/find-tables.ts';
import { receiveTable } from '#shared/rules/collections/returns/recognize.ts';
import { createBatchReader } from '#main/core/excel/read/batch-reader.ts';
import { forkReader } from '#main/core/excel/read/fork-reader.ts';
import { openReader } from '#main/core/store/open.ts';
import { askedCollection } from '#main/features/collections/returns/rows.ts';
import type { Client } from '#tests/support/core.ts';
import { signedIn } from '#tests/support/five-years.ts';
import { resultOf, upload } from './jobs.ts';
import { timed } from './measure.ts';
import { type OfficeProcess, startOfficeProcess } from './office-client.ts';
import type { Memory } from './office-process.ts';
import type { Part, Report } from './report.ts';

/* Returned workbooks of which every cell is filled, collected in turn with the library alone reading them. */

const UNITS = 200;
const ROWS = 120;
const COLUMNS = 9;
const TURNS = 3;

const form: DesignedForm = {
  definition: {
    rows: 'given',
    blankRows: 0,
    columns: Array.from({ length: COLUMNS }, (_unused, place) =>
      place === 0
        ? collectedColumn('c0', '场所', { locked: true })
        : collectedColumn(
            `c${place}`,
            `第${place}项`,
            place % 2 === 0 ? {} : { kind: 'whole', required: true },
          ),
    ),
  },
  rows: Array.from({ length: ROWS }, (_row, row) => ({
    key: `r${row}`,
    values: Object.fromEntries(
      Array.from({ length: COLUMNS }, (_column, place) => [
        `c${place}`,
        place % 2 === 0 ? `第${row}处场所的情况` : String(row * place + 1),
      ]),
    ),
    ranges: {},
  })),
};

async function createCollection(client: Client): Promise<string> {
  const { units } = await client.collections.propose({ origin: { kind: 'form' } });
  const { uid } = await client.collections.create({
    title: `场所情况 ${crypto.randomUUID().slice(0, 8)}`,
    origin: { kind: 'form' },
    instruction: '',
    dueOn: '2099-12-31',
    organizationUids: units.slice(0, UNITS).map(({ organizationUid }) => organizationUid),
    form,
  });
  return uid;
}

/** The workbooks as they are handed out: everything in them is filled already. */
async function handOut(client: Client, uid: string): Promise<string[]> {
  const { units } = await client.collections.get({ uid });
  const unitUids = units.map((unit) => unit.uid);
  const { jobUid } = await client.collections.handOut({ uid, unitUids, as: 'folder' });
  const { folder, name } = (await resultOf(client, jobUid)) as WrittenFolder;
  return readdirSync(join(folder, name)).map((file) => join(folder, name, file));
}

async function readByLibrary(paths: readonly string[]): Promise<void> {
  for (const path of paths) await new ExcelJS.Workbook().xlsx.readFile(path);
}

/** What one worker of the job does with each file. */
async function readByOne(paths: readonly string[], dataFolder: string, uid: string): Promise<void> {
  const db = openReader(dataFolder);
  const reader = createBatchReader(forkReader);
  try {
    const asked = askedCollection(db, uid, '2026-09-30');
    const headings = asked.definition.columns.map(({ heading }) => heading);
    for (const path of paths) {
      const tables = findTables(await reader.read(path), headings);
      if (tables.map((table) => receiveTable(table, path, asked)).some((each) => 'refused' in each))
        throw new Error(`${path} was refused`);
    }
  } finally {
    reader.close();
    db.close();
  }
}

async function collect(client: Client, uid: string, fileTokens: string[]): Promise<void> {
  const { jobUid } = await client.collectionReturns.receive({ uid, fileTokens });
  const { correct, refused } = (await resultOf(client, jobUid)) as ReceivedFiles;
  if (correct !== UNITS) throw new Error(`only ${correct} were in order: ${JSON.stringify(refused[0])}`);
}

async function uploadAll(client: Client, paths: readonly string[]): Promise<string[]> {
  const tokens: string[] = [];
  for (const path of paths) tokens.push(await upload(client, path));
  return tokens;
}

async function setUp(office: OfficeProcess, exportFolder: string): Promise<Client> {
  const officeName = '赣州市消防安全委员会办公室';
  const city = { cityName: '赣州市', cityCode: '3607' };
  await office.pipe.office.setUp({ officeName, userName: '李明', ...city, memberUnits: false });
  const client = await signedIn(office.pipe);
  await client.office.update({ name: officeName, exportFolder });
  return client;
}

interface Returned {
  uid: string;
  paths: string[];
}

/** In a process of its own: what writing them has taken is not what collecting takes. */
async function returnedIn(dataFolder: string, exportFolder: string): Promise<Returned> {
  const office = await startOfficeProcess(dataFolder, false);
  try {
    const client = await setUp(office, exportFolder);
    const uid = await createCollection(client);
    return { uid, paths: await handOut(client, uid) };
  } finally {
    await office.close();
  }
}

async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'office-collect-'));
  const dataFolder = join(folder, 'data');
  const times = { library: [] as number[], one: [] as number[], program: [] as number[] };
  const { uid, paths } = await returnedIn(dataFolder, join(folder, 'exports'));
  const office = await startOfficeProcess(dataFolder);
  try {
    const client = office.pipe;
    let peak = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      times.library.push(await timed(() => readByLibrary(paths)));
      times.one.push(await timed(() => readByOne(paths, dataFolder, uid)));
      const tokens = await uploadAll(client, paths);
      if (turn === 0) await office.ask({ kind: 'watchMemory' });
      times.program.push(await timed(() => collect(client, uid, tokens)));
      if (turn === 0) ({ peak } = await office.ask<Memory>({ kind: 'readMemory' }));
      // Received again they would only be counted.
      await client.history.undo({});
    }
    const baseline = { name: 'exceljs', value: Math.min(...times.library) };
    const most = (ratio: number) => ({ baseline, bar: { of: 'ratio', most: ratio } as const });
    const [one, program] = [Math.min(...times.one), Math.min(...times.program)];
    report({ what: 'exceljs reading them', value: baseline.value, unit: 'ms' });
    report({ what: 'one worker reading and checking them', value: one, unit: 'ms', ...most(1.5) });
    report({
      what: 'collecting them, two workers, until they are kept',
      value: program,
      unit: 'ms',
      ...most(0.9),
    });
    // Later on the bytes of the same files lie there already.
    report({
      what: 'the same for the first time, with their files to be written and synced',
      value: times.program[0] ?? Number.NaN,
      unit: 'ms',
      baseline: { name: 'exceljs, first', value: times.library[0] ?? Number.NaN },
    });
    report({
      what: 'memory of the program meanwhile',
      value: peak,
      unit: 'MB',
      bar: { of: 'figure', most: 512 },
    });
  } finally {
    await office.close();
    rmSync(folder, { recursive: true });
  }
}

export const collectPart: Part = {
  name: 'collect',
  title: `${UNITS} returned workbooks with ${ROWS} rows and ${COLUMNS} columns`,
  run,
};
