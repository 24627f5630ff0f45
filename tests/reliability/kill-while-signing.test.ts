import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkStore } from '#main/core/store/integrity.ts';
import { openStore } from '#main/core/store/open.ts';
import { defineQuery, integer, text } from '#main/core/store/query.ts';
import { bundledChild } from '#tests/support/thread-bundle.ts';
import { expect, it } from 'vitest';
import { note } from './at-work/figures.ts';

const kills = Number(process.env['SIGNING_KILLS'] ?? 10);
/** The papers of a folder last for so many. */
const KILLS_PER_FOLDER = 10;

const takenNumbers = defineQuery({
  name: 'test.takenNumbers',
  sql: `SELECT serial, paper_number.text AS number, paper.number_text AS printed, paper.status AS status
    FROM paper_number JOIN paper ON paper.id = paper_id ORDER BY serial`,
  columns: { serial: integer, number: text, printed: text, status: text },
});
const signedPapers = defineQuery({
  name: 'test.signedPapers',
  sql: "SELECT count(*) AS count FROM paper WHERE status = 'signed'",
  columns: { count: integer },
});

function load(entry: string, folder: string) {
  return fork(entry, [folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], execArgv: [] });
}

/** Lets two windows sign, kills the process so many milliseconds after the first number. @returns what was acknowledged */
async function signAndKill(entry: string, folder: string, milliseconds: number): Promise<string[]> {
  const child = load(entry, folder);
  const lines: string[] = [];
  if (child.stdout === null) throw new Error('the child has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (lines.length === 1) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  child.send('sign');
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the core ended by itself with ${code ?? signal}`);
  return lines.filter((line) => line.endsWith('号'));
}

it('Processes killed while two windows sign leave document numbers without gap and without double', {
  timeout: 60_000 + kills * 10_000,
}, async () => {
  let signed = 0;
  for (let done = 0; done < kills; done += KILLS_PER_FOLDER)
    signed += await killOnOneFolder(Math.min(KILLS_PER_FOLDER, kills - done), done);
  note('kills while signing', `${kills} kills, ${signed} numbers acknowledged`);
});

/** @param already kills before, so that other moments are hit. @returns how many numbers were acknowledged */
async function killOnOneFolder(count: number, already: number): Promise<number> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'office-signing-')));
  const entry = bundledChild('signing-core');
  const acknowledged: string[] = [];
  const preparing = load(entry, folder);
  preparing.send('prepare');
  expect((await once(preparing, 'close'))[0]).toBe(0);
  for (let round = 0; round < count; round += 1) {
    acknowledged.push(...(await signAndKill(entry, folder, ((already + round) * 7) % 31)));
  }
  const store = openStore(folder);
  const reader = store.read();
  const taken = reader.all(takenNumbers);
  expect(taken.map(({ serial }) => serial)).toEqual(taken.map((_, place) => place + 1));
  expect(taken.every(({ number, printed, status }) => number === printed && status === 'signed')).toBe(true);
  expect(reader.get(signedPapers)?.count).toBe(taken.length);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(acknowledged.length).toBeGreaterThanOrEqual(count);
  const numbers = new Set(taken.map(({ number }) => number));
  expect(acknowledged.filter((number) => !numbers.has(number))).toEqual([]);
  expect(checkStore(reader)).toEqual([]);
  reader.close();
  store.close();
  rmSync(folder, { recursive: true });
  return acknowledged.length;
}
