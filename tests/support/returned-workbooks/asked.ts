import { collectedColumn } from '#shared/rules/collections/definition.ts';
import type { AskedCollection } from '#shared/rules/collections/returns/recognize.ts';
import type { HandedWorkbook } from '#main/features/collections/workbook/model.ts';

/* What the kept returned workbooks (tests/fixtures/returned) were handed out as. */

const uid = (last: number): string => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const digest = '0123456789abcdef';
const unit = { uid: uid(2), organizationUid: uid(3), name: '云栖县', version: 3 };

const given = [
  { key: 'high', values: { item: '高层建筑' }, ranges: {} },
  { key: 'small', values: { item: '九小场所' }, ranges: {} },
];

export const asked: AskedCollection = {
  uid: uid(1),
  digest,
  definition: {
    rows: 'givenAndFree',
    blankRows: 2,
    columns: [
      collectedColumn('item', '场所类型', { locked: true }),
      collectedColumn('count', '排查数', { kind: 'whole', required: true, min: '0', max: '9999' }),
      collectedColumn('fine', '罚款金额', { kind: 'money' }),
      collectedColumn('day', '完成日期', { kind: 'day' }),
      collectedColumn('way', '方式', { kind: 'choice', choices: ['自查', '抽查'] }),
      collectedColumn('done', '是否完成', { kind: 'yesNo' }),
    ],
  },
  units: [{ ...unit, given }],
  others: new Map(),
  today: '2026-12-01',
};

export const handed: HandedWorkbook = {
  title: '消防安全排查统计',
  instruction: '请按实填写。',
  dueOn: '2026-12-05',
  office: '临川市消防安全委员会办公室',
  unit: { organizationUid: uid(3), unitName: unit.name, rows: given },
  definition: asked.definition,
  identity: { collectionUid: asked.uid, unitUid: unit.uid, version: unit.version, digest },
};
