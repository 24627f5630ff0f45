import type { meetings as contract, Resolution } from '#shared/contract/meetings.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { AppError } from '#shared/errors.ts';
import { markedResolutions } from '#shared/rules/meetings/minutes-body.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { paperContents, papersOfSubject } from '#main/features/papers/index.ts';
import {
  activateTasks,
  createTask,
  removePlanned,
  tasksOfSource,
  uidsOfSource,
} from '#main/features/tasks/index.ts';
import { meetingsOfSeries, type MeetingRow } from './queries.ts';
import { requireLiveMeeting, requireMeeting } from './require.ts';

type Names = 'setResolution' | 'removeResolution';

/** Tasks of minutes name the meeting as their source. */
const SOURCE = 'minutes';

/** Decided items: planned tasks until the minutes are issued. */
export const resolutionHandlers: Pick<Handlers<typeof contract>, Names> = {
  setResolution({ meetingUid, uid, title, leadUids, supportingUids, dueOn }, context) {
    const meeting = requireLiveMeeting(context.db, meetingUid);
    removePlanned(context.db, uid);
    createTask(context, {
      uid,
      kind: 'resolution',
      title,
      content: '',
      source: { kind: SOURCE, uid: meetingUid, text: `${meeting.title}纪要` },
      leadUids,
      supportingUids,
      assignedOn: meeting.day,
      startOn: null,
      dueOn,
      feedbackCycle: { kind: 'none' },
      status: 'planned',
      keeperUid: context.caller.userUid,
    });
    context.summarize(`${meeting.title}：${title}`);
    return { uid };
  },

  removeResolution({ uid }, { db, summarize }) {
    if (!removePlanned(db, uid)) throw new AppError('notFound', { what: '这项议定事项' });
    summarize('');
    return { uid };
  },
};

export function resolutionsOf(db: ReadStore, meeting: MeetingRow, today: string): Resolution[] {
  return tasksOfSource(db, SOURCE, meeting.uid, today).map((task) => toResolution(task, meeting.title));
}

/** Those of earlier meetings of the series that were given out and not closed before this one's day. */
export function carriedTo(db: ReadStore, meeting: MeetingRow, today: string): Resolution[] {
  return db
    .all(meetingsOfSeries, { seriesId: meeting.series_id })
    .filter((earlier) => earlier.day < meeting.day && earlier.status !== 'cancelled')
    .flatMap((earlier) =>
      tasksOfSource(db, SOURCE, earlier.uid, today)
        .filter((task) => wasOpenOn(task, meeting.day))
        .map((task) => toResolution(task, earlier.title)),
    );
}

function wasOpenOn({ status, closedOn }: TaskRow, day: string): boolean {
  if (status === 'planned' || status === 'cancelled') return false;
  return closedOn === null || closedOn >= day;
}

function toResolution(task: TaskRow, meetingTitle: string): Resolution {
  const of = (role: 'lead' | 'supporting') => task.units.filter((unit) => unit.role === role);
  const words = (units: readonly { name: string }[]) => units.map(({ name }) => name).join('，');
  return {
    uid: task.uid,
    title: task.title,
    status: task.status,
    leadUids: of('lead').map(({ uid }) => uid),
    supportingUids: of('supporting').map(({ uid }) => uid),
    leads: words(of('lead')),
    supporting: words(of('supporting')),
    dueOn: task.dueOn,
    meetingTitle,
  };
}

/** Minutes are not signed while nobody leads one of their decided items: once signed they cannot be completed. */
export function unownedItems(db: ReadStore, meetingUid: string, { body }: Pick<Paper, 'body'>): string[] {
  const missing = countUnowned(markedResolutions(body), uidsOfSource(db, SOURCE, meetingUid));
  return missing === 0 ? [] : [`有 ${missing} 项议定事项还没有定牵头单位，请在“议定事项”里补全`];
}

function countUnowned(marked: Iterable<string>, entered: readonly string[]): number {
  return [...marked].filter((uid) => !entered.includes(uid)).length;
}

/**
 * With the minutes their decided items are given out: each mark in the text must have its unit, and what is not marked
 * any more is not owed. They are owed since the meeting, which the units attended; minutes often come out weeks later.
 */
export function giveOutResolutions(context: WriteContext, meetingUid: string): void {
  const { db, today } = context;
  const meeting = requireMeeting(db, meetingUid);
  const [paper] = papersOfSubject(db, 'minutes', meetingUid).filter(({ status }) => status !== 'void');
  const [content] = paper === undefined ? [] : paperContents(db, [paper.uid]);
  const marked = new Set(markedResolutions(content?.content.body ?? []));
  const missing = countUnowned(marked, uidsOfSource(db, SOURCE, meetingUid));
  // One that had its unit when the minutes were signed may have been taken back since.
  if (missing > 0) {
    throw new AppError('refused', {
      reason: `纪要里有 ${missing} 项议定事项没有牵头单位，请退回拟稿，在“议定事项”里补全后再签发、印发。`,
    });
  }
  for (const task of tasksOfSource(db, SOURCE, meetingUid, today)) {
    if (task.status === 'planned' && marked.size > 0 && !marked.has(task.uid)) removePlanned(db, task.uid);
  }
  activateTasks(context, { kind: SOURCE, uid: meetingUid }, meeting.day);
}
