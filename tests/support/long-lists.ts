import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteColumnsOf } from '#main/features/key-sites/columns.ts';
import { searchText } from '#main/features/papers/search-text.ts';
import { searchTextOf } from '#main/features/tasks/search-text.ts';
import { openStore } from '#main/core/store/open.ts';
import { defineQuery, integer } from '#main/core/store/query.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { addDays } from '#shared/calendar/days.ts';
import { taskKinds } from '#shared/rules/tasks/model.ts';
import { type Client, startTestCore } from './core.ts';
import { signedIn } from './five-years.ts';
import { operation } from './store-operation.ts';

export const LIST_ROWS = 50_000;
export const APPOINTMENTS = 10_000;
export const SITES = 10_000;
const YEARS = 20;
const FIRST_DAY = '2006-11-01';
const DAYS = YEARS * 365;

/** An office of many years, for lists. */
export interface LongLists {
  folder: string;
  committeeUid: string;
}

const ownUnits = defineQuery({
  name: 'test.ownUnits',
  sql: `SELECT id FROM organization WHERE level IN ('memberUnit', 'county') ORDER BY id`,
  columns: { id: integer },
});
const townships = defineQuery({
  name: 'test.townships',
  sql: `SELECT id FROM organization WHERE level = 'township' ORDER BY id`,
  columns: { id: integer },
});
const committeeIds = defineQuery({
  name: 'test.committeeIds',
  sql: 'SELECT id FROM committee',
  columns: { id: integer },
});

const works = ['电动自行车停放充电', '经营性自建房', '高层建筑消防设施', '仓储物流企业', '养老服务机构'];
const deeds = ['专项整治', '隐患排查整改', '宣传培训', '联合检查', '台账报送'];
const nameOf = (row: number): string =>
  `${works[row % works.length]}${deeds[Math.floor(row / works.length) % deeds.length]}第${row}号`;
const dayOf = (row: number, rows: number): string => addDays(FIRST_DAY, Math.floor((row * DAYS) / rows));

const counties = defineQuery({
  name: 'test.counties',
  sql: `SELECT id FROM organization WHERE level = 'county' ORDER BY id`,
  columns: { id: integer },
});

/** Each task that is a finding has what tasks do not know of it. */
function addFindings(tx: WriteStore, places: readonly number[]): void {
  for (let row = 0; row < LIST_ROWS; row += 1) {
    if (taskKinds[row % taskKinds.length] !== 'finding') continue;
    tx.insert('finding', {
      task_id: row + 1,
      county_id: places[row % places.length]!,
      trade_id: 1 + (row % TRADES),
      place: `第${row}号${brands[row % brands.length]!}`,
      spot: '',
      what: nameOf(row),
      severity: row % 50 === 3 ? 'major' : 'ordinary',
      element: '',
      article: '',
      demand: '',
      found_on: dayOf(row, LIST_ROWS),
      responsible: '',
      measures: '',
      funds: '',
      time_limit: '',
      emergency_plan: '',
      closed_by: '',
    });
  }
}

/** One task in twenty is still open; each has a lead unit, every other one a supporting unit. */
function addTasks(tx: WriteStore, units: readonly number[]): void {
  for (let row = 0; row < LIST_ROWS; row += 1) {
    const [title, assignedOn] = [`完成${nameOf(row)}`, dayOf(row, LIST_ROWS)];
    const isOpen = row % 20 === 0;
    const dueOn = row % 50 === 0 ? null : addDays(assignedOn, 30 + (row % 60));
    const texts = {
      title,
      content: `由牵头单位负责，${title}，按月报送进展情况。`,
      sourceText: '消安委全体会议纪要',
    };
    const task = tx.insert('task', {
      id: row + 1,
      kind: taskKinds[row % taskKinds.length]!,
      title,
      content: texts.content,
      status: isOpen ? 'inProgress' : 'closed',
      assigned_on: assignedOn,
      due_on: dueOn,
      first_due_on: dueOn,
      feedback_cycle: 'none',
      feedback_day: 0,
      pressed_count: row % 4,
      extended_count: 0,
      closed_on: isOpen ? null : addDays(assignedOn, 20 + (row % 40)),
      source_kind: 'minutes',
      source_text: texts.sourceText,
      search_text: searchTextOf(texts),
    });
    const lead = { task_id: task, organization_id: units[row % units.length]!, role: 'lead', position: 0 };
    tx.insert('task_unit', { id: 2 * row + 1, ...lead });
    if (row % 2 === 1) continue;
    const next = units[(row + 1) % units.length]!;
    tx.insert('task_unit', {
      id: 2 * row + 2,
      ...lead,
      organization_id: next,
      role: 'supporting',
      position: 1,
    });
  }
}

const KINDS = 15;

/** One paper in forty is still a draft; all others are issued under a number. */
function addPapers(tx: WriteStore): void {
  for (let row = 0; row < LIST_ROWS; row += 1) {
    const day = dayOf(row, LIST_ROWS);
    const isIssued = row % 40 !== 0;
    const given = {
      title: `关于开展${nameOf(row)}的通知`,
      number: isIssued ? `临消安办〔${day.slice(0, 4)}〕${row}号` : '',
      addressee: '各县区消防安全委员会，市消防安全委员会各成员单位：',
    };
    tx.insert('paper', {
      id: row + 1,
      kind_id: 1 + (row % KINDS),
      origin: 'own',
      status: isIssued ? 'issued' : 'draft',
      title: given.title,
      addressee: given.addressee,
      number_text: given.number,
      search_text: searchText(given),
      series_id: 1,
      drafted_by: '李明',
      signed_on: isIssued ? day : null,
      issued_on: isIssued ? day : null,
      fingerprint: isIssued ? '0'.repeat(64) : null,
      created_at: 0,
      updated_at: 0,
    });
  }
}

function addReceived(tx: WriteStore): void {
  for (let row = 0; row < LIST_ROWS; row += 1) {
    const receivedOn = dayOf(row, LIST_ROWS);
    const given = {
      title: `关于做好${nameOf(row)}工作的通知`,
      number: `省消安办〔${receivedOn.slice(0, 4)}〕${row}号`,
      addressee: '省消防安全委员会办公室',
    };
    const isOpen = row % 100 === 0;
    tx.insert('received_paper', {
      id: row + 1,
      year: Number(receivedOn.slice(0, 4)),
      serial: row + 1,
      sender: given.addressee,
      their_number: given.number,
      title: given.title,
      received_on: receivedOn,
      copies: 1,
      status: isOpen ? 'open' : 'done',
      done_on: isOpen ? null : receivedOn,
      search_text: searchText(given),
      registered_by: '李明',
      created_at: 0,
    });
  }
}

const PEOPLE = 2_000;
const MEMBER_POSITION = 5;

/** All on one committee; a hundred sit on it at a time, all new every 73 days. */
function addAppointments(tx: WriteStore, committeeId: number, units: readonly number[]): void {
  for (let person = 0; person < PEOPLE; person += 1) {
    tx.insert('person', {
      id: person + 1,
      name: `张${person}`,
      organization_id: units[person % units.length]!,
    });
  }
  const termDays = 73;
  const terms = DAYS / termDays;
  for (let row = 0; row < APPOINTMENTS; row += 1) {
    const term = row % terms;
    const firstDay = addDays(FIRST_DAY, term * termDays);
    tx.insert('appointment', {
      id: row + 1,
      committee_id: committeeId,
      person_id: 1 + ((row * 7) % PEOPLE),
      position_id: MEMBER_POSITION,
      protocol_order: row,
      first_day: firstDay,
      last_day: term === terms - 1 ? null : addDays(firstDay, termDays - 1),
      organization_id: units[row % units.length]!,
      post: '副主任',
      substitute: 0,
    });
  }
}

const TRADES = 18;
const SITE_KINDS = 6;
const brands = [
  '国际酒店',
  '购物广场',
  '加油站',
  '中心小学',
  '人民医院',
  '服装厂',
  '冷链物流中心',
  '金融大厦',
];

/** Two kinds each; one site in twenty has left the ledger, one in a hundred was entered twice. */
function addSites(tx: WriteStore, places: readonly number[]): void {
  for (let row = 0; row < SITES; row += 1) {
    const twin = row % 100 === 99 ? row - 1 : row;
    const id = tx.insert('key_site', {
      id: row + 1,
      ...siteColumnsOf({
        name: `第${twin}号${brands[twin % brands.length]!}`,
        organizationId: places[twin % places.length]!,
        address: `人民路${twin}号`,
        tradeId: 1 + (row % TRADES),
        responsiblePerson: '张建国',
        phone: String(13_800_000_000 + row),
        note: '',
        closedOn: row % 20 === 0 ? '2025-01-01' : null,
      }),
    });
    for (const kind of [row % SITE_KINDS, (row + 1) % SITE_KINDS])
      tx.insert('key_site_kind', { site_id: id, kind_id: 1 + kind });
  }
}

/** Through the store's gate, with its full log, but one operation for each list. */
function fill(folder: string): void {
  const store = openStore(folder);
  const reader = store.read();
  const units = reader.all(ownUnits).map(({ id }) => id);
  const committeeId = reader.all(committeeIds)[0]!.id;
  const places = reader.all(townships).map(({ id }) => id);
  const countyIds = reader.all(counties).map(({ id }) => id);
  reader.close();
  const add = (name: string, work: (tx: WriteStore) => void): void => {
    store.transact(operation({ name, label: '载入' }), work);
  };
  add('tasks.add', (tx) => addTasks(tx, units));
  add('findings.add', (tx) => addFindings(tx, countyIds));
  add('papers.create', addPapers);
  add('receivedPapers.register', addReceived);
  add('rosters.addAppointments', (tx) => addAppointments(tx, committeeId, units));
  add('keySites.add', (tx) => addSites(tx, places));
  store.noteFullCheck();
  store.close();
}

/** An office with its city, nothing else. @returns its committee */
export async function setUpLongLists(client: Client): Promise<string> {
  const [city] = await client.office.searchCities({ text: '临沂' });
  await client.office.setUp({
    officeName: '临沂市消防安全委员会办公室',
    userName: '李明',
    cityName: city!.name,
    cityCode: city!.code,
    memberUnits: true,
  });
  await signedIn(client);
  const [root] = await client.organizations.tree({ day: null });
  const known = await client.rosters.committees({ day: null });
  if (known[0] !== undefined) return known[0].uid;
  const { uids } = await client.rosters.addCommittees({ organizationUids: [root!.uid] });
  return uids[0]!;
}

/** 50 000 tasks, a fifth of them findings, papers and received papers each, 10 000 sites, a committee with 10 000 appointments in 20 years. */
export async function growLongLists(): Promise<LongLists> {
  const folder = mkdtempSync(join(tmpdir(), 'office-long-lists-'));
  const office = await startTestCore(folder);
  const committeeUid = await setUpLongLists(office.window());
  await office.core.close();
  fill(folder);
  return { folder, committeeUid };
}
