import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { usualForm } from '#shared/rules/assessment/export-form/usual-form.ts';
import { openStore } from '#main/core/store/open.ts';
import { formsFor } from '#main/features/assessment/export/forms/stored.ts';
import { writeSetting } from '#main/features/office/settings.ts';
import { operation } from '#tests/support/store-operation.ts';
import { temporaryFolder } from '#tests/support/store.ts';

it('an office that had remembered its export options keeps them as the first form of every kind of period', () => {
  const store = openStore(join(temporaryFolder(), 'data'));
  onTestFinished(() => store.close());
  const remembered = {
    title: '临川市{考核期}',
    unit: '临川市消安办',
    signatures: ['组长'],
    columnNames: { 考评分: '得分', 单位: '被考核单位' },
    fileName: '只用过一次',
  };
  store.transact(operation(), (db) => writeSetting(db, 'assessment.export', remembered));
  const db = store.read();
  onTestFinished(() => db.close());
  const [quarter, ...others] = formsFor(db, 'quarter');
  expect(others).toEqual([]);
  expect(quarter).toMatchObject({ name: '常用格式', periodKind: 'quarter' });
  const { sheets, ...texts } = quarter!.form;
  const { sheets: _usual, ...usual } = usualForm('临川市消安办');
  expect(texts).toEqual({ ...usual, title: '临川市{考核期}', signatures: ['组长'] });
  const names = sheets.map(({ columns }) => columns.map(({ name }) => name));
  expect(names[1]).toEqual(['名次', '被考核单位', '各项得分', '加分', '总分', '折算分', '等次', '备注']);
  expect(names[2]).toEqual(['等次', '数量', '被考核单位（按名次排列）']);
  expect(names[4]).toContain('得分');
  expect(formsFor(db, 'year')[0]!.form).toEqual(quarter!.form);
});
