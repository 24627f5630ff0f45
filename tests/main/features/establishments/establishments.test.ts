import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EstablishmentFilter, EstablishmentKind } from '#shared/contract/establishments.ts';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen } from '#tests/support/table-import.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

const today = localDay(Date.now());
const yesterday = addDays(today, -1);

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let committee: EstablishmentKind;
let townships: { east: string; river: string };

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  const [city] = await client.organizations.tree({ day: null });
  const add = async (name: string, level: 'county' | 'township', parentUid: string) =>
    (
      await client.organizations.add({
        items: [{ name, shortName: '', level, parentUid, marks: [] }],
        from: null,
        document: '',
        afterUid: null,
      })
    ).uids[0]!;
  const county = await add('城东区', 'county', city!.uid);
  townships = {
    east: await add('中山街道', 'township', county),
    river: await add('河口镇', 'township', county),
  };
});
afterAll(() => office.close());

beforeEach(async () => {
  const kinds = await client.establishments.kinds();
  committee = kinds[0]!;
});

function all(): EstablishmentFilter {
  return { kindUid: committee.uid, countyUid: null, view: 'all', text: '' };
}

const nothing = {
  plannedOn: null,
  establishedOn: null,
  document: '',
  place: '',
  head: '',
  phone: '',
  posts: null,
  note: '',
};

async function setDeadline(dueOn: string): Promise<void> {
  const kinds = (await client.establishments.kinds()).map(({ usedBy: _usedBy, ...kind }) => kind);
  const set = kinds.map((kind) => (kind.uid === committee.uid ? { ...kind, dueOn } : kind));
  await client.establishments.setKinds({ base: kinds, set });
}

describe('the bodies that townships have to set up', () => {
  it('list every township from the first day, and begin to be known with what is entered', async () => {
    expect((await client.establishments.list(all())).map(({ name, uid }) => [name, uid])).toEqual([
      ['中山街道', null],
      ['河口镇', null],
    ]);
    const at = { kindUid: committee.uid, organizationUid: townships.east };
    await client.establishments.update({ ...at, base: nothing, set: { establishedOn: yesterday, posts: 2 } });
    const [east] = await client.establishments.list({ ...all(), text: 'zsjd' });
    expect(east).toMatchObject({ name: '中山街道', countyName: '城东区', state: 'established', posts: 2 });
    expect((await client.establishments.list({ ...all(), view: 'missing' })).map(({ name }) => name)).toEqual(
      ['河口镇'],
    );
    await client.history.undo({});
    expect((await client.establishments.list(all()))[0]).toMatchObject({ uid: null, posts: null });
    await client.history.redo({});
  });

  it('do not count as set up by a day that has not come', async () => {
    const at = { kindUid: committee.uid, organizationUid: townships.river };
    await expect(
      client.establishments.update({ ...at, base: nothing, set: { establishedOn: addDays(today, 1) } }),
    ).rejects.toThrow('还没有到，请填在计划日期里');
  });

  it('show both values where two windows entered different ones', async () => {
    const at = { kindUid: committee.uid, organizationUid: townships.river };
    await client.establishments.update({ ...at, base: nothing, set: { head: '王五' } });
    await expect(
      client.establishments.update({ ...at, base: nothing, set: { head: '赵六' } }),
    ).rejects.toMatchObject({ data: { fields: [{ field: 'head', theirs: '王五', mine: '赵六' }] } });
    await client.establishments.update({ ...at, base: { head: '王五' }, set: { head: '' } });
  });

  it('are late after the deadline, which the office can move', async () => {
    await setDeadline(yesterday);
    expect((await client.establishments.progress({ kindUid: committee.uid })).counties).toMatchObject([
      { uid: null, name: '全市', total: 2, established: 1, late: 1 },
      { name: '城东区', total: 2, established: 1, late: 1 },
    ]);
    await setDeadline(addDays(today, 30));
    const { counties, curve } = await client.establishments.progress({ kindUid: committee.uid });
    expect(counties[0]).toMatchObject({ late: 0, behind: 0 });
    expect(curve).toEqual([{ day: yesterday, established: 1 }]);
  });

  it('become supervised tasks when they are pressed, each only once', async () => {
    await setDeadline(yesterday);
    const press = () =>
      client.establishments.press({ kindUid: committee.uid, organizationUids: [townships.river] });
    const { taskUids } = await press();
    expect(await press()).toEqual({ taskUids });
    const task = await client.tasks.get({ uid: taskUids[0]! });
    expect(task).toMatchObject({ title: '河口镇消防安全委员会挂牌', dueOn: yesterday });
    const proposal = await client.notices.propose({ kind: null, taskUids, noticeUids: [] });
    expect(proposal.units).toMatchObject([{ organizationUid: townships.river, taskUids }]);
  });

  it('are entered for several at once, without touching what has its plaque', async () => {
    const organizationUids = Object.values(townships);
    const given = {
      kindUid: committee.uid,
      organizationUids,
      establishedOn: today,
      document: '临政办〔2026〕8号',
    };
    expect(await client.establishments.establish(given)).toEqual({ changed: 1, closedTasks: 1 });
    expect((await client.establishments.list(all())).map(({ establishedOn }) => establishedOn)).toEqual([
      yesterday,
      today,
    ]);
  });

  it('settle with their plaque the tasks that pressed for them; undo takes both back', async () => {
    const station = (await client.establishments.kinds())[1]!;
    const at = { kindUid: station.uid, organizationUid: townships.east };
    const { taskUids } = await client.establishments.press({
      kindUid: station.uid,
      organizationUids: [townships.east],
    });
    const task = () => client.tasks.get({ uid: taskUids[0]! });
    const given = { ...at, base: nothing, set: { establishedOn: today, document: '安编〔2026〕3号' } };
    expect(await client.establishments.update(given)).toMatchObject({ closedTasks: 1 });
    expect(await task()).toMatchObject({ status: 'closed', reportedOn: today, closedOn: today });
    expect((await task()).events.at(-1)).toMatchObject({
      kind: 'close',
      text: `中山街道消防工作站已于 ${today} 挂牌，批准文件：安编〔2026〕3号。`,
    });
    await client.history.undo({});
    expect(await task()).toMatchObject({ status: 'assigned', reportedOn: null, closedOn: null });
    expect(
      (await client.establishments.list({ ...all(), kindUid: station.uid }))[0]?.establishedOn,
    ).toBeNull();
    await client.establishments.update(given);
    const cleared = { ...at, base: { establishedOn: today }, set: { establishedOn: null } };
    expect(await client.establishments.update(cleared)).toMatchObject({ closedTasks: 0, reopenedTasks: 1 });
    expect(await task()).toMatchObject({ status: 'inProgress', closedOn: null });
    for (const _step of [cleared, given, taskUids]) await client.history.undo({});
  });

  it('that hung before they were pressed count as reported on the day they were pressed', async () => {
    const station = (await client.establishments.kinds())[1]!;
    const { taskUids } = await client.establishments.press({
      kindUid: station.uid,
      organizationUids: [townships.east],
    });
    const { assignedOn } = await client.tasks.get({ uid: taskUids[0]! });
    const establishedOn = addDays(assignedOn, -10);
    const at = { kindUid: station.uid, organizationUid: townships.east };
    await client.establishments.update({ ...at, base: nothing, set: { establishedOn } });
    expect(await client.tasks.get({ uid: taskUids[0]! })).toMatchObject({
      status: 'closed',
      reportedOn: assignedOn,
    });
    await client.history.undo({});
    await client.history.undo({});
  });

  it('are counted in reports, each county by its own', async () => {
    const measures = ['due', 'established', 'newly', 'rate'].map(
      (each) => `establishments.${each}:${committee.uid}`,
    );
    const { uid } = await client.reports.add({
      name: '基层机构挂牌情况',
      rowKind: 'county',
      columns: measures.map((measure) => ({ measure, heading: '' })),
      hidesEmpty: false,
      cycle: 'month',
      source: '',
      validFrom: null,
      validTo: null,
    });
    const { table } = await client.reports.view({ uid, from: today, to: today });
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])).toEqual([
      ['城东区', 2, 2, 1, 1],
    ]);
  });

  it('keep their kind while something is entered under it', async () => {
    const kinds = (await client.establishments.kinds()).map(({ usedBy: _usedBy, ...kind }) => kind);
    await expect(client.establishments.setKinds({ base: kinds, set: kinds.slice(1) })).rejects.toThrow(
      '“消防安全委员会”已有 2 个单位登记，不能删除',
    );
    const asVillage = kinds.map((kind) =>
      kind.uid === committee.uid ? { ...kind, level: 'village' as const } : kind,
    );
    await expect(client.establishments.setKinds({ base: kinds, set: asVillage })).rejects.toThrow(
      '不能改由另一级设立',
    );
  });

  it('are taken from a pasted ledger as one step; an empty cell erases nothing', async () => {
    const station = (await client.establishments.kinds())[1]!;
    const given = { choice: nothingChosen, options: { kindUid: station.uid } };
    const read = async (text: string) => {
      const { jobUid } = await client.establishments.readTable({ source: { text }, ...given });
      return (await finishedJob(client, jobUid)).result as ListPreview;
    };
    const wrong = await read(`乡镇\t挂牌时间\t人数\n中山街道\t${addDays(today, 1)}\t两人\n东山镇\t\t`);
    expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text}`)).toEqual([
      '2B 挂牌日期还没有到，请填在计划日期一列。',
      '2C “两人”不是人数，请写成 3 这样的整数。',
      '3A 没有找到“东山镇”，请写机构里的全称或简称。',
    ]);
    const list = () => client.establishments.list({ ...all(), kindUid: station.uid });
    const { stagedUid } = await read(`乡镇\t挂牌时间\t人数\n中山街道\t${yesterday}\t2人\n河口镇\t\t`);
    await client.establishments.importTable({ stagedUid, ...given });
    expect(
      (await list()).map(({ establishedOn, posts, uid }) => [establishedOn, posts, uid === null]),
    ).toEqual([
      [yesterday, 2, false],
      [null, null, true],
    ]);
    const again = await read('乡镇\t挂牌时间\t人数\n中山街道\t\t3');
    await client.establishments.importTable({ stagedUid: again.stagedUid, ...given });
    expect((await list())[0]).toMatchObject({ establishedOn: yesterday, posts: 3 });
    await client.history.undo({});
    expect((await list())[0]).toMatchObject({ establishedOn: yesterday, posts: 2 });
  });

  it('are taken from a ledger of villages that names their townships in a column of its own', async () => {
    const village = { level: 'village' as const, name: '和平村', shortName: '', marks: [] };
    await client.organizations.add({
      items: [townships.east, townships.river].map((parentUid) => ({ ...village, parentUid })),
      from: null,
      document: '',
      afterUid: null,
    });
    const room = (await client.establishments.kinds()).find(({ level }) => level === 'village')!;
    const given = { choice: nothingChosen, options: { kindUid: room.uid } };
    const read = async (...lines: string[]) => {
      const source = { text: lines.join('\n').replaceAll('|', '\t') };
      const { jobUid } = await client.establishments.readTable({ source, ...given });
      return (await finishedJob(client, jobUid)).result as ListPreview;
    };
    const unclear = await read('村|负责人', '和平村|甲', '和平村|乙', '无名村|丙', '无名村|丁');
    expect(unclear.problems.map(({ row, text }) => `${row} ${text}`)).toEqual([
      '2 有几个单位叫“和平村”，请写上乡镇(街道)。',
      '3 有几个单位叫“和平村”，请写上乡镇(街道)。',
      '4 没有找到“无名村”，请写机构里的全称或简称。',
      '5 没有找到“无名村”，请写机构里的全称或简称。',
    ]);
    const clear = await read('乡镇（街道）|村（社区）|负责人', '河口镇|和平村|甲', '中山街道|和平村|乙');
    expect(clear.problems).toEqual([]);
    await client.establishments.importTable({ stagedUid: clear.stagedUid, ...given });
    const rows = await client.establishments.list({ ...all(), kindUid: room.uid });
    expect(rows.map(({ townshipName, head }) => `${townshipName} ${head}`)).toEqual([
      '中山街道 乙',
      '河口镇 甲',
    ]);
  });

  it('can exchange the names of their kinds, as one step', async () => {
    const kinds = async () =>
      (await client.establishments.kinds()).map(({ usedBy: _usedBy, ...kind }) => kind);
    const base = await kinds();
    const [first, second, ...rest] = base;
    const set = [{ ...first!, name: second!.name }, { ...second!, name: first!.name }, ...rest];
    await client.establishments.setKinds({ base, set });
    expect(await kinds()).toEqual(set);
    await client.history.undo({});
    expect(await kinds()).toEqual(base);
  });

  it('of a merged unit go to its successor where the clerk chose so, and are still to be seen where not', async () => {
    const county = (await client.organizations.tree({ day: null })).find(({ level }) => level === 'county')!;
    const add = async (name: string) =>
      (
        await client.organizations.add({
          items: [{ name, shortName: '', level: 'township', parentUid: county.uid, marks: [] }],
          from: null,
          document: '',
          afterUid: null,
        })
      ).uids[0]!;
    const [small, large] = [await add('小溪乡'), await add('大溪镇')];
    const station = (await client.establishments.kinds())[1]!;
    for (const kindUid of [committee.uid, station.uid])
      await client.establishments.update({
        kindUid,
        organizationUid: small,
        base: nothing,
        set: { establishedOn: yesterday },
      });
    const items = await client.organizations.openItems({ uids: [small], day: today });
    const bodies = items.filter(({ kind }) => kind === 'establishments');
    expect(bodies.map(({ slotName, state }) => `${slotName} ${state}`)).toEqual([
      `消防安全委员会 ${yesterday} 挂牌`,
      `消防工作站 ${yesterday} 挂牌`,
    ]);
    await client.organizations.merge({
      uids: [small, large],
      into: { uid: large },
      from: today,
      document: '',
      handOver: bodies.slice(0, 1).map(({ kind, uid }) => ({ kind, uid })),
    });
    const rows = await client.establishments.list({ ...all(), text: '溪' });
    expect(rows.map(({ name, establishedOn }) => [name, establishedOn])).toEqual([['大溪镇', yesterday]]);
    const ended = (kindUid: string) => client.establishments.list({ ...all(), kindUid, view: 'ended' });
    expect(await ended(committee.uid)).toEqual([]);
    expect(await ended(station.uid)).toMatchObject([
      { name: '小溪乡', endedOn: today, remark: `${today} 撤并`, countyName: '城东区' },
    ]);
    await client.history.undo({});
    expect(await ended(station.uid)).toEqual([]);
  });

  it('are written as a ledger and a table of progress', async () => {
    await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
    const { jobUid } = await client.establishments.exportLedger(all());
    const job = await finishedJob(client, jobUid);
    const { 进度: progress, 台账: list } = await workbookTexts(office.dataFolder, job.result);
    expect(progress?.flat()).toContain('消防安全委员会建设进度');
    expect(list?.flat()).toContain('临政办〔2026〕8号');
  });
});
