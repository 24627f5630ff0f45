import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysBetween } from '#shared/calendar/days.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { defaultNoticeSettings } from '#shared/rules/notices/default-settings.ts';
import { missingProgress } from '#shared/rules/notices/listed-state.ts';
import { lightOf, USUAL_WARNING_DAYS } from '#shared/rules/tasks/light.ts';
import type { Client, TestCore } from '#tests/support/core.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';

let office: TestCore;
let client: Client;

beforeAll(async () => {
  ({ office, client } = await startSampleOffice());
}, 120_000);

afterAll(() => office.close());

/** A day on which the sample's year is told up to. */
const SAMPLE_DAY = '2026-11-24';

async function allTasks(): Promise<TaskRow[]> {
  const filter = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null } as const;
  const asked = { filter, sort: 'due', descending: false, after: null, limit: 50 } as const;
  return (await client.tasks.list(asked)).rows;
}

test('there are tasks in every state, with what has happened to them', async () => {
  const rows = await allTasks();
  expect(rows).toHaveLength(32);
  expect(new Set(rows.map(({ status }) => status))).toEqual(
    new Set([
      'assigned',
      'received',
      'inProgress',
      'returned',
      'reported',
      'accepted',
      'closed',
      'cancelled',
    ]),
  );
  const extended = rows.find(({ title }) => title === '完成养老机构自动消防设施改造');
  expect(extended).toMatchObject({ dueOn: '2026-12-15', firstDueOn: '2026-09-30', pressedCount: 1 });
});

test('every colour of light occurs among the tasks', async () => {
  const lights = (await allTasks()).map((task) => lightOf(task, SAMPLE_DAY, USUAL_WARNING_DAYS).light);
  expect(new Set(lights)).toEqual(new Set(['red', 'yellow', 'green', 'plain']));
});

test('the city and two counties have a roster, two members are replaced, and nothing asks for attention', async () => {
  const committees = await client.rosters.committees({ day: SAMPLE_DAY });
  expect(committees.map(({ organizationName, personCount }) => [organizationName, personCount])).toEqual([
    ['安澜市', 43],
    ['云栖区', 8],
    ['石泊县', 8],
  ]);
  const committeeUid = committees[0]!.uid;
  const { before, after } = await client.rosters.compare({
    committeeUid,
    from: '2026-01-01',
    to: SAMPLE_DAY,
  });
  const gone = before.filter(({ personUid }) => after.every((entry) => entry.personUid !== personUid));
  expect(gone.map(({ name }) => name)).toEqual(['杨一鸣', '沈红']);
  const { entries } = await client.rosters.roster({ committeeUid, day: SAMPLE_DAY });
  expect(new Set(entries.map(({ positionUid }) => positionUid)).size).toBe(6);
  expect(entries.find(({ name }) => name === '陶佳')?.unit).toBe('安澜市城市管理综合行政执法局');
  expect((await client.rosters.attention()).problems).toEqual([]);
});

test('three plenary meetings were held, each with minutes of three decided items, and the fourth carries over what is open', async () => {
  const meetings = (await client.meetings.list({ seriesUid: null, year: 2026 })).toReversed();
  expect(meetings.map(({ status }) => status)).toEqual(['held', 'held', 'held', 'planned']);
  const details = await Promise.all(meetings.map(({ uid }) => client.meetings.get({ uid })));
  const held = details.slice(0, 3);
  for (const { resolutions, agenda, minutes, attendees } of held) {
    expect(minutes.map(({ status }) => status)).toEqual(['issued']);
    expect(resolutions).toHaveLength(3);
    expect(agenda.length).toBeGreaterThan(1);
    const marks = new Set(attendees.map(({ attendance }) => attendance));
    expect(marks).toEqual(new Set(['present', 'excused', 'substituted']));
  }
  expect(held.map(({ minutes }) => minutes[0]?.number)).toEqual(['第1期', '第2期', '第3期']);
  const decided = held.flatMap(({ resolutions }) => resolutions);
  expect(decided.filter(({ status }) => status === 'closed')).toHaveLength(4);
  expect(decided.filter(({ status }) => status === 'reported')).toHaveLength(1);
  const overdue = decided.filter(({ status, dueOn }) => status === 'inProgress' && dueOn! < SAMPLE_DAY);
  expect(overdue.map(({ title }) => title)).toEqual(['开展校园消防安全专项检查']);
  const next = details[3]!;
  expect(next.carried).toHaveLength(5);
  expect(next.notices.map(({ status }) => status)).toEqual(['draft']);
});

test('of three received papers one is done, one is read by somebody still, and an instruction on one became a task', async () => {
  const asked = { view: 'all', year: 2026, text: '', after: null, limit: 50 } as const;
  const rows = (await client.receivedPapers.list(asked)).rows.toReversed();
  expect(rows.map(({ serial, status }) => [serial, status])).toEqual([
    [1, 'done'],
    [2, 'open'],
    [3, 'open'],
  ]);
  expect(rows[2]?.unread).toEqual(['彭伟']);
  const tasks = await client.receivedPapers.tasks({ uid: rows[1]?.uid ?? '' });
  expect(tasks).toMatchObject([
    { title: '梳理专职消防队员招录缺口', dueOn: '2026-11-30', kind: 'instruction' },
  ]);
  expect(tasks[0]?.units.map(({ shortName }) => shortName)).toEqual(['市人社局', '市财政局', '市消防支队']);
});

test('two units got a 督办函 about what they owe: one has answered, the other one is late', async () => {
  const rows = await client.notices.list({ view: 'all', kind: null, unitUid: null, text: '' });
  expect(rows.map(({ unit, number, repliedOn }) => [unit, number, repliedOn])).toEqual([
    ['安澜市教育局', '安消安办函〔2026〕1号', null],
    ['安澜市文化广电和旅游局', '安消安办函〔2026〕2号', '2026-11-13'],
  ]);
  expect(new Set(rows.map(({ batchUid }) => batchUid)).size).toBe(1);
  const [late, settled] = rows;
  expect(daysBetween(late?.replyDueOn ?? SAMPLE_DAY, SAMPLE_DAY)).toBe(1);
  expect(settled?.state).toBe('settled');
});

test('an implementation plan has twelve tasks below four headings, some of them done', async () => {
  const [plan] = await client.plans.list({ text: '' });
  const { nodes } = await client.plans.get({ uid: plan?.uid ?? '' });
  const tasks = nodes.flatMap(({ task }) => task ?? []);
  expect([nodes.length - tasks.length, tasks.length]).toEqual([4, 12]);
  expect(tasks.filter(({ status }) => status === 'closed')).toHaveLength(3);
  const meeting = tasks.find(({ title }) => title === '召开冬春火灾防控动员部署会');
  expect(meeting).toMatchObject({ status: 'closed', closedOn: '2026-10-26' });
});

test('of two hazards under listed supervision one is taken off the list, the other is reported on every month', async () => {
  const listed = await client.listedSupervision.list({ view: 'all', text: '' });
  const [open, delisted] = await Promise.all(listed.map(({ uid }) => client.listedSupervision.get({ uid })));
  const { boardHungOn, boardDueOn, acceptedOn, progress } = open!;
  expect([listed.length, acceptedOn, boardHungOn! <= boardDueOn!]).toEqual([2, null, true]);
  expect(progress.map(({ day }) => day.slice(0, 7))).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
  expect(missingProgress(open!, SAMPLE_DAY, defaultNoticeSettings.progressDay)).toBeNull();
  expect(delisted).toMatchObject({ state: 'delisted', firstDueOn: '2026-05-31', dueOn: '2026-06-30' });
});

test('every series of document numbers runs without a gap, and no paper waits for something unfilled', async () => {
  const asked = { view: 'all', kind: null, year: null, text: '', after: null, limit: 50 } as const;
  const { rows } = await client.papers.list(asked);
  const serials = Map.groupBy(
    rows.filter(({ number }) => number !== ''),
    ({ number }) => number.replace(/\d+(?=\D*$)/u, ''),
  );
  for (const [series, papers] of serials) {
    const taken = papers
      .map(({ number }) => Number(/(\d+)\D*$/u.exec(number)?.[1]))
      .toSorted((a, b) => a - b);
    expect([series, taken]).toEqual([series, papers.map((_paper, place) => place + 1)]);
  }
  expect(serials.size).toBe(3);
  for (const { uid } of rows) expect((await client.papers.get({ uid })).problems).toEqual([]);
});
