import { rmSync } from 'node:fs';
import { addDays } from '#shared/calendar/days.ts';
import type { Client } from '#tests/support/core.ts';
import { APPOINTMENTS, growLongLists, LIST_ROWS, SITES } from '#tests/support/long-lists.ts';
import { everyFinding, firstPage, namedLists, PAGE } from './finding-lists.ts';
import { percentile, timesOf, timesOfCalls } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Figure, Part, Report } from './report.ts';

/* Long lists as their pages ask for them: filtered, sorted, searched, page behind page; a roster as of a day. */

type Bar = NonNullable<Figure['bar']>;

const CALLS = 40;
const CALLS_BEFORE = 3;
const LIST_BAR = { of: 'figure', most: 50 } as const satisfies Bar;
const ROSTER_BAR = { of: 'figure', most: 20 } as const satisfies Bar;

interface Read {
  name: string;
  /** Else that of a list. */
  bar?: Bar;
  call: (client: Client, turn: number) => Promise<unknown>;
}

/** Typed letter by letter, as a search field asks. */
const searched = ['专', '专项', '专项整治', '第4999号', 'gcjz', '仓储物流', '公安局', '没有这样的'];

const everyTask = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null } as const;
const tasksFrom = { filter: everyTask, sort: 'due', descending: true, after: null, limit: PAGE } as const;
const everyPaper = { view: 'register', kind: null, year: null, text: '', after: null, limit: PAGE } as const;
const everyReceived = { view: 'all', year: null, text: '', after: null, limit: PAGE } as const;
const at = <Item>(items: readonly Item[], turn: number): Item => items[turn % items.length]!;

function taskReads(unitUid: string): Read[] {
  const list = (filter: object, order: object = {}) => ({
    ...tasksFrom,
    ...order,
    filter: { ...everyTask, ...filter },
  });
  return [
    { name: 'tasks.list', call: (client) => client.tasks.list(tasksFrom) },
    {
      name: 'tasks.list, each order',
      call: (client, turn) =>
        client.tasks.list(
          list({}, { sort: at(['due', 'assigned', 'pressed'], turn), descending: turn % 2 === 0 }),
        ),
    },
    {
      name: 'tasks.list, each view',
      call: (client, turn) =>
        client.tasks.list(list({ view: at(['open', 'mine', 'overdue', 'thisWeek', 'waiting'], turn) })),
    },
    { name: 'tasks.list, one kind', call: (client) => client.tasks.list(list({ kind: 'finding' })) },
    { name: 'tasks.list, one unit', call: (client) => client.tasks.list(list({ unitUid })) },
    {
      name: 'tasks.list, search',
      call: (client, turn) => client.tasks.list(list({ text: at(searched, turn) })),
    },
    { name: 'tasks.counts', call: (client) => client.tasks.counts(everyTask) },
    {
      name: 'tasks.counts, search',
      call: (client, turn) => client.tasks.counts({ ...everyTask, text: at(searched, turn) }),
    },
  ];
}

const paperReads: Read[] = [
  { name: 'papers.list, register', call: (client) => client.papers.list(everyPaper) },
  {
    name: 'papers.list, each view',
    call: (client, turn) =>
      client.papers.list({ ...everyPaper, view: at(['all', 'mine', 'draft', 'issued'], turn) }),
  },
  {
    name: 'papers.list, one kind of one year',
    call: (client) => client.papers.list({ ...everyPaper, kind: 'order', year: 2020 }),
  },
  {
    name: 'papers.list, search the register',
    call: (client, turn) => client.papers.list({ ...everyPaper, text: at(searched, turn) }),
  },
  {
    name: 'papers.list, search the drafts',
    call: (client, turn) => client.papers.list({ ...everyPaper, view: 'draft', text: at(searched, turn) }),
  },
  { name: 'papers.counts', call: (client) => client.papers.counts() },
  { name: 'receivedPapers.list', call: (client) => client.receivedPapers.list(everyReceived) },
  {
    name: 'receivedPapers.list, search',
    call: (client, turn) => client.receivedPapers.list({ ...everyReceived, text: at(searched, turn) }),
  },
  { name: 'receivedPapers.counts', call: (client) => client.receivedPapers.counts() },
];

const everySite = { view: 'active', placeUid: null, tradeUid: null, kindUid: null, text: '' } as const;
const searchedSites = ['酒', '国际酒店', '第4999号', 'gwgc', '人民路', '138000', '张建国', '没有这样的'];

function siteReads(placeUid: string, kindUid: string): Read[] {
  const list = (filter: object) => ({ filter: { ...everySite, ...filter }, after: null, limit: PAGE });
  return [
    { name: 'keySites.list', call: (client) => client.keySites.list(list({})) },
    {
      name: 'keySites.list, each view',
      call: (client, turn) =>
        client.keySites.list(list({ view: at(['active', 'duplicate', 'closed', 'all'], turn) })),
    },
    {
      name: 'keySites.list, one kind in one county',
      call: (client) => client.keySites.list(list({ placeUid, kindUid })),
    },
    {
      name: 'keySites.list, search',
      call: (client, turn) => client.keySites.list(list({ text: at(searchedSites, turn) })),
    },
    { name: 'keySites.counts', call: (client) => client.keySites.counts(everySite) },
    {
      name: 'keySites.counts, search',
      call: (client, turn) => client.keySites.counts({ ...everySite, text: at(searchedSites, turn) }),
    },
  ];
}

function findingReads(countyUid: string, tradeUid: string): Read[] {
  return [
    ...namedLists(countyUid, tradeUid).map(({ name, asked }) => ({
      name: `findings.list, ${name}`,
      call: (client: Client) => client.findings.list(asked),
    })),
    {
      name: 'findings.list, search',
      call: (client, turn) => client.findings.list(firstPage({ view: 'all', text: at(searched, turn) })),
    },
    { name: 'findings.counts', call: (client) => client.findings.counts(everyFinding) },
    {
      name: 'findings.counts, search',
      call: (client, turn) => client.findings.counts({ ...everyFinding, text: at(searched, turn) }),
    },
  ];
}

const rosterReads = (committeeUid: string): Read[] => [
  {
    name: 'rosters.roster, as of a day',
    bar: ROSTER_BAR,
    call: (client, turn) =>
      client.rosters.roster({ committeeUid, day: addDays('2007-03-01', (turn * 181) % 7_000) }),
  },
];

/** The second page and the hundredth, by the places that the pages before them name. */
async function reportDeepPage(report: Report, client: Client): Promise<void> {
  let { after }: { after: Parameters<Client['tasks']['list']>[0]['after'] } = tasksFrom;
  for (let page = 0; page < 100; page += 1) after = (await client.tasks.list({ ...tasksFrom, after })).next;
  const times = await timesOfCalls(CALLS, () => client.tasks.list({ ...tasksFrom, after }));
  const [median, value] = [percentile(times, 50), percentile(times, 95)];
  report({ what: 'tasks.list, page 101, p95', value, median, unit: 'ms', bar: LIST_BAR });
}

async function reportRead(
  report: Report,
  { name, bar = LIST_BAR, call }: Read,
  client: Client,
): Promise<void> {
  await timesOf(CALLS_BEFORE, (turn) => call(client, turn));
  const times = await timesOfCalls(CALLS, (turn) => call(client, turn));
  const [median, value] = [percentile(times, 50), percentile(times, 95)];
  report({ what: `${name}, p95`, value, median, unit: 'ms', bar });
}

async function run(report: Report): Promise<void> {
  const { folder, committeeUid } = await growLongLists();
  const office = await startOfficeProcess(folder);
  try {
    const tree = await office.http.organizations.tree({ day: null });
    const unit = tree.find(({ level }) => level === 'memberUnit')!;
    const county = tree.find(({ level }) => level === 'county')!;
    const { kinds, trades } = await office.http.keySites.terms();
    const reads = [
      ...taskReads(unit.uid),
      ...paperReads,
      ...siteReads(county.uid, kinds[0]!.uid),
      ...findingReads(county.uid, trades[2]!.uid),
      ...rosterReads(committeeUid),
    ];
    for (const read of reads) await reportRead(report, read, office.http);
    await reportDeepPage(report, office.http);
  } finally {
    await office.close();
    rmSync(folder, { recursive: true });
  }
}

export const listsPart: Part = {
  name: 'lists',
  title: `${LIST_ROWS} tasks, papers and received papers each, ${SITES} sites, ${APPOINTMENTS} appointments in 20 years, over HTTP`,
  run,
};
