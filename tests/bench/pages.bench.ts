import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase, storeFile } from '#main/core/store/database.ts';
import { openStore } from '#main/core/store/open.ts';
import { INDICATORS, OBJECTS } from '#tests/support/five-years.ts';
import type { Client } from '#tests/support/core.ts';
import { percentile, timed, timesOf, timesOfCalls } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Part, Report } from './report.ts';
import { fiveYears } from './shared-data.ts';

/* Everything that a page asks for, over both carriers, and how long the store takes to open. */

const CALLS = 40;
const CALLS_BEFORE = 3;
const OPENINGS = 15;
const BAR = { of: 'figure', most: 50 } as const;
const TURNED_PERIODS = 4;

interface Read {
  name: string;
  call: (client: Client, turn: number) => Promise<unknown>;
}

/** What the calls are about: taken from the office, so that each turn asks for another period. */
async function knownOf(client: Client) {
  const periods = await client.assessment.periods();
  const chosen = periods.slice(0, TURNED_PERIODS);
  const details = await Promise.all(chosen.map(({ uid }) => client.assessment.period({ uid })));
  const [frame] = await Promise.all(
    details.slice(0, 1).map((detail) => client.assessment.frame({ groupUid: detail.groups[0]!.uid })),
  );
  const open = periods.find(({ status }) => status === 'open');
  return {
    periodUids: details.map(({ uid }) => uid),
    groupUids: details.map(({ groups }) => groups[0]!.uid),
    openUid: open!.uid,
    schemeUid: frame!.scheme.uid,
    objectUid: frame!.objects[0]!.uid,
    organizationUid: frame!.objects[0]!.organizationUid,
    indicatorUids: frame!.scheme.indicators.map(({ uid }) => uid),
    lastDay: frame!.period.lastDay,
  };
}

type Known = Awaited<ReturnType<typeof knownOf>>;

const anyOperation = { text: '', userName: null, from: null, to: null, before: null, limit: 50 };

function readsOf(known: Known): Read[] {
  const turned = (uids: readonly string[], turn: number) => uids[turn % uids.length]!;
  const { openUid: uid, objectUid, lastDay, indicatorUids } = known;
  return [
    { name: 'session.state', call: (client) => client.session.state() },
    { name: 'history.state', call: (client) => client.history.state() },
    { name: 'assessment.periods', call: (client) => client.assessment.periods() },
    {
      name: 'assessment.period',
      call: (client, turn) => client.assessment.period({ uid: turned(known.periodUids, turn) }),
    },
    {
      name: 'assessment.frame',
      call: (client, turn) => client.assessment.frame({ groupUid: turned(known.groupUids, turn) }),
    },
    {
      name: 'assessment.scores',
      call: (client, turn) =>
        client.assessment.scores({ groupUid: turned(known.groupUids, turn), stage: 'checked' }),
    },
    {
      name: 'assessment.results',
      call: (client, turn) => client.assessment.results({ periodUid: turned(known.periodUids, turn) }),
    },
    {
      name: 'analysis.group',
      call: (client, turn) => client.analysis.group({ groupUid: turned(known.groupUids, turn) }),
    },
    { name: 'analysis.profile', call: (client) => client.analysis.profile({ objectUid }) },
    { name: 'analysis.profileStandings', call: (client) => client.analysis.profileStandings({ objectUid }) },
    {
      name: 'analysis.resultTexts',
      call: (client, turn) => client.analysis.resultTexts({ groupUid: turned(known.groupUids, turn) }),
    },
    { name: 'assessment.finalizeCheck', call: (client) => client.assessment.finalizeCheck({ uid }) },
    {
      name: 'assessment.recentReasons',
      call: (client, turn) => client.assessment.recentReasons({ indicatorUid: turned(indicatorUids, turn) }),
    },
    {
      name: 'assessment.cellHistory',
      call: (client, turn) =>
        client.assessment.cellHistory({
          stage: 'checked',
          objectUid,
          indicatorUid: turned(indicatorUids, turn),
        }),
    },
    {
      name: 'assessment.objectChoices',
      call: (client) => client.assessment.objectChoices({ appliesTo: 'township', day: lastDay }),
    },
    {
      name: 'assessment.proposePeriod',
      call: (client) => client.assessment.proposePeriod({ kind: 'quarter' }),
    },
    {
      name: 'exportForms.list',
      call: (client) => client.exportForms.list({ periodKind: 'quarter' }),
    },
    { name: 'organizations.tree', call: (client) => client.organizations.tree({ day: null }) },
    { name: 'organizations.get', call: (client) => client.organizations.get({ uid: known.organizationUid }) },
    { name: 'organizations.marks', call: (client) => client.organizations.marks() },
    { name: 'schemes.list', call: (client) => client.schemes.list() },
    { name: 'schemes.get', call: (client) => client.schemes.get({ uid: known.schemeUid }) },
    { name: 'history.list', call: (client) => client.history.list(anyOperation) },
    { name: 'history.list, text', call: (client) => client.history.list({ ...anyOperation, text: '季度' }) },
    { name: 'search.find, characters', call: (client) => client.search.find({ text: '街道', limit: 20 }) },
    { name: 'search.find, initials', call: (client) => client.search.find({ text: 'cgz', limit: 20 }) },
    {
      name: 'overview.show',
      call: (client) =>
        client.overview.show({ countyUid: null, from: `${lastDay.slice(0, 4)}-01-01`, to: lastDay }),
    },
    { name: 'users.list', call: (client) => client.users.list() },
    { name: 'office.settings', call: (client) => client.office.settings() },
  ];
}

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
