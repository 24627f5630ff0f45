import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  collectedColumn,
  type CollectionDefinition,
  type RowValues,
} from '#shared/rules/collections/definition.ts';
import type { FieldScope } from '#main/core/fields/field-source.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { openStore } from '#main/core/store/open.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { collectedTable } from '#main/features/collections/collected-table.ts';
import { exportCollected } from '#main/features/collections/export-table.ts';
import { collectionFields } from '#main/features/collections/fields.ts';
import { requireCollection } from '#main/features/collections/rows.ts';
import { operation, temporaryFolder } from '#tests/support/store.ts';

const UID = '01890000-0000-7000-8000-000000000001';
const definition: CollectionDefinition = {
  rows: 'free',
  blankRows: 5,
  columns: [
    collectedColumn('c1', '场所'),
    collectedColumn('c2', '排查数', { kind: 'whole' }),
    collectedColumn('c3', '罚款金额', { kind: 'money' }),
    collectedColumn('c4', '整改率', { kind: 'decimal', decimals: 2 }),
    collectedColumn('c5', '是否完成', { kind: 'yesNo' }),
  ],
};
const said: RowValues[] = [
  { c1: '高层建筑', c2: '12', c3: '123450', c5: 'yes' },
  { c1: '九小场所', c2: '30', c3: '-50', c5: 'no' },
  { c1: '工地' },
];

const standard = { uid: UID, title: '排查情况', columns: definition.columns, rows: said };

/** A store with collections that were due on a day and have been merged. */
function collectedStore(dueOn: string, collections = [standard]) {
  const folder = temporaryFolder();
  const store = openStore(folder);
  store.transact(operation(), (db) => {
    const organization = db.insert('organization', { level: 'county', code: null });
    for (const one of collections) insertCollection(db, organization, dueOn, one);
  });
  return { db: store.read(), folder, close: () => store.close() };
}

function insertCollection(
  db: WriteStore,
  organization: number,
  dueOn: string,
  { uid, title, columns, rows }: typeof standard,
): void {
  const collection = db.insert('collection', {
    uid,
    title,
    origin: JSON.stringify({ kind: 'form' }),
    definition: JSON.stringify({ ...definition, columns }),
    instruction: '',
    due_on: dueOn,
    created_at: 0,
    created_by: '李明',
    closed_on: null,
  });
  const unit = db.insert('collection_unit', {
    collection_id: collection,
    organization_id: organization,
    position: 0,
    name: '城东区',
    given: '[]',
    version: 1,
    handed_on: null,
  });
  for (const [position, values] of rows.entries())
    db.insert('collection_row', {
      unit_id: unit,
      row_key: null,
      position,
      said: JSON.stringify(values),
    });
}

describe('what was collected', () => {
  it('is added up exactly, and a column in which nobody wrote anything has no sum', () => {
    const { db, close } = collectedStore('2026-12-05');
    const table = collectedTable(db, requireCollection(db, UID));
    expect(table.rows.map(({ unit, values }) => [unit, values])).toEqual(
      said.map((values) => ['城东区', values]),
    );
    expect(table.sums).toEqual({ c2: '42', c3: '123400' });
    db.close();
    close();
  });

  it('is written as a workbook with live sums, empty cells left empty', async () => {
    const { db, folder, close } = collectedStore('2026-12-05');
    const job = { db, temporaryFolder: folder, progress: () => {}, throwIfCancelled: () => {} };
    const { path } = await exportCollected({ uid: UID, today: '2026-12-06' }, job as unknown as JobContext);
    expect(path).toBe(join(folder, 'collected.xlsx'));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('汇总')!;
    expect(sheet.getCell('D4').value).toBe(1234.5);
    expect(sheet.getCell('F5').value).toBe('否');
    expect(sheet.getCell('C6').value).toBeNull();
    expect(sheet.getCell('C7').value).toEqual({ formula: 'SUM(C4:C6)', result: 42 });
    expect(sheet.getCell('E7').value).toBeNull();
    db.close();
    close();
  });

  it('fills forms of other offices by headings, of what was due in the time', () => {
    const { db, close } = collectedStore('2026-12-05');
    const scope = (from: string, to: string): FieldScope => ({
      db,
      caller: { userUid: null },
      today: '2026-12-31',
      from,
      to,
      periodUid: null,
    });
    const [rows, sums] = collectionFields;
    const quarter = scope('2026-10-01', '2026-12-31');
    expect(rows!.read(quarter)[0]).toEqual({
      number: 1,
      title: '排查情况',
      unit: '城东区',
      'heading:场所': '高层建筑',
      'heading:排查数': 12,
      'heading:罚款金额': 1234.5,
      'heading:整改率': null,
      'heading:是否完成': '是',
    });
    expect(sums!.read(quarter)).toEqual([{ 'sum:排查数': 42, 'sum:罚款金额': 1234, 'sum:整改率': null }]);
    expect(rows!.read(scope('2026-07-01', '2026-09-30'))).toEqual([]);
    db.close();
    close();
  });

  it('adds up numbers only where another collection means words by the same heading', () => {
    const words = {
      uid: '01890000-0000-7000-8000-000000000002',
      title: '上次排查',
      columns: [collectedColumn('c1', '排查数')],
      rows: [{ c1: '约三十家' }],
    };
    const { db, close } = collectedStore('2026-12-05', [words, standard]);
    const scope = { db, caller: { userUid: null }, today: '2026-12-31', periodUid: null };
    const [, sums] = collectionFields;
    const [read] = sums!.read({ ...scope, from: '2026-10-01', to: '2026-12-31' });
    expect(read).toMatchObject({ 'sum:排查数': 42 });
    db.close();
    close();
  });
});
