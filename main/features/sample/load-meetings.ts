import type { Attendee } from '#shared/contract/meetings.ts';
import type { FindUnit } from './find-unit.ts';
import { issueMinutes } from './issue-minutes.ts';
import type { SampleMeeting, SampleMeetings } from './paperwork-data.ts';
import type { RunOperation } from './run-operation.ts';

/** A series of meetings: those that were held have their minutes, the one to come has its notice in draft. */
export async function loadMeetings(
  run: RunOperation,
  find: FindUnit,
  { series, meetings }: SampleMeetings,
): Promise<void> {
  const { committee, ...fields } = series;
  const committees = await run('rosters', 'committees', { day: null });
  const place = find(committee).uid;
  const committeeUid = committees.find(({ organizationUid }) => organizationUid === place)?.uid ?? null;
  const { uid: seriesUid } = await run('meetings', 'addSeries', { ...fields, committeeUid });
  for (const meeting of meetings) {
    const uid = await callMeeting(run, { seriesUid, place: fields.place, chair: fields.chair }, meeting);
    if (meeting.noticeTo !== null) await draftNotice(run, uid, meeting.noticeTo);
    if (meeting.minutesOn === null) continue;
    await run('meetings', 'signInByReplies', { uid });
    await issueMinutes(run, find, { uid, meeting, minutesOn: meeting.minutesOn });
  }
}

/** With its agenda and what those who are called have answered. @returns its uid */
async function callMeeting(
  run: RunOperation,
  series: { seriesUid: string; place: string; chair: string },
  { title, day, startTime, note, agenda, ...replies }: SampleMeeting,
): Promise<string> {
  const { uid } = await run('meetings', 'add', { ...series, title, day, startTime, note });
  let afterUid: string | null = null;
  for (const item of agenda) {
    const fields = { title: item.title, reporter: item.reporter, note: item.note };
    afterUid = (await run('meetings', 'addAgendaItem', { meetingUid: uid, afterUid, ...fields })).uid;
  }
  const { attendees } = await run('meetings', 'get', { uid });
  await answer(run, attendees, replies);
  return uid;
}

async function draftNotice(run: RunOperation, meetingUid: string, addressee: string): Promise<void> {
  const { paperUid: uid } = await run('meetings', 'draftNotice', { uid: meetingUid });
  const { content } = await run('papers', 'get', { uid });
  const base = { addressee: content?.addressee ?? '' };
  await run('papers', 'save', { uid, base, set: { addressee } });
}

type Replies = Pick<SampleMeeting, 'coming' | 'leaves' | 'substitutes'>;

async function answer(
  run: RunOperation,
  attendees: readonly Attendee[],
  { coming, leaves, substitutes }: Replies,
): Promise<void> {
  const uidsOf = (names: readonly string[]) =>
    attendees.filter(({ name }) => names.includes(name)).map(({ uid }) => uid);
  const nothing = { reason: '', substituteName: '', substitutePost: '' };
  for (const { name, reason } of leaves) {
    await run('meetings', 'setReply', { ...nothing, uids: uidsOf([name]), reply: 'leave', reason });
  }
  for (const { name, ...fields } of substitutes) {
    await run('meetings', 'setReply', { ...fields, uids: uidsOf([name]), reply: 'substitute' });
  }
  const away = [...leaves, ...substitutes].map(({ name }) => name);
  const others = attendees.map(({ name }) => name).filter((name) => !away.includes(name));
  await run('meetings', 'setReply', { ...nothing, uids: uidsOf(coming ?? others), reply: 'coming' });
}
