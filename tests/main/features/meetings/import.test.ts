import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { cityCommittee } from '#tests/support/builders/committee.ts';
import { actionsOf, nothingChosen, previewOf } from '#tests/support/table-import.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let meetingUid: string;
beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  const { committeeUid } = await cityCommittee(client);
  const { uid: seriesUid } = await client.meetings.addSeries({
    name: '全体会议',
    kind: 'plenary',
    everyMonths: 3,
    noticeDays: 3,
    place: '',
    chair: '',
    committeeUid,
  });
  const meeting = { title: '第一次全体会议', day: '2026-03-18', startTime: '09:00', place: '', chair: '' };
  meetingUid = (await client.meetings.add({ seriesUid, ...meeting, note: '' })).uid;
});
afterAll(() => office.close());

function paste(...lines: string[]) {
  const text = lines.join('\n').replaceAll('|', '\t');
  const given = { choice: nothingChosen, options: { meetingUid } };
  return previewOf(client, client.meetings.readTable({ source: { text }, ...given }));
}
const take = (stagedUid: string) =>
  client.meetings.importTable({ stagedUid, choice: nothingChosen, options: { meetingUid } });
const attendees = async () => (await client.meetings.get({ uid: meetingUid })).attendees;

it('people of a list are called behind those who are, as sitting in where nothing else is said; one undo takes it back', async () => {
  const before = await attendees();
  const preview = await paste(
    '序号|参会人员|工作单位|职务|联系电话|参会身份',
    '1|周强|市应急局|科长|13800000001|参会人员',
    '2|吴静|市商务局|主任科员||',
    '3|吴静|市商务局|||',
  );
  expect(preview).toMatchObject({ adds: 2, errorCount: 0, warningCount: 1 });
  await take(preview.stagedUid);
  const added = (await attendees()).filter(({ uid }) => before.every((each) => each.uid !== uid));
  expect(added.map(({ name, unit, role, reply }) => [name, unit, role, reply])).toEqual([
    ['周强', '市应急局', 'member', 'none'],
    ['吴静', '市商务局', 'observer', 'none'],
  ]);
  await client.history.undo({});
  expect(await attendees()).toEqual(before);
});

it('who is called already is known by the name, and by the unit where it is given; an empty cell erases nothing', async () => {
  const [known] = await attendees();
  const preview = await paste('姓名|电话', `${known!.name}|0797-8100001`);
  expect(preview).toMatchObject({ adds: 0, changes: 1 });
  await take(preview.stagedUid);
  expect((await attendees())[0]).toEqual({ ...known, phone: '0797-8100001' });
  const namesake = await paste('姓名|单位', `${known!.name}|另一个单位`, `${known!.name}|`);
  expect(actionsOf(namesake)).toEqual(['add', 'same']);
  await client.history.undo({});
});

it('a word for the role that says neither is shown with its row, and nothing can be taken over', async () => {
  const preview = await paste('姓名|身份', '周强|旁听');
  expect(preview.problems).toEqual([
    { severity: 'error', row: 2, column: 'B', text: '“旁听”请写成“参会”或“列席”，也可以空着。' },
  ]);
  await expect(take(preview.stagedUid)).rejects.toThrow('第 2 行');
});
