import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadChecklistFile } from '#shared/contract/checklists.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { type ItemFields, plainItem } from '#shared/rules/checklists/model.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
  await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
});
afterAll(() => office.close());

const item = (kind: ItemFields['kind'], text: string, more: Partial<ItemFields> = {}): ItemFields => ({
  kind,
  text,
  ...plainItem,
  ...more,
});
const row = (level: number, ...given: Parameters<typeof item>) => ({ level, ...item(...given) });

async function add(title: string, rows: ReturnType<typeof row>[]): Promise<string> {
  return (await client.checklists.add({ title, source: '', note: '', rows })).uid;
}
async function shape(uid: string): Promise<string[]> {
  const { items } = await client.checklists.get({ uid });
  return outlineOf(items).map(({ node, level }) => `${' '.repeat(level)}${node.text}`);
}
async function uidOf(list: string, text: string): Promise<string> {
  const { items } = await client.checklists.get({ uid: list });
  return items.find((each) => each.text === text)!.uid;
}

describe('checklists that come with the program', () => {
  it('are four, taken in as the office’s own and offered no more', async () => {
    const shipped = await client.checklists.shipped();
    expect(shipped.map(({ key, isAdded }) => [key, isAdded])).toEqual([
      ['crowded', false],
      ['highRise', false],
      ['flammable', false],
      ['township', false],
    ]);
    await client.checklists.addShipped({ keys: shipped.map(({ key }) => key) });
    const lists = await client.checklists.list({ text: '' });
    expect(lists.map(({ questions }) => questions)).toEqual(
      shipped.map(({ questions }) => questions).toReversed(),
    );
    expect(lists.find(({ title }) => title.startsWith('易燃易爆'))?.majors).toBe(4);
    expect((await client.checklists.shipped()).every(({ isAdded }) => isAdded)).toBe(true);
    expect((await client.checklists.list({ text: 'gcjz' })).map(({ title }) => title)).toEqual([
      '高层建筑消防安全检查清单',
    ]);
  });

  it.each(['人员密集', '高层', '易燃易爆', '乡镇'])(
    'of %s are the same when their workbook is read again',
    async (text) => {
      const [summary] = await client.checklists.list({ text });
      const list = await client.checklists.get({ uid: summary!.uid });
      const exported = await client.checklists.exportWorkbook({ uid: list.uid });
      const { name } = (await finishedJob(client, exported.jobUid)).result as WrittenFile;
      const bytes = readFileSync(join(office.dataFolder, name));
      const fileToken = await upload(client, 'list.xlsx', bytes);
      const { jobUid } = await client.checklists.readWorkbook({ fileToken, sheet: null });
      const read = (await finishedJob(client, jobUid)).result as ReadChecklistFile;
      expect([read.title, read.source, read.problems]).toEqual([list.title, list.source, []]);
      expect(read.items.map(({ row: _row, ...fields }) => fields)).toEqual(
        outlineOf(list.items).map(({ node: { uid: _u, parentUid: _p, position: _o, ...fields }, level }) => ({
          ...fields,
          level,
        })),
      );
    },
  );
});

describe('the lines of a checklist', () => {
  let uid: string;
  beforeAll(async () => {
    uid = await add('清单', [
      row(0, 'section', '管理'),
      row(1, 'question', '制度', { demand: '补齐', dueDays: 15 }),
      row(0, 'section', '设施'),
      row(1, 'question', '灭火器', { severity: 'major', element: '要素' }),
    ]);
  });

  it('come to their place, and nothing comes below a question', async () => {
    const place = { parentUid: await uidOf(uid, '管理'), afterUid: await uidOf(uid, '制度') };
    await client.checklists.addItem({ checklistUid: uid, place, item: item('question', '台账') });
    expect(await shape(uid)).toEqual(['管理', ' 制度', ' 台账', '设施', ' 灭火器']);
    const below = { parentUid: await uidOf(uid, '制度'), afterUid: null };
    await expect(
      client.checklists.addItem({ checklistUid: uid, place: below, item: item('question', '某') }),
    ).rejects.toMatchObject({ code: 'refused' });
    await expect(
      client.checklists.addRows({
        checklistUid: uid,
        rows: [row(0, 'question', '某'), row(1, 'question', '某')],
      }),
    ).rejects.toMatchObject({ code: 'refused' });
    expect(await shape(uid)).toHaveLength(5);
  });

  it('are moved as the page shows them, and refused where somebody moved them meanwhile', async () => {
    const [ledger, equipment] = [await uidOf(uid, '台账'), await uidOf(uid, '设施')];
    const seen = { parentUid: await uidOf(uid, '管理'), afterUid: await uidOf(uid, '制度') };
    await client.checklists.move({ uid: ledger, to: { parentUid: equipment, afterUid: null }, seen });
    expect(await shape(uid)).toEqual(['管理', ' 制度', '设施', ' 台账', ' 灭火器']);
    await expect(
      client.checklists.move({ uid: ledger, to: { parentUid: null, afterUid: null }, seen }),
    ).rejects.toMatchObject({ code: 'refused' });
    await client.history.undo({});
    expect(await shape(uid)).toEqual(['管理', ' 制度', ' 台账', '设施', ' 灭火器']);
  });

  it('lift what stands below them when they go', async () => {
    await client.checklists.removeItem({ uid: await uidOf(uid, '管理') });
    expect(await shape(uid)).toEqual(['制度', '台账', '设施', ' 灭火器']);
    await client.history.undo({});
  });

  it('lose what only a question or a major hazard has when they become something else', async () => {
    const extinguisher = await uidOf(uid, '灭火器');
    const change = (base: Partial<ItemFields>, set: Partial<ItemFields>) =>
      client.checklists.updateItem({ uid: extinguisher, base, set });
    await change({ severity: 'major' }, { severity: 'ordinary' });
    const { items } = await client.checklists.get({ uid });
    expect(items.find((each) => each.uid === extinguisher)).toMatchObject({ element: '' });
    const section = await uidOf(uid, '管理');
    await expect(
      client.checklists.updateItem({ uid: section, base: { kind: 'section' }, set: { kind: 'question' } }),
    ).rejects.toMatchObject({ code: 'refused' });
    await expect(change({ text: '旧的' }, { text: '新的' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are copied with the whole list, which then goes its own way', async () => {
    const copy = await client.checklists.duplicate({ uid, title: '清单(副本)' });
    expect(await shape(copy.uid)).toEqual(await shape(uid));
    await client.checklists.removeItem({ uid: await uidOf(copy.uid, '制度') });
    expect(await shape(uid)).toContain(' 制度');
    await client.checklists.update({
      uid: copy.uid,
      base: { retiredOn: null },
      set: { retiredOn: '2026-01-01' },
    });
    expect((await client.checklists.list({ text: '' })).at(-1)?.title).toBe('清单(副本)');
    await client.checklists.remove({ uid: copy.uid });
    await client.history.undo({});
    expect(await shape(copy.uid)).not.toContain(' 制度');
  });
});

describe('the printed checklist', () => {
  it('numbers questions through, marks major hazards, and leaves a box for each answer', async () => {
    const uid = await add('打印', [
      row(0, 'section', '甲'),
      row(1, 'question', '一问', { article: '第十六条' }),
      row(0, 'section', '乙'),
      row(1, 'question', '二问', { severity: 'major', element: '要素' }),
    ]);
    const form = await client.checklists.form({ uid });
    const [, table] = form.body;
    if (table?.kind !== 'table') throw new Error('a table of questions');
    expect([form.title, table.headRows]).toEqual(['打印', 1]);
    expect(table.rows.slice(1).map((cells) => cells.map(({ text }) => text).join('|'))).toEqual([
      '一、甲',
      '1|一问（第十六条）|□|□|□|',
      '二、乙',
      '2|★二问|□|□|□|',
    ]);
  });
});
