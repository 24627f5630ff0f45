import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storeFile } from '#main/core/store/database.ts';
import { resultOf } from '#tests/bench/jobs.ts';
import { type OfficeProcess, startOfficeProcess } from '#tests/bench/office-client.ts';
import type { Hold } from '#tests/bench/office-process.ts';
import { createScoreSaver } from '#tests/bench/score-saver.ts';
import { removeSharedData } from '#tests/bench/shared-data.ts';
import { knownOf, readsOf } from '#tests/support/page-reads.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';
import { note } from './at-work/figures.ts';

/*
 * A clerk who never stops: pages, scores, undo and redo, files that come and go, a workbook now and then. Held against
 * each other is the least that the process holds in the second quarter of the samples and in the last one: memory, files,
 * threads, and the handles of its threads. SOAK_MINUTES is its time; a clerk's day has 480. However short it is, there are
 * samples and workbooks in each quarter.
 */

const minutes = Number(process.env['SOAK_MINUTES'] ?? 0.5);
/** Until every page's code has been compiled. */
const WARM_UP_ROUNDS = 8;
const SAVES_IN_A_ROUND = 10;
/** Over the whole time, and at least: a busy machine has few rounds in a short one. */
const SAMPLES = 16;
const LEAST_SAMPLES = 12;
/** With fewer of them between two samples a leak of one handle for each of them would go unseen. */
const ROUNDS_TO_ONE_WORKBOOK = 3;
const MOST_GROWTH = 1.1;
/** SQLite takes its log over at 1 000 pages of 4 KB; without that, the shortest run writes 8 MB. */
const MOST_WAL_BYTES = 6 * 1_048_576;

async function clerk(office: OfficeProcess, folder: string, exports: string) {
  const { http: client } = office;
  const { name } = await client.office.settings();
  await client.office.update({ name, exportFolder: exports });
  const reads = readsOf(await knownOf(client));
  const saver = await createScoreSaver(client, 0);
  const period = (await client.assessment.periods()).find(({ status }) => status === 'open');
  let largestWal = 0;
  return {
    largestWal: () => largestWal,
    async round(turn: number): Promise<void> {
      for (const { call } of reads) await call(client, turn);
      for (let save = 0; save < SAVES_IN_A_ROUND; save += 1) await saver.save();
      await client.history.undo({});
      await client.history.redo();
      const { token } = await client.files.begin({ name: '照片.jpg', bytes: 3 });
      await client.files.discard({ tokens: [token] });
      largestWal = Math.max(largestWal, statSync(join(folder, `${storeFile}-wal`)).size);
      if (turn % ROUNDS_TO_ONE_WORKBOOK > 0) return;
      const given = { periodUid: period!.uid, formUid: null, once: null, date: null };
      await resultOf(client, (await client.assessment.exportWorkbook(given)).jobUid);
    },
  };
}

/** The least of the samples of two quarters of the time: what comes and goes with a call does not count. */
function leastOf(samples: readonly Hold[], of: keyof Hold): { early: number; late: number } {
  const quarter = Math.floor(samples.length / 4);
  const least = (some: readonly Hold[]) => Math.min(...some.map((sample) => sample[of] ?? Number.NaN));
  return { early: least(samples.slice(quarter, 2 * quarter)), late: least(samples.slice(-quarter)) };
}

it('A clerk who never stops makes the program neither larger nor lets it hold on to files', {
  timeout: 300_000 + minutes * 90_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-soak-'));
  const exports = mkdtempSync(join(tmpdir(), 'office-soak-exports-'));
  await (await startSampleOffice(folder)).office.core.close();
  const office = await startOfficeProcess(folder);
  const working = await clerk(office, folder, exports);
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await working.round(round);
  const [begun, whole] = [performance.now(), minutes * 60_000];
  const samples: Hold[] = [];
  let rounds = WARM_UP_ROUNDS;
  for (let at = 0; at < 1 || samples.length < LEAST_SAMPLES; rounds += 1) {
    await working.round(rounds);
    at = (performance.now() - begun) / whole;
    if (at * SAMPLES >= samples.length) samples.push(await office.ask<Hold>({ kind: 'readHold' }));
  }
  await office.close();
  await removeSharedData();
  const memory = leastOf(samples, 'bytes');
  const growth = memory.late / memory.early;
  const held = (['descriptors', 'systemThreads', 'handles'] as const).map((what) => ({
    what,
    ...leastOf(samples, what),
  }));
  const heldWords = held.map(({ what, early, late }) => `${what} ${early} → ${late}`).join(', ');
  const said = `${rounds} rounds in ${minutes} min: memory × ${growth.toFixed(3)}, ${heldWords}, largest -wal ${(working.largestWal() / 1e6).toFixed(1)} MB`;
  note('soak', said);
  expect(growth, said).toBeLessThanOrEqual(MOST_GROWTH);
  for (const { what, early, late } of held) {
    // Only where the system tells; what runs here does.
    if (process.platform === 'linux' || what === 'handles') expect(late, said).toBeLessThanOrEqual(early);
  }
  expect(working.largestWal(), said).toBeLessThanOrEqual(MOST_WAL_BYTES);
  for (const left of [folder, exports]) rmSync(left, { recursive: true });
});
