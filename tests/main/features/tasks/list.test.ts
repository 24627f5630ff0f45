import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import type { TaskFilter, TaskSort } from '#shared/contract/tasks.ts';
import { taskItem, useTaskOffice } from './support.ts';

const today = localDay(Date.now());
const filter: TaskFilter = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null };

describe('the list of supervised tasks', () => {
  const place = useTaskOffice();

  async function titles(wanted: Partial<TaskFilter>, sort: TaskSort = 'due', descending = false) {
    const { rows } = await place.client.tasks.list({
      filter: { ...filter, ...wanted },
      sort,
      descending,
      after: null,
      limit: 100,
    });
    return rows.map(({ title }) => title);
  }

  beforeAll(async () => {
    const { client, units } = place;
    const assignedOn = addDays(today, -60);
    const task = (title: string, days: number | null, more = {}) =>
      taskItem({
        title,
        assignedOn,
        dueOn: days === null ? null : addDays(today, days),
        keep: false,
        ...more,
      });
    const { uids } = await client.tasks.add({
      items: [
        task('长期坚持消防宣传', null),
        task('组织校园消防演练', -5, { leadUids: [units.临川市教育局!], kind: 'instruction' }),
        task('排查养老机构隐患', 0, {
          leadUids: [units.临川市民政局!],
          supportingUids: [units.临川市教育局!],
        }),
        task('整治电动自行车充电', 40, { keep: true, content: '重点是老旧小区' }),
        task('清理楼道杂物', -10),
      ],
    });
    await client.tasks.report({ uids: [uids[4]!], on: addDays(today, -11), text: '', close: false });
    await client.tasks.press({ uids: [uids[1]!], on: today, text: '', unitUid: null });
  });

  it('stands in the order of the due days, those without a day at the end', async () => {
    const order = [
      '清理楼道杂物',
      '组织校园消防演练',
      '排查养老机构隐患',
      '整治电动自行车充电',
      '长期坚持消防宣传',
    ];
    expect(await titles({})).toEqual(order);
    expect(await titles({}, 'due', true)).toEqual(order.toReversed());
    expect((await titles({}, 'pressed', true))[0]).toBe('组织校园消防演练');
    expect((await titles({}, 'assigned', true))[0]).toBe('清理楼道杂物');
  });

  it('shows what each view promises, and counts it', async () => {
    expect(await titles({ view: 'overdue' })).toEqual(['组织校园消防演练']);
    expect(await titles({ view: 'thisWeek' })).toEqual(['排查养老机构隐患']);
    expect(await titles({ view: 'waiting' })).toEqual(['清理楼道杂物']);
    expect(await titles({ view: 'mine' })).toEqual(['整治电动自行车充电']);
    const { total, views } = await place.client.tasks.counts({ ...filter, view: 'overdue' });
    expect(total).toBe(1);
    expect(views).toEqual({
      all: 5,
      open: 5,
      mine: 1,
      thisWeek: 1,
      nextWeek: 1,
      overdue: 1,
      waiting: 1,
      feedbackDue: 0,
    });
  });

  it.each([
    ['消防演练', ['组织校园消防演练']],
    ['zzxyxf', ['组织校园消防演练']],
    ['老旧小区', ['整治电动自行车充电']],
    ['民政局', ['排查养老机构隐患']],
    ['jyj', ['组织校园消防演练', '排查养老机构隐患']],
    ['校园 演练', ['组织校园消防演练']],
    ['演练校园', []],
    ['“校园”消防*', ['组织校园消防演练']],
    ['没有这样的', []],
  ])('finds by “%s”, in title, content or unit', async (text, found) => {
    expect(await titles({ text })).toEqual(found);
    expect((await place.client.tasks.counts({ ...filter, text })).total).toBe(found.length);
  });

  it('finds a changed title by its new words, and by the old ones after an undo', async () => {
    const { client } = place;
    const uid = await place.add({ title: '修订应急预案', keep: false });
    await client.tasks.update({ uid, base: { title: '修订应急预案' }, set: { title: '编制疏散图' } });
    expect(await titles({ text: '预案' })).toEqual([]);
    expect(await titles({ text: 'bzsst' })).toEqual(['编制疏散图']);
    await client.history.undo({});
    expect(await titles({ text: '预案' })).toEqual(['修订应急预案']);
    await client.history.undo({});
    expect(await titles({ text: '预案' })).toEqual([]);
  });

  it('keeps to one unit or one kind', async () => {
    expect(await titles({ unitUid: place.units.临川市教育局! })).toEqual([
      '组织校园消防演练',
      '排查养老机构隐患',
    ]);
    expect(await titles({ kind: 'instruction' })).toEqual(['组织校园消防演练']);
  });

  it('gives page after page, each task once, in both directions of every order', async () => {
    for (const sort of ['due', 'assigned', 'pressed'] as const) {
      for (const descending of [false, true]) {
        const paged: string[] = [];
        let after = null;
        do {
          const page: Awaited<ReturnType<typeof place.client.tasks.list>> = await place.client.tasks.list({
            filter,
            sort,
            descending,
            after,
            limit: 2,
          });
          paged.push(...page.rows.map(({ title }) => title));
          after = page.next;
        } while (after !== null);
        expect(paged).toEqual(await titles({}, sort, descending));
      }
    }
  });
});

describe('a unit of a task', () => {
  const place = useTaskOffice();

  it('that is a township is named with its county, because several counties have one of that name', async () => {
    const { client } = place;
    const [city] = await client.organizations.tree({ day: null });
    const add = async (parentUid: string, level: 'county' | 'township', name: string, shortName: string) => {
      const items = [{ parentUid, level, name, shortName, marks: [] }];
      const { uids } = await client.organizations.add({ items, from: null, document: '', afterUid: null });
      return uids[0]!;
    };
    const counties = [
      await add(city!.uid, 'county', '东山县', '东山'),
      await add(city!.uid, 'county', '西河县', '西河'),
    ];
    const leadUids: string[] = [];
    for (const county of counties) leadUids.push(await add(county, 'township', '城关镇', '城关'));
    const uid = await place.add({ leadUids: [...leadUids, counties[0]!] });
    const { units } = await client.tasks.get({ uid });
    expect(units.map(({ shortName }) => shortName)).toEqual(['东山县城关', '西河县城关', '东山']);
  });
});
