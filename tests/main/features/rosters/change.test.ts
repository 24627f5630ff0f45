import type { RosterSteps } from '#shared/rules/rosters/working-copy.ts';
import { describe, expect, it } from 'vitest';
import { useCommittee } from './support.ts';

const day = '2026-03-01';
const nothing: RosterSteps = { ends: [], adds: [], edits: [], order: [] };

function useChanges(county: string) {
  const committee = useCommittee(county);
  const added = (key: string, name: string, replaces: string | null): RosterSteps['adds'][number] => ({
    key,
    person: { uid: null, name, officePhone: '', mobile: '' },
    replaces,
    positionUid: committee.position('成员'),
    organizationUid: null,
    unit: '县教育局',
    post: '局长',
    substitute: false,
    substituteForUid: null,
    note: '',
  });
  const prepare = async (steps: RosterSteps, on = day) => {
    const { client, committeeUid } = committee;
    const { uid } = await client.rosters.startChange({ committeeUid, day: on });
    if (steps !== nothing)
      await client.rosters.updateChange({ uid, base: { steps: nothing }, set: { steps } });
    return uid;
  };

  return { committee, added, prepare };
}

describe('a change of roster', () => {
  const { committee, added, prepare } = useChanges('甲县');

  it('replaces two members as one operation on its day, and leaves every earlier day as it was', async () => {
    await committee.appoint('主官', { position: '主任' });
    await committee.appoint('主办', { position: '办公室主任' });
    const uids = [
      await committee.appoint('张三', { unit: '县教育局' }),
      await committee.appoint('李四', { unit: '县民政局' }),
      await committee.appoint('王五', { unit: '县水利局' }),
    ];
    const uid = await prepare({
      ...nothing,
      ends: [uids[0]!, uids[1]!],
      adds: [added('n1', '赵六', uids[0]!), added('n2', '孙七', uids[1]!)],
    });
    const detail = await committee.client.rosters.change({ uid });
    expect(detail.after.map(({ name }) => name)).toEqual(['主官', '赵六', '孙七', '王五', '主办']);
    expect(detail.difference.came.map(({ name }) => name)).toEqual(['赵六', '孙七']);
    expect(await committee.names(day)).not.toContain('赵六');

    const { changed } = await committee.client.rosters.carryOut({ uid });
    expect(changed).toBe(4);
    expect(await committee.names(day)).toEqual(['主官', '赵六', '孙七', '王五', '主办']);
    expect(await committee.names('2026-02-28')).toEqual(['主官', '张三', '李四', '王五', '主办']);
    const done = await committee.client.rosters.change({ uid });
    expect(done.difference.went.map(({ name }) => name)).toEqual(['张三', '李四']);

    await committee.client.history.undo({});
    expect(await committee.names(day)).toEqual(['主官', '张三', '李四', '王五', '主办']);
    expect((await committee.client.rosters.change({ uid })).status).toBe('draft');
    await committee.client.rosters.removeChange({ uid });
  });

  it('is printed as the new list or as the changes only, and shows the notice that was made', async () => {
    const { client } = committee;
    const entries = await committee.entries(day);
    const leaving = entries.find(({ name }) => name === '张三')!;
    const uid = await prepare({
      ...nothing,
      ends: [leaving.uid],
      adds: [added('n1', '钱伟', leaving.uid)],
    });
    const bodyOf = async (form: 'full' | 'changes') => {
      const { paperUid } = await client.rosters.makeNotice({ uid, form });
      const { content } = await client.papers.get({ uid: paperUid });
      return content!.body.flatMap((block) =>
        block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
      );
    };
    const list = await bodyOf('full');
    expect(list).toContain('成\u3000\u3000\u3000员：钱\u3000伟\u3000县教育局局长');
    expect(list).toContain('\u3000\u3000\u3000\u3000\u3000\u3000李\u3000四\u3000县民政局');
    const changes = await bodyOf('changes');
    expect(changes).toContain('钱伟同志(县教育局局长)任成员。');
    expect(changes).toContain('张三同志不再担任成员职务。');
    expect((await client.rosters.change({ uid })).notices.map(({ number }) => number)).toEqual(['', '']);
    await client.rosters.removeChange({ uid });
    const empty = await prepare(nothing);
    const nobody = client.rosters.makeNotice({ uid: empty, form: 'changes' });
    await expect(nobody).rejects.toMatchObject({ code: 'refused' });
    await client.rosters.removeChange({ uid: empty });
  });

  it('changes post and position of somebody who goes on, and the order', async () => {
    const entries = await committee.entries(day);
    const entry = (name: string) => entries.find((each) => each.name === name)!;
    const uid = await prepare({
      ...nothing,
      edits: [
        {
          appointmentUid: entry('王五').uid,
          positionUid: committee.position('副主任'),
          organizationUid: null,
          unit: '县政府',
          post: '副县长',
        },
      ],
      order: [entry('李四').uid, entry('张三').uid],
    });
    await committee.client.rosters.carryOut({ uid });
    expect(await committee.names(day)).toEqual(['主官', '王五', '李四', '张三', '主办']);
    expect(await committee.names('2026-02-28')).toEqual(['主官', '张三', '李四', '王五', '主办']);
    const wang = await committee.client.rosters.person({ uid: entry('王五').personUid });
    expect(wang).toMatchObject({ unit: '县政府', post: '副县长' });
    expect(wang.appointments.map(({ lastDay }) => lastDay)).toEqual([null, '2026-02-28']);
  });

  it('is refused where it would make two chairs', async () => {
    const second = { ...added('n1', '周八', null), positionUid: committee.position('主任') };
    const uid = await prepare({ ...nothing, adds: [second] }, '2026-05-01');
    await expect(committee.client.rosters.carryOut({ uid })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('2 位主任') as string,
    });
    expect(await committee.names('2026-05-01')).not.toContain('周八');
    await committee.client.rosters.removeChange({ uid });
  });

  it('is refused once the roster became another one, and shows it before', async () => {
    const leaving = (await committee.entries('2026-05-01')).find(({ name }) => name === '张三')!;
    const uid = await prepare({ ...nothing, ends: [leaving.uid] }, '2026-05-01');
    await committee.client.rosters.endAppointments({ uids: [leaving.uid], from: '2026-04-01' });
    expect((await committee.client.rosters.change({ uid })).staleCount).toBe(1);
    await expect(committee.client.rosters.carryOut({ uid })).rejects.toMatchObject({ code: 'refused' });
    await committee.client.rosters.updateChange({ uid, base: {}, set: {} });
    await committee.client.history.undo({});
  });

  it('is carried out once', async () => {
    const uid = await prepare({ ...nothing, adds: [added('n1', '吴九', null)] }, '2026-06-01');
    await committee.client.rosters.carryOut({ uid });
    await expect(committee.client.rosters.carryOut({ uid })).rejects.toMatchObject({ code: 'frozen' });
    const late = committee.client.rosters.updateChange({
      uid,
      base: { reason: '' },
      set: { reason: '人员变动' },
    });
    await expect(late).rejects.toMatchObject({ code: 'frozen' });
  });

  it('enters somebody new with two positions once', async () => {
    const twice = ['成员', '联络员'].map((position, index) => ({
      ...added(`n${index}`, '郑十', null),
      positionUid: committee.position(position),
    }));
    const uid = await prepare({ ...nothing, adds: twice }, '2026-07-01');
    await committee.client.rosters.carryOut({ uid });
    const found = await committee.client.rosters.findPeople({ text: '郑十', limit: 5 });
    expect(found).toHaveLength(1);
  });

  it('rests, with its appointments, on the number of its notice once that is issued', async () => {
    const { client } = committee;
    const on = '2026-08-01';
    const leaving = await committee.appoint('周八', { unit: '县民政局' });
    const steps = { ...nothing, ends: [leaving], adds: [added('n1', '吴敏', leaving)] };
    const uid = await prepare(steps, on);
    await client.rosters.carryOut({ uid });
    const { paperUid } = await client.rosters.makeNotice({ uid, form: 'full' });
    const { content } = await client.papers.get({ uid: paperUid });
    const set = { addressee: '各成员单位' };
    await client.papers.save({ uid: paperUid, base: { addressee: content!.addressee }, set });
    await client.papers.submit({ uid: paperUid, to: 'signing', holderUid: null, opinion: '' });
    const signing = { day: on, person: '', opinion: '', expected: null };
    const { number } = await client.papers.sign({ uid: paperUid, ...signing });
    await client.papers.issue({ uid: paperUid, day: on });
    expect((await client.rosters.change({ uid })).document).toBe(number);
    const documents = new Map((await committee.entries(on)).map(({ name, document }) => [name, document]));
    expect(documents.get('吴敏')).toBe(number);
    expect(documents.get('主官')).toBe('');
  });
});

describe('a change that was carried out', () => {
  const { committee, added, prepare } = useChanges('丙县');

  it('says what it changed also on the day on which the roster itself begins', async () => {
    const on = '2026-05-01';
    const { client } = committee;
    const begun = await committee.appoint('初一', { unit: '县气象局', from: on });
    await committee.appoint('初二', { unit: '县气象局', from: on });
    const uid = await prepare({ ...nothing, ends: [begun], adds: [added('n1', '初三', begun)] }, on);
    await client.rosters.carryOut({ uid });
    const done = await client.rosters.change({ uid });
    expect(done.difference.came.map(({ name }) => name)).toEqual(['初三']);
    expect(done.difference.went.map(({ name }) => name)).toEqual(['初一']);

    const again = await prepare({ ...nothing, adds: [added('n2', '初四', null)] }, on);
    await client.rosters.carryOut({ uid: again });
    expect((await client.rosters.change({ uid })).difference.came.map(({ name }) => name)).toEqual(['初三']);
    expect((await client.rosters.change({ uid: again })).difference.came.map(({ name }) => name)).toEqual([
      '初四',
    ]);
  });

  it('names the person that stays where two entries become one', async () => {
    const on = '2026-05-11';
    const { client } = committee;
    const [kept, double] = [await committee.appoint('并一'), await committee.appoint('并壹')];
    const uid = await prepare({ ...nothing, ends: [double] }, on);
    await client.rosters.carryOut({ uid });
    const personOf = (entries: { uid: string; personUid: string }[], entry: string) =>
      entries.find((one) => one.uid === entry)!.personUid;
    const { before } = await client.rosters.change({ uid });
    await client.rosters.mergePeople({ uids: [personOf(before, double)], intoUid: personOf(before, kept) });
    const { difference } = await client.rosters.change({ uid });
    expect(difference.went).toEqual([]);
    expect(difference.changed).toEqual([]);
  });
});
