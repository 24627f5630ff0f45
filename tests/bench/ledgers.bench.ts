import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerFilter } from '#shared/contract/ledgers.ts';
import { addDays } from '#shared/calendar/days.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { waterSources } from '#shared/rules/ledgers/definitions/water-sources.ts';
import { blankValues, PLACE } from '#shared/rules/ledgers/values.ts';
import { waterStateValues } from '#shared/rules/water-sources/states.ts';
import { readHolidays } from '#main/core/holidays.ts';
import { openStore } from '#main/core/store/open.ts';
import { tableOf } from '#main/features/ledgers/columns.ts';
import { storedOf } from '#main/features/ledgers/stored-row.ts';
import { Rows } from '#main/features/ledgers/rows.ts';
import { type Client, startTestCore } from '#tests/support/core.ts';
import { setUpLongLists } from '#tests/support/long-lists.ts';
import { operation } from '#tests/support/store-operation.ts';
import { percentile, timesOf, timesOfCalls } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Part, Report } from './report.ts';

/* A ledger as long as that of a province's capital, as its page asks for it. */

const ROWS = 100_000;
const CALLS = 40;
const CALLS_BEFORE = 3;
const PAGE = 200;
const ledger = waterSources.key;
const everyRow: LedgerFilter = { placeUid: null, due: 'all', chosen: {}, text: '' };
const today = '2026-11-23';
const searched = ['人民路', '第4999号', '99999', '张建国', 'xhs', '没有这样的'];
const columns = ['number', 'due'];
const workdays = workdaysOf(readHolidays('resources'));

/** Through the store's gate, with its full log. */
function fill(folder: string): void {
  const store = openStore(folder);
  const reader = store.read();
  const rows = new Rows(reader, waterSources, today);
  const places = rows.places.inOrder.filter(({ level }) => level === 'township');
  const blank = blankValues(waterSources);
  store.transact(operation({ name: 'ledgers.enter', label: '载入' }), (tx) => {
    for (let row = 0; row < ROWS; row += 1) {
      const values = {
        ...blank,
        [PLACE]: places[row % places.length]?.uid ?? '',
        number: `消火栓${row}`,
        spot: `人民路第${row}号`,
        personInCharge: '张建国',
        state: waterStateValues[row % 20] ?? 'good',
        pressure: 100 + (row % 100),
        position: `${(113 + (row % 400) / 1_000).toFixed(6)},${(30 + row / 1_000_000).toFixed(6)}`,
        checkedOn: addDays(today, -(row % 200)),
      };
      tx.insert(tableOf(waterSources), {
        id: row + 1,
        ...storedOf(waterSources, values, rows, { standards: rows.around.standards, workdays }),
      });
    }
  });
  reader.close();
  store.noteFullCheck();
  store.close();
}

async function growLedger(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ledgers-'));
  const office = await startTestCore(folder);
  await setUpLongLists(office.window());
  await office.core.close();
  fill(folder);
  return folder;
}

interface Read {
  name: string;
  call: (client: Client, turn: number) => Promise<unknown>;
}

function readsOf(placeUid: string): Read[] {
  const list = (filter: Partial<LedgerFilter>, more: object = {}) => ({
    ledger,
    filter: { ...everyRow, ...filter },
    sort: null,
    offset: 0,
    limit: PAGE,
    ...more,
  });
  const at = <Item>(items: readonly Item[], turn: number): Item => items[turn % items.length]!;
  return [
    { name: 'list', call: (client) => client.ledgers.list(list({})) },
    {
      name: 'list, overdue in one county',
      call: (client) => client.ledgers.list(list({ placeUid, due: 'overdue' })),
    },
    {
      name: 'list, one state',
      call: (client, turn) => client.ledgers.list(list({ chosen: { state: at(waterStateValues, turn) } })),
    },
    {
      name: 'list, each order',
      call: (client, turn) =>
        client.ledgers.list(list({}, { sort: { column: at(columns, turn), isDown: turn % 2 === 0 } })),
    },
    { name: 'list, page 101', call: (client) => client.ledgers.list(list({}, { offset: 100 * PAGE })) },
    { name: 'list, search', call: (client, turn) => client.ledgers.list(list({ text: at(searched, turn) })) },
    { name: 'counts', call: (client) => client.ledgers.counts({ ledger, filter: everyRow }) },
    {
      name: 'counts, search',
      call: (client, turn) =>
        client.ledgers.counts({ ledger, filter: { ...everyRow, text: at(searched, turn) } }),
    },
  ];
}

async function reportRead(report: Report, { name, call }: Read, client: Client): Promise<void> {
  await timesOf(CALLS_BEFORE, (turn) => call(client, turn));
  const times = await timesOfCalls(CALLS, (turn) => call(client, turn));
  const [median, value] = [percentile(times, 50), percentile(times, 95)];
  report({ what: `ledgers.${name}, p95`, value, median, unit: 'ms', bar: { of: 'figure', most: 50 } });
}

async function run(report: Report): Promise<void> {
  const folder = await growLedger();
  const office = await startOfficeProcess(folder);
  try {
    const tree = await office.http.organizations.tree({ day: null });
    const county = tree.find(({ level }) => level === 'county')!;
    for (const read of readsOf(county.uid)) await reportRead(report, read, office.http);
  } finally {
    await office.close();
    rmSync(folder, { recursive: true });
  }
}

export const ledgersPart: Part = {
  name: 'ledgers',
  title: `a ledger of ${ROWS} water sources, over HTTP`,
  run,
};
