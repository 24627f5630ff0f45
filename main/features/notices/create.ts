import { v7 } from 'uuid';
import type { notices as contract } from '#shared/contract/notices.ts';
import { AppError } from '#shared/errors.ts';
import { type NoticeKind, noticeKindNames, type NoticeSettings } from '#shared/rules/notices/model.ts';
import { noticeFields } from '#shared/rules/notices/notice-fields.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { createPaper, type FilledTemplate, templateFiller } from '#main/features/papers/index.ts';
import { tasksByUids } from '#main/features/tasks/index.ts';
import { paperKindOf } from './paper-kinds.ts';
import { type NoticeDbRow, taskByUid } from './queries.ts';
import { requireReplyAfter } from './propose.ts';
import { requireNotice } from './rows.ts';
import { shortList } from './short-list.ts';
import { noticeSettings } from './settings.ts';

type Input = Parameters<Handlers<typeof contract>['create']>[0];
type Unit = Input['units'][number];

/** One paper for each unit, all in one operation. */
export const createNotices: Handlers<typeof contract>['create'] = (input, context) => {
  const { kind, day, replyDueOn, units } = input;
  requireReplyAfter(day, replyDueOn);
  const batch: Batch = {
    ...input,
    uid: v7(),
    fill: templateFiller(context, paperKindOf[kind]),
    settings: noticeSettings(context.db),
  };
  const uids = units.map((unit, place) => createOne(context, batch, unit, place));
  context.summarize(`${noticeKindNames[kind]}：${shortList(units.map(({ unit }) => unit))}`);
  return { uids, batchUid: batch.uid };
};

/** What all notices of a batch have in common. */
interface Batch {
  kind: NoticeKind;
  day: string;
  replyDueOn: string | null;
  uid: string;
  fill: (fields: Record<string, string>) => FilledTemplate;
  settings: NoticeSettings;
}

function createOne(context: WriteContext, batch: Batch, unit: Unit, place: number): string {
  const { db } = context;
  const { kind, day } = batch;
  const uid = v7();
  const previous = unit.previousUid === null ? null : requireNotice(db, unit.previousUid);
  const paper = createPaper(context, {
    kind: paperKindOf[kind],
    ...filledFor(db, batch, unit, previous),
    subject: { kind: 'notice', uid },
  });
  const organizationId =
    unit.organizationUid === null ? null : requireOrganization(db, unit.organizationUid).id;
  const id = db.insert('notice', {
    uid,
    kind,
    paper_id: paper.id,
    organization_id: organizationId,
    unit: unit.unit,
    batch_uid: batch.uid,
    position: place + 1,
    previous_id: previous?.id ?? null,
    reply_due_on: batch.replyDueOn,
    created_on: day,
  });
  for (const [position, taskUid] of unit.taskUids.entries()) {
    const task = db.get(taskByUid, { uid: taskUid });
    if (task === undefined) throw new AppError('notFound', { what: '一项督办任务' });
    db.insert('notice_task', { notice_id: id, task_id: task.id, position });
  }
  return uid;
}

function filledFor(
  db: ReadStore,
  { kind, day, replyDueOn, fill, settings }: Batch,
  unit: Unit,
  previous: NoticeDbRow | null,
): FilledTemplate {
  const tasks = tasksByUids(db, unit.taskUids, day);
  const { basis, demand } = settings;
  const fields = noticeFields(kind, {
    unit: unit.unit,
    day,
    replyDueOn,
    basis,
    demand,
    tasks: tasks.map(({ title, source, dueOn, pressedCount }) => ({
      title,
      sourceText: source.text,
      dueOn,
      pressedCount,
    })),
    previous:
      previous?.issued_on === null || previous === null
        ? null
        : { number: previous.number, issuedOn: previous.issued_on },
  });
  const filled = fill(fields);
  const wantsSlip = settings.rules.find((rule) => rule.kind === kind)?.slip ?? false;
  return wantsSlip ? filled : { ...filled, content: { ...filled.content, slip: null } };
}
