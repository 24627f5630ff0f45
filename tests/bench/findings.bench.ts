import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, localDay } from '#shared/calendar/days.ts';
import {
  COUNTED_UP_TO,
  type FindingFilter,
  findingViews,
  type FindingView,
} from '#shared/contract/findings.ts';
import type { TaskFilter } from '#shared/contract/tasks.ts';
import { type Database, openDatabase, storeFile } from '#main/core/store/database.ts';
import { openReader } from '#main/core/store/open.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { findings } from '#main/features/findings/index.ts';
import { taskSettings } from '#main/features/tasks/index.ts';
import { growManyFindings } from '#tests/support/many-findings.ts';
import { everyFinding, firstPage, namedLists, PAGE } from './finding-lists.ts';
import { percentile, timed, timesOf, timesOfCalls } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Part, Report } from './report.ts';
import { officeBundle } from './shared-data.ts';

/* A million findings: first pages over HTTP, and the handler alone beside one plain SELECT of the same rows. */

const ROWS = Number(process.env['FINDINGS'] ?? 1_000_000);
const CALLS = 40;
const CALLS_BEFORE = 10;
const BAR = { of: 'figure', most: 50 } as const;
const START_SECONDS = 2;
const RATIO = { of: 'ratio', most: 1.5 } as const;

const everyTask: TaskFilter = { text: '', view: 'open', kind: null, unitUid: null, sourceUid: null };
const searched = ['第', '第4999号', '国际酒店', 'gjjd', '冷链物流', '消火栓无水', '没有这样的'];

/** As an organization was called on a day. */
function nearestName(organization: string, day: string): string {
  return `(SELECT near.name FROM organization_state AS near WHERE near.organization_id = ${organization}
    ORDER BY near.first_day <= ${day} DESC, CASE WHEN near.first_day <= ${day} THEN near.first_day END DESC LIMIT 1)`;
}

/** What the list shows of a finding, in one statement and without the program. */
function bareSql({ view, countyUid, tradeUid, severity }: FindingFilter, sort: 'due' | 'found'): string {
  const stages = { open: '0, 1', overdue: '0', soon: '0', waiting: '1', closed: '2', all: '0, 1, 2, 3' }[
    view
  ];
  const conditions = [
    `list.stage IN (${stages})`,
    ...(view === 'overdue' ? ['list.due < @today'] : []),
    ...(countyUid === null ? [] : ['list.county = @county']),
    ...(tradeUid === null ? [] : ['list.trade = @trade']),
    ...(severity === null ? [] : ['list.major = 1']),
  ];
  const order = sort === 'due' ? 'list.due, list.task_id' : 'list.found DESC, list.task_id DESC';
  return `SELECT finding.uid, finding.place, finding.spot, finding.what, finding.severity, finding.found_on, task.kind, task.title,
      task.status, task.assigned_on, task.start_on, task.due_on, task.first_due_on, task.feedback_cycle,
      task.feedback_day, task.next_feedback_on, task.pressed_count, task.last_pressed_on, task.extended_count,
      task.reported_on, task.closed_on, task.source_kind, task.source_uid, task.source_text, task.keeper_uid,
      campaign.title AS campaign_title, trade.name AS trade_name,
      ${nearestName('finding.county_id', '@today')} AS county_name,
      (SELECT json_group_array(json_object('role', unit.role,
          'name', ${nearestName('unit.organization_id', 'ifnull(task.closed_on, @today)')}))
        FROM task_unit AS unit WHERE unit.task_id = task.id) AS units
    FROM (SELECT task_id, due, found FROM finding_list AS list WHERE ${conditions.join(' AND ')}
      ORDER BY ${order} LIMIT ${PAGE}) AS list
    JOIN finding ON finding.task_id = list.task_id JOIN task ON task.id = list.task_id
    LEFT JOIN campaign ON campaign.id = finding.campaign_id
    LEFT JOIN site_trade AS trade ON trade.id = finding.trade_id ORDER BY ${order}`;
}

interface Bare {
  database: Database;
  context: ReadContext;
  ids: { county: number; trade: number };
}

async function reportLists(
  report: Report,
  { database, context, ids }: Bare,
  lists: ReturnType<typeof namedLists>,
) {
  for (const { name, asked } of lists) {
    const sql = bareSql(asked.filter, asked.sort);
    const statement = database.prepare(sql);
    const params = { today: context.today, ...ids };
    const bare = () => statement.all(named(sql, params));
    const own = () => findings.list(asked, context);
    await timesOf(CALLS_BEFORE, own);
    await timesOf(CALLS_BEFORE, bare);
    const [ownTimes, bareTimes] = await takeTurns(own, bare);
    report({
      what: `findings.list, ${name}, handler alone, p50`,
      value: percentile(ownTimes, 50),
      unit: 'ms',
      baseline: { name: 'bare SQL', value: percentile(bareTimes, 50) },
      bar: RATIO,
    });
  }
}

/** In all tables together, without those that SQLite keeps for itself. */
function rowsIn(database: Database): number {
  const tables = database
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    .all();
  const count = (name: string) =>
    database.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${name}"`).get()?.rows ?? 0;
  return tables.reduce((sum, { name }) => sum + count(name), 0);
}

/** In turn, so that what else the PC does weighs on both. */
async function takeTurns(own: () => unknown, bare: () => unknown): Promise<[number[], number[]]> {
  const [ownTimes, bareTimes]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < CALLS; turn += 1) {
    ownTimes.push(await timed(own));
    bareTimes.push(await timed(bare));
  }
  return [ownTimes, bareTimes];
}

/** A statement takes no names that it does not use. */
function named(sql: string, params: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(Object.entries(params).filter(([name]) => sql.includes(`@${name}`)));
}

/** Exact up to where counting stops, one more beyond. */
function requireCounts(database: Database, context: ReadContext): void {
  const { views } = findings.counts(everyFinding, context);
  const soonTo = addDays(context.today, taskSettings(context.db).warningDays);
  const conditions: Record<FindingView, string> = {
    open: 'stage < 2',
    overdue: 'stage = 0 AND due < @today',
    soon: 'stage = 0 AND due BETWEEN @today AND @soonTo',
    waiting: 'stage = 1',
    closed: 'stage = 2',
    all: 'true',
  };
  for (const view of findingViews) {
    const sql = `SELECT count(*) FROM finding_list WHERE ${conditions[view]}`;
    const counted = database
      .prepare(sql)
      .pluck()
      .get(named(sql, { today: context.today, soonTo })) as number;
    const expected = Math.min(counted, COUNTED_UP_TO + 1);
    if (views[view] !== expected) throw new Error(`${view} counts ${views[view]} instead of ${expected}`);
  }
}

async function reportCalls(
  report: Report,
  folder: string,
  lists: ReturnType<typeof namedLists>,
): Promise<void> {
  await officeBundle();
  const begun = performance.now();
  const office = await startOfficeProcess(folder);
  report({
    what: 'start of the process until it answers',
    value: (performance.now() - begun) / 1_000,
    unit: 's',
    bar: { of: 'figure', most: START_SECONDS },
  });
  const { http } = office;
  const text = (turn: number) => searched[turn % searched.length]!;
  const every = { campaignUid: null, from: null, to: null };
  const reads = [
    ...lists.map(({ name, asked }) => ({
      name: `findings.list, ${name}`,
      call: () => http.findings.list(asked),
    })),
    {
      name: 'findings.list, search',
      call: (turn: number) => http.findings.list(firstPage({ view: 'all', text: text(turn) })),
    },
    { name: 'findings.counts', call: () => http.findings.counts(everyFinding) },
    {
      name: 'tasks.list',
      call: () =>
        http.tasks.list({ filter: everyTask, sort: 'due', descending: false, after: null, limit: PAGE }),
    },
    { name: 'tasks.counts', call: () => http.tasks.counts(everyTask) },
    { name: 'organizations.tree', call: () => http.organizations.tree({ day: null }) },
    { name: 'search.find', call: () => http.search.find({ text: '街道', limit: 20 }) },
    {
      name: 'findings.counts, search',
      call: (turn: number) => http.findings.counts({ ...everyFinding, text: text(turn) }),
    },
  ];
  try {
    for (const { name, call } of reads) {
      await timesOf(CALLS_BEFORE, call);
      const times = await timesOfCalls(CALLS, call);
      const [median, value] = [percentile(times, 50), percentile(times, 95)];
      report({ what: `${name}, p95`, value, median, unit: 'ms', bar: BAR });
    }
    const [value = 0] = await timesOfCalls(1, () => http.findings.results(every));
    report({ what: 'findings.results, of everything', value: value / 1_000, unit: 's' });
  } finally {
    await office.close();
  }
}

async function run(report: Report): Promise<void> {
  const folder = await growManyFindings(ROWS);
  const db = openReader(folder);
  const database = openDatabase(join(folder, storeFile), 'read');
  try {
    const first = (sql: string) => database.prepare<[], { id: number; uid: string }>(sql).get()!;
    const county = first("SELECT id, uid FROM organization WHERE level = 'county' ORDER BY id LIMIT 1");
    const trade = first('SELECT id, uid FROM site_trade WHERE id = 3');
    const now = Date.now();
    const caller = { userUid: null, userName: '', roles: null, windowUid: '', host: 'browser' } as const;
    const context: ReadContext = { db, caller, now, today: localDay(now), resourcesFolder: '' };
    const lists = namedLists(county.uid, trade.uid);
    requireCounts(database, context);
    report({ what: 'rows in the store', value: rowsIn(database) / 1_000_000, unit: 'million' });
    await reportLists(report, { database, context, ids: { county: county.id, trade: trade.id } }, lists);
    await reportCalls(report, folder, lists);
  } finally {
    db.close();
    database.close();
    rmSync(folder, { recursive: true });
  }
}

export const findingsPart: Part = {
  name: 'findings',
  title: `${ROWS} findings of 20 years; FINDINGS=100000 for fewer`,
  run,
};
