import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReceivedFiles } from '#shared/contract/collection-returns.ts';
import type { WrittenFolder } from '#shared/contract/files.ts';
import { collectedColumn, type DesignedForm } from '#shared/rules/collections/definition.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { resultOf } from '#tests/support/handed-workbooks.ts';
import { upload } from '#tests/support/upload.ts';

/* Returned workbooks, read by a job's own thread and the processes that it has for it. */

const UNITS = 40;
const BROKEN_EVERY = 10;
const CUT_TO_BYTES = 700;

/** Everything in it is filled already: what is handed out can come back as it is. */
const form: DesignedForm = {
  definition: {
    rows: 'given',
    blankRows: 0,
    columns: [
      collectedColumn('item', '场所', { locked: true }),
      collectedColumn('count', '数量', { kind: 'whole' }),
    ],
  },
  rows: Array.from({ length: 60 }, (_unused, row) => ({
    key: `r${row}`,
    values: { item: `第${row}处`, count: String(row) },
    ranges: {},
  })),
};

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let folder: string;
beforeAll(async () => {
  office = await startTestOffice({ name: '赣州市', code: '3607' });
  ({ client } = office);
  folder = mkdtempSync(join(tmpdir(), 'stopped-'));
  await client.office.update({ name: '赣州市消防安全委员会办公室', exportFolder: folder });
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

async function create(): Promise<string> {
  const { units } = await client.collections.propose({ origin: { kind: 'form' } });
  const { uid } = await client.collections.create({
    title: '场所数量',
    origin: { kind: 'form' },
    instruction: '',
    dueOn: '2099-12-05',
    organizationUids: units.slice(0, UNITS).map(({ organizationUid }) => organizationUid),
    form,
  });
  return uid;
}

/** All units' workbooks, every tenth of them cut off. @returns their tokens */
async function uploadReturned(uid: string): Promise<string[]> {
  const { units } = await client.collections.get({ uid });
  const unitUids = units.map((unit) => unit.uid);
  const written = await resultOf<WrittenFolder>(
    client,
    client.collections.handOut({ uid, unitUids, as: 'folder' }),
  );
  const place = join(written.folder, written.name);
  const tokens: string[] = [];
  for (const [index, name] of readdirSync(place).entries()) {
    const bytes = readFileSync(join(place, name));
    const isBroken = index % BROKEN_EVERY === 0;
    tokens.push(await upload(client, name, isBroken ? bytes.subarray(0, CUT_TO_BYTES) : bytes));
  }
  return tokens;
}

async function untilReading(jobUid: string): Promise<void> {
  for (;;) {
    const { step, status } = await client.jobs.get({ uid: jobUid });
    if (step.startsWith('读取')) return;
    if (status !== 'running') throw new Error(`${status} before anything was read`);
    await new Promise(setImmediate);
  }
}

it('stopped in the middle nothing of them is kept; tried again the whole ones come in and the broken ones are listed', async () => {
  const uid = await create();
  const fileTokens = await uploadReturned(uid);
  const statesOf = async () => (await client.collections.get({ uid })).units.map(({ state }) => state);
  const before = await statesOf();

  const { jobUid } = await client.collectionReturns.receive({ uid, fileTokens });
  await untilReading(jobUid);
  expect(await client.jobs.cancel({ uid: jobUid })).toEqual({ cancelled: true });
  expect(await finishedJob(client, jobUid)).toMatchObject({ status: 'cancelled', result: null });
  expect(await statesOf()).toEqual(before);
  expect(readdirSync(join(office.dataFolder, 'temporary'))).toEqual([]);

  const again = client.collectionReturns.receive({ uid, fileTokens });
  const received = await resultOf<ReceivedFiles>(client, again);
  expect(received).toMatchObject({ correct: UNITS - UNITS / BROKEN_EVERY, mustCorrect: 0, again: 0 });
  expect(received.refused).toHaveLength(UNITS / BROKEN_EVERY);
  for (const { text } of received.refused) expect(text).toMatch(/[\u4E00-\u9FFF].*。$/u);
}, 60_000);
