import { describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import { rowKeyOf } from '#main/features/ledgers/columns.ts';
import { actionsOf } from '#tests/support/table-import.ts';
import { useLedgerOffice } from './support.ts';

describe('the key of a row', () => {
  const keyOf = (number: string) => rowKeyOf(ledgerOf('waterSources'), { organizationUid: 'here', number });

  it('keeps signs apart, but not blanks, widths, capital letters or sorts of dashes', () => {
    expect(keyOf('1-12')).not.toBe(keyOf('11-2'));
    expect(keyOf('1-12')).not.toBe(keyOf('112'));
    expect(new Set(['XF1-12', 'xf 1－12', 'xf1—12', 'ＸＦ1–12', 'xf1−12'].map(keyOf)).size).toBe(1);
    expect(keyOf(' ')).toBe('');
  });

  it.each([
    ['trainings', { topic: '讲座', heldOn: '2026-03-05' }],
    ['approvals', { applicant: '甲厂', item: 'item', receivedOn: '2026-03-05' }],
    ['guidance', { enterprise: '甲厂', day: '2026-03-05' }],
    ['firefighterCare', { person: '李明', kind: 'medical', doneOn: '2026-03-05' }],
    ['notableFires', { name: '某厂', day: '2026-03-05', place: '甲路1号' }],
  ])('of %s tells rows of another place or day apart', (ledger, values: Record<string, string>) => {
    const key = (changed: Record<string, string>) =>
      rowKeyOf(ledgerOf(ledger), { organizationUid: 'here', ...values, ...changed });
    expect(key({})).not.toBe('');
    const others = Object.keys({ organizationUid: '', ...values }).map((field) => key({ [field]: 'other' }));
    expect(others).not.toContain(key({}));
  });
});

describe('an exported table that is corrected and read again', () => {
  const office = useLedgerOffice('firefighterCare');

  it('changes rows where it takes the chosen place too, and rows that name none do not follow those above', async () => {
    const at = office.at();
    const table = (amount: number) => `对象|事项|日期|金额\n李明|体检|2026-03-05|${amount}`;
    await at.take(await at.read(table(100), '城东区'), '城东区');
    expect(actionsOf(await at.read(table(200), '城东区'))).toEqual(['change']);
    expect(actionsOf(await at.read(table(200), '城西区'))).toEqual(['add']);
    const mixed = '县区|对象|事项|日期\n城西区|王强|体检|2026-03-05\n|李明|体检|2026-03-05';
    expect((await at.read(mixed, '城东区')).rows.map(({ action }) => action)).toEqual(['add', 'same']);
    const warned = await at.read(mixed);
    expect(warned.problems.map(({ text }) => text)).toEqual(['没有写所在地，所在地按上一行。']);
    expect(warned.rows[1]?.remark).toContain('城西区');
  });
});

describe('rows that a merge of townships makes the same', () => {
  const office = useLedgerOffice('posts');

  it('are told of, and can still be changed one by one', async () => {
    const at = office.at();
    const { client, ledger } = at;
    const townships = ['中山街道', '河口镇'].map((name) => `城东区${name}`);
    const uids: string[] = [];
    for (const township of townships)
      uids.push(await at.add(township, { name: '消防所', level: 'township', approved: 3, filled: 2 }));
    expect((await at.rows()).flatMap(({ hints }) => hints)).toEqual([]);
    const places = townships.map((name) => at.places[name]!);
    const items = await client.organizations.openItems({ uids: places, day: localDay(Date.now()) });
    await client.organizations.merge({
      uids: places,
      into: { uid: places[0]! },
      from: localDay(Date.now()),
      document: '',
      handOver: items
        .filter(({ organizationUid }) => organizationUid !== places[0])
        .map(({ kind, uid }) => ({ kind, uid })),
    });
    const told = (await at.rows()).map(({ hints }) => hints.map(({ text }) => text).join());
    expect(told).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('也是“消防所”')));
    const rename = (base: Record<string, string>, set: Record<string, string>) =>
      client.ledgers.update({ ledger, uid: uids[1]!, base, set });
    await rename({ note: '' }, { note: '待撤并' });
    await rename({ name: '消防所' }, { name: '河口消防所' });
    expect((await at.rows()).flatMap(({ hints }) => hints)).toEqual([]);
    await expect(rename({ name: '河口消防所' }, { name: '消防所' })).rejects.toThrow('已经登记过');
  });
});
