import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Client } from '#tests/support/core.ts';
import { placeOf } from '#tests/support/filled-workbook.ts';
import { bytesOf, handedOut, receive, TABLE } from '#tests/support/handed-workbooks.ts';
import { type SampleOffice, startSampleOffice } from '#tests/support/sample-office.ts';

const STATION = '望江村微型消防站';

let sample: SampleOffice;
let client: Client;
let exportFolder: string;
let county: string;
let township: string;
let station: string;

beforeAll(async () => {
  sample = await startSampleOffice();
  ({ client } = sample);
  exportFolder = mkdtempSync(join(tmpdir(), 'shared-records-'));
  await client.office.update({ name: '临川市消防安全委员会办公室', exportFolder });
  const tree = await client.organizations.tree({ day: null });
  const parent = tree.find(({ level }) => level === 'township')!;
  [county, township] = [parent.parentUid!, parent.uid];
  const village = {
    name: '望江村',
    shortName: '',
    level: 'village' as const,
    parentUid: township,
    marks: [],
  };
  await client.organizations.add({ items: [village], from: null, document: '', afterUid: null });
  const { uid: organizationUid } = (await client.organizations.tree({ day: null })).find(
    ({ name }) => name === '望江村',
  )!;
  const values = { organizationUid, name: STATION, kind: 'community', people: 6 };
  station = (await client.ledgers.add({ ledger: 'microStations', values })).uid;
});
afterAll(async () => {
  await sample.office.close();
  rmSync(exportFolder, { recursive: true });
});

type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

let uid: string;
/** The township corrects its row of the station; its county, which was not handed it, writes it below. */
beforeEach(async () => {
  ({ uid } = await client.collections.create({
    title: `微型消防站 ${crypto.randomUUID().slice(0, 8)}`,
    origin: { kind: 'ledger', ledger: 'microStations' },
    instruction: '',
    dueOn: '2099-12-31',
    organizationUids: [county, township],
    form: null,
  }));
  const { units } = await client.collections.get({ uid });
  const books = await handedOut(client, uid);
  const files = units.map(async ({ organizationUid, name, givenRows }) => {
    const sheet = books.get(name)!.sheet(TABLE);
    const isCounty = organizationUid === county;
    const line = isCounty ? placeOf(sheet, '微型站名称').row + givenRows + 1 : placeOf(sheet, STATION).row;
    const shared: Cells = { 微型站名称: STATION, '村(社区)': '望江村', 类别: '社区(村)' };
    const cells: Cells = isCounty ? { ...shared, '人员(人)': 12 } : { '人员(人)': 9, 地址: '望江村 1 号' };
    for (const [heading, value] of Object.entries(cells))
      sheet.getCell(line, placeOf(sheet, heading).column).value = value;
    return { name: `${name}.xlsx`, bytes: await bytesOf(books.get(name)!) };
  });
  expect(await receive(client, uid, await Promise.all(files))).toMatchObject({ correct: 2, refused: [] });
});

async function stored() {
  const filter = { placeUid: township, due: 'all', chosen: {}, text: '望江村' } as const;
  const asked = { ledger: 'microStations', filter, sort: null, offset: 0, limit: 500 } as const;
  const { rows } = await client.ledgers.list(asked);
  return rows.filter(({ values }) => values['name'] === STATION);
}

async function conflict() {
  const { digest, conflicts } = await client.collectionReturns.preview({ uid });
  const ofStation = conflicts.filter(({ row }) => row.startsWith(STATION));
  expect(ofStation.map(({ heading }) => heading)).toEqual(['人员(人)']);
  return { digest, cell: ofStation[0]! };
}

it('what a county and its township say of one record is one row, each beside what is stored', async () => {
  const { units } = await client.collections.get({ uid });
  const nameOf = (organization: string) =>
    units.find(({ organizationUid }) => organizationUid === organization)!.name;
  const { cell } = await conflict();
  expect(cell).toMatchObject({ stored: '6', changedSince: false });
  expect(cell.unitName.split('、').toSorted()).toEqual([nameOf(county), nameOf(township)].toSorted());
  for (const unit of units) {
    const { conflicts } = await client.collectionReturns.preview({ uid, unitUid: unit.uid });
    expect(conflicts.map(({ id }) => id)).toContain(cell.id);
  }
  const said = cell.candidates.map(({ unitName, value }) => [unitName, value]);
  expect(said).toHaveLength(2);
  expect(Object.fromEntries(said)).toEqual({ [nameOf(county)]: '12', [nameOf(township)]: '9' });
});

it.each(['county', 'township'] as const)('the word of the %s counts where it is chosen', async (who) => {
  const { digest, cell } = await conflict();
  const wanted = who === 'county' ? '12' : '9';
  const { returnUid } = cell.candidates.find(({ value }) => value === wanted)!;
  await expect(
    client.collectionReturns.merge({ uid, digest, rule: null, decisions: {} }),
  ).rejects.toMatchObject({ code: 'refused' });
  await client.collectionReturns.merge({ uid, digest, rule: null, decisions: { [cell.id]: returnUid } });
  const [row, ...others] = await stored();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ uid: station, values: { people: Number(wanted), address: '望江村 1 号' } });
  await client.history.undo({});
});

it('a rule decides it like any other conflict between returns', async () => {
  const { digest, cell } = await conflict();
  await client.collectionReturns.merge({ uid, digest, rule: 'keepChanged', decisions: {} });
  expect((await stored())[0]?.values['people']).toBe(Number(cell.candidates.at(-1)!.value));
  await client.history.undo({});
  await client.collectionReturns.merge({ uid, digest, rule: 'stored', decisions: {} });
  expect((await stored())[0]?.values['people']).toBe(6);
  await client.history.undo({});
});
