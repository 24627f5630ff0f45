import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTables } from '#shared/rules/collections/returns/find-tables.ts';
import { receiveTable } from '#shared/rules/collections/returns/recognize.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { asked } from '#tests/support/returned-workbooks/asked.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/returned');

/** WPS cannot be run here: the second file is ours with what its files are known for. */
test.each(['libreoffice.xlsx', 'wps-traits.xlsx'])(
  'a table handed out by the program and saved by another one comes back whole: %s',
  (name) => {
    const workbook = readWorkbook(readFileSync(join(fixtures, name)), defaultReadLimits);
    const tables = findTables(workbook, []);
    expect(tables).toHaveLength(1);
    expect(receiveTable(tables[0]!, '改了名字.xlsx', asked)).toEqual({
      unitUid: asked.units[0]!.uid,
      organizationUid: asked.units[0]!.organizationUid,
      source: 'identity',
      problems: [],
      rows: [
        {
          row: 5,
          key: 'high',
          values: {
            item: '高层建筑',
            count: '12',
            fine: '123450',
            day: '2026-09-30',
            way: '自查',
            done: 'yes',
          },
          unread: {},
        },
        {
          row: 6,
          key: 'small',
          values: {
            item: '九小场所',
            count: '1234',
            fine: '2000000000',
            day: '2026-09-30',
            way: '抽查',
            done: 'yes',
          },
          unread: {},
        },
        {
          row: 7,
          key: null,
          values: { item: '仓储物流', count: '7', day: '2026-10-08', done: 'no' },
          unread: {},
        },
      ],
    });
  },
);
