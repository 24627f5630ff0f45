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
 * A clerk who never stops: pages, scores, undo and redo, a workbook now and then. Held against each other are the least
 * memory of the process in the second quarter of its time and in the last one. SOAK_MINUTES is its time; a clerk's day
 * has 480.
 */

const minutes = Number(process.env['SOAK_MINUTES'] ?? 0.5);
/** Until every page's code has been compiled. */
const WARM_UP_ROUNDS = 8;
const SAVES_IN_A_ROUND = 10;
const ROUNDS_TO_ONE_WORKBOOK = 20;
const ROUNDS_TO_ONE_SAMPLE = 5;
const MOST_GROWTH = 1.1;
const MOST_WAL_BYTES = 64 * 1_048_576;

interface Sample extends Hold {
  /** Part of the time that is over, 0 to 1. */
  at: number;
}

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
      largestWal = Math.max(largestWal, statSync(join(folder, `${storeFile}-wal`)).size);
      if (turn % ROUNDS_TO_ONE_WORKBOOK > 0) return;
      const given = { periodUid: period!.uid, formUid: null, once: null, date: null };
      await resultOf(client, (await client.assessment.exportWorkbook(given)).jobUid);
    },
  };
}

/** The least of them in a part of the time: what comes and goes with a call does not count. */
function least(samples: readonly Sample[], [from, to]: readonly [number, number], of: keyof Hold): number {
  return Math.min(...samples.filter(({ at }) => at >= from && at < to).map((sample) => sample[of] ?? 0));
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
  const samples: Sample[] = [];
  let rounds = WARM_UP_ROUNDS;
  for (let at = 0; at < 1; rounds += 1) {
    await working.round(rounds);
    at = (performance.now() - begun) / whole;
    if (rounds % ROUNDS_TO_ONE_SAMPLE > 0 && at < 1) continue;
    samples.push({ ...(await office.ask<Hold>({ kind: 'readHold' })), at });
  }
  await office.close();
  await removeSharedData();
  const [early, late] = [[0.25, 0.5] as const, [0.75, 2] as const];
  const growth = least(samples, late, 'bytes') / least(samples, early, 'bytes');
  const said = `${rounds} rounds in ${minutes} min: memory × ${growth.toFixed(3)}, largest -wal ${(working.largestWal() / 1e6).toFixed(1)} MB`;
  note('soak', said);
  expect(growth, said).toBeLessThanOrEqual(MOST_GROWTH);
  expect(least(samples, late, 'descriptors'), said).toBe(least(samples, early, 'descriptors'));
  expect(working.largestWal(), said).toBeLessThanOrEqual(MOST_WAL_BYTES);
  for (const left of [folder, exports]) rmSync(left, { recursive: true });
});
