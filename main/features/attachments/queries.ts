import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';

const attachmentColumns = {
  id: integer,
  uid: text,
  subject_kind: text,
  subject_uid: text,
  name: text,
  bytes: integer,
  sha256: text,
  note: text,
  added_at: integer,
  added_by: text,
  thumbnail: nullableText,
};
const selectAttachment = `SELECT ${Object.keys(attachmentColumns).join(', ')} FROM attachment`;

export const attachmentsOfSubject = defineQuery<typeof attachmentColumns, { kind: string; uid: string }>({
  name: 'attachments.ofSubject',
  sql: `${selectAttachment} WHERE subject_kind = @kind AND subject_uid = @uid ORDER BY id`,
  columns: attachmentColumns,
});

export const attachmentByUid = defineQuery<typeof attachmentColumns, { uid: string }>({
  name: 'attachments.byUid',
  sql: `${selectAttachment} WHERE uid = @uid`,
  columns: attachmentColumns,
});
