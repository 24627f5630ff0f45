import { v7 } from 'uuid';
import type { EarlierNoticeOptions } from '#shared/contract/notices.ts';
import { noticeKindNames, type NoticeKind } from '#shared/rules/notices/model.ts';
import {
  noticeColumnsWithoutHeading,
  type NoticeMeaning,
  noticeTableColumns,
} from '#shared/rules/notices/notice-columns.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { enterEarlierPaper, requireKind, requireSeries } from '#main/features/papers/index.ts';
import { type EarlierNotice, EarlierRows } from './earlier-rows.ts';
import { paperKindOf } from './paper-kinds.ts';

interface ReadNotices extends Understood {
  rows: readonly RecordRow<EarlierNotice>[];
}

/** Notices issued before the program, by their numbers; those that are known stay as they are. */
export const earlierNoticeImport: ListImport<NoticeMeaning, EarlierNoticeOptions, ReadNotices> = {
  key: 'notices',
  what: '以前的督办通知',
  unit: '份',
  columns: () => noticeTableColumns,
  withoutHeading: () => [...noticeColumnsWithoutHeading],
  understand(db, table, around) {
    const reader = new EarlierRows(db, around);
    const read = understandRecords<NoticeMeaning, EarlierNotice>(table, {
      columns: noticeTableColumns,
      subject: 'title',
      read: (texts, source, title) => reader.read(texts, source, title),
      keyOf: ({ number }) => number,
      known: reader.known,
      labels: {},
      whenNew: (said) => said,
      describe: ({ number, kind, paperId, wasSettled }) => [
        `${noticeKindNames[kind as NoticeKind]}，${paperId === null ? '记为' : '登记到已补录的'}“${number}”`,
        ...(wasSettled === 1 ? ['已办结'] : []),
      ],
    });
    return { ...read, notes: [] };
  },
  write({ rows }, context) {
    const batchUid = v7();
    let position = 0;
    for (const { action, fields } of rows) {
      if (action !== 'add') continue;
      position += 1;
      enterNotice(context, fields, { batchUid, position });
    }
  },
};

function enterNotice(
  context: WriteContext,
  notice: EarlierNotice,
  place: { batchUid: string; position: number },
): void {
  const { db } = context;
  const uid = v7();
  const { organizationUid, repliedOn, reply } = notice;
  const id = db.insert('notice', {
    uid,
    kind: notice.kind,
    paper_id: paperOf(context, notice, uid),
    organization_id: organizationUid === null ? null : requireOrganization(db, organizationUid).id,
    unit: notice.unit,
    batch_uid: place.batchUid,
    position: place.position,
    reply_due_on: notice.replyDueOn,
    sent_on: notice.sentOn,
    channel: notice.channel,
    received_on: notice.receivedOn,
    received_by: notice.receivedBy,
    created_on: notice.issuedOn,
    settled: notice.wasSettled,
  });
  if (repliedOn === null) return;
  db.insert('notice_reply', { uid: v7(), notice_id: id, day: repliedOn, text: reply, verdict: 'pending' });
}

/** One that was entered for its number alone, or a new one. */
function paperOf(context: WriteContext, notice: EarlierNotice, noticeUid: string): number {
  const { db } = context;
  const subject = { kind: 'notice', uid: noticeUid } as const;
  const { paperId, title, unit: addressee, serial, issuedOn } = notice;
  if (paperId !== null) {
    db.update('paper', paperId, { subject_kind: subject.kind, subject_uid: subject.uid });
    return paperId;
  }
  const kind = requireKind(db, { code: paperKindOf[notice.kind as NoticeKind] });
  const series = requireSeries(db, { uid: notice.seriesUid });
  return enterEarlierPaper(context, { kind, series }, { title, addressee, serial, issuedOn }, subject).id;
}
