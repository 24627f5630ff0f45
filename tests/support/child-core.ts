/**
 * Child process: the real core on a data folder. Everything is loaded before the parent says what to do, so that a
 * killed child is replaced at once.
 * `prepare`: sets up an office with one small period and ends.
 * `save`: two clerks' windows save scores without pause. The first line tells what the contract answers after the
 * restart; every further line is one acknowledged save.
 */
import { writeSync } from 'node:fs';
import type { GroupFrame, PackedScores, ScoreEntry } from '#shared/contract/assessment.ts';
import { createUnpacker } from '#shared/rules/assessment/group-scores.ts';
import { spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import { entry, openPeriod, putSchemeInForce } from './builders/period.ts';
import { type Client, startTestCore } from './core.ts';

/** What the restarted core says of itself and of the scores, by cell: counter of the last save. */
export interface Restarted {
  faults: string[];
  intact: boolean;
  problem: string | null;
  operations: number;
  counters: Record<string, number>;
}

/** The cell and the counter that its acknowledged score carries. */
export type Acknowledged = [cell: string, counter: number];

type Entries = Map<string, ScoreEntry>;

function tell(line: Restarted | Acknowledged): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function signIn(client: Client): Promise<Client> {
  const { users } = await client.session.state();
  await client.session.signIn({ userUid: users[0]!.uid });
  return client;
}

/** By `object/indicator`. */
function entriesOf(frame: GroupFrame, scores: PackedScores): Entries {
  const { keys, byObject } = spelledScores(scores);
  const unpack = createUnpacker(keys);
  return new Map(
    frame.objects.flatMap(({ uid }, place) =>
      [...unpack(byObject[place]!)].map(([indicatorUid, stored]) => [`${uid}/${indicatorUid}`, stored]),
    ),
  );
}

/** Saves the cells of one object in turn, each time with the next counter, until the process ends. */
async function saveForEver(client: Client, frame: GroupFrame, place: number, entries: Entries) {
  const objectUid = frame.objects[place]!.uid;
  for (let counter = nextCounter(entries); ; counter += 1) {
    const indicatorUid = frame.scheme.indicators[counter % frame.scheme.indicators.length]!.uid;
    const cell = `${objectUid}/${indicatorUid}`;
    const saved = entry({ reason: String(counter) });
    const change = { objectUid, indicatorUid, base: entries.get(cell) ?? null, entry: saved };
    await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes: [change] });
    tell([cell, counter]);
    entries.set(cell, saved);
  }
}

function nextCounter(entries: Entries): number {
  return Math.max(0, ...[...entries.values()].map(({ reason }) => Number(reason))) + 1;
}

/** A city with two counties, one period of two objects and five indicators. */
async function prepare(folder: string): Promise<void> {
  const office = await startTestCore(folder, { readers: 1 });
  const client = office.window();
  await client.office.setUp({
    officeName: '临川市消防安全委员会办公室',
    userName: '李明',
    cityName: '临川市',
    cityCode: null,
    memberUnits: false,
  });
  await signIn(client);
  const [city] = await client.organizations.tree({ day: null });
  const county = { level: 'county' as const, parentUid: city!.uid, shortName: '', marks: [] };
  const items = ['城东区', '城西区'].map((name) => ({ ...county, name }));
  await client.organizations.add({ items, from: null, document: '', afterUid: null });
  await putSchemeInForce(client);
  await openPeriod(client);
  await office.core.close();
}

async function save(folder: string): Promise<void> {
  const office = await startTestCore(folder, { readers: 1 });
  const client = await signIn(office.window());
  const [period] = await client.assessment.periods();
  const { groups } = await client.assessment.period({ uid: period!.uid });
  const groupUid = groups[0]!.uid;
  const frame = await client.assessment.frame({ groupUid });
  const entries = entriesOf(frame, await client.assessment.scores({ groupUid, stage: 'checked' }));
  const { intact, problem, operations } = await client.history.verify();
  tell({
    faults: [...office.core.faults()],
    intact,
    problem,
    operations,
    counters: Object.fromEntries([...entries].map(([cell, { reason }]) => [cell, Number(reason)])),
  });
  const other = await signIn(office.window());
  await Promise.all([saveForEver(client, frame, 0, entries), saveForEver(other, frame, 1, entries)]);
}

const [folder = ''] = process.argv.slice(2);
process.once('message', (task) => {
  // A parent that is gone must not leave a core behind that saves for ever.
  process.once('disconnect', () => process.exit(1));
  const done = task === 'prepare' ? prepare(folder).then(() => process.exit(0)) : save(folder);
  done.catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
});
