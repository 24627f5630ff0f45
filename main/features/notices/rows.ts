import type { NoticeDetail, NoticeLink, NoticeRow } from '#shared/contract/notices.ts';
import { AppError } from '#shared/errors.ts';
import type { NoticeKind, NoticeSettings } from '#shared/rules/notices/model.ts';
import { type NoticeState, noticeState } from '#shared/rules/notices/notice-state.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { tasksByUids } from '#main/features/tasks/index.ts';
import {
  allNotices,
  listedOfNotice,
  noticeById,
  noticeByUid,
  type NoticeDbRow,
  noticesAfter,
  repliesOf,
  taskUidsOfNotice,
} from './queries.ts';
import { noticeSettings } from './settings.ts';

export function requireNotice(db: ReadStore, uid: string): NoticeDbRow {
  const row = db.get(noticeByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这份督办通知' });
  return row;
}

/** What stands at a step of a chain, and today's settings to judge it by. */
interface Judge {
  today: string;
  settings: NoticeSettings;
}

export function stateOf(row: NoticeDbRow, { today, settings }: Judge): NoticeState {
  return noticeState(
    {
      paperStatus: row.paper_status,
      sentOn: row.sent_on,
      replyDueOn: row.reply_due_on,
      verdict: isVerdict(row.verdict) ? row.verdict : null,
      isFollowed: row.followed === 1,
      wasSettled: row.settled === 1,
    },
    today,
    settings.warningDays,
  );
}

function isVerdict(text: string): text is 'pending' | 'accepted' | 'insufficient' {
  return text !== '';
}

export function noticeRows(db: ReadStore, today: string): NoticeRow[] {
  const judge = { today, settings: noticeSettings(db) };
  const organizations = organizationsOn(db, today);
  return db.all(allNotices).map((row) => toRow(row, organizations.get(row.organization_id ?? 0)?.uid, judge));
}

function toRow(row: NoticeDbRow, organizationUid: string | undefined, judge: Judge): NoticeRow {
  return {
    uid: row.uid,
    kind: row.kind,
    paperUid: row.paper_uid,
    title: row.title,
    number: row.number,
    issuedOn: row.issued_on,
    organizationUid: organizationUid ?? null,
    unit: row.unit,
    taskCount: row.task_count,
    sentOn: row.sent_on,
    channel: row.channel,
    receivedOn: row.received_on,
    receivedBy: row.received_by,
    replyDueOn: row.reply_due_on,
    repliedOn: row.replied_on,
    state: stateOf(row, judge),
    batchUid: row.batch_uid,
    isEarlier: row.origin === 'earlier',
  };
}

export function linkOf(row: NoticeDbRow, judge: Judge): NoticeLink {
  const { uid, kind, number, title } = row;
  return { uid, kind, number, title, issuedOn: row.issued_on, state: stateOf(row, judge) };
}

export function detailOf({ db, today }: Pick<ReadContext, 'db' | 'today'>, row: NoticeDbRow): NoticeDetail {
  const settings = noticeSettings(db);
  const judge = { today, settings };
  const uids = db.all(taskUidsOfNotice, { noticeId: row.id }).map(({ uid }) => uid);
  return {
    ...toRow(row, organizationsOn(db, today).get(row.organization_id ?? 0)?.uid, judge),
    tasks: tasksByUids(db, uids, today).map((task) => ({
      uid: task.uid,
      title: task.title,
      dueOn: task.dueOn,
      status: task.status,
      pressedCount: task.pressedCount,
      sourceText: task.source.text,
    })),
    replies: db.all(repliesOf, { noticeId: row.id }).map((reply) => ({
      uid: reply.uid,
      day: reply.day,
      person: reply.person,
      text: reply.text,
      verdict: reply.verdict,
      judgedOn: reply.judged_on,
      judgement: reply.judgement,
    })),
    chain: chainOf(db, row).map((link) => linkOf(link, judge)),
    listed: row.listed_id === null ? null : (db.get(listedOfNotice, { id: row.listed_id }) ?? null),
    next: nextKind(settings, row.kind),
  };
}

export function nextKind(settings: NoticeSettings, kind: NoticeKind): NoticeKind | null {
  return settings.rules.find((rule) => rule.kind === kind)?.next ?? null;
}

/** From the first unanswered notice to the last that followed. */
function chainOf(db: ReadStore, row: NoticeDbRow): NoticeDbRow[] {
  const before: NoticeDbRow[] = [];
  for (let id = row.previous_id; id !== null; ) {
    const earlier = db.get(noticeById, { id });
    if (earlier === undefined) break;
    before.unshift(earlier);
    id = earlier.previous_id;
  }
  return [...before, row, ...followersOf(db, row)];
}

function followersOf(db: ReadStore, row: NoticeDbRow): NoticeDbRow[] {
  return db.all(noticesAfter, { id: row.id }).flatMap((later) => [later, ...followersOf(db, later)]);
}
