import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const kind = oneOf('order', 'letter', 'reminder', 'summons', 'circular', 'listing', 'delisting');
const verdict = oneOf('pending', 'accepted', 'insufficient');

const noticeColumns = {
  id: integer,
  uid: text,
  kind,
  paper_id: integer,
  paper_uid: text,
  paper_status: oneOf('draft', 'review', 'signing', 'signed', 'issued', 'void'),
  title: text,
  number: text,
  issued_on: nullableText,
  organization_id: nullableInteger,
  unit: text,
  batch_uid: text,
  position: integer,
  previous_id: nullableInteger,
  listed_id: nullableInteger,
  reply_due_on: nullableText,
  sent_on: nullableText,
  channel: text,
  received_on: nullableText,
  received_by: text,
  created_on: text,
  settled: integer,
  origin: oneOf('own', 'earlier'),
  task_count: integer,
  followed: integer,
  replied_on: nullableText,
  /** Empty: there is no reply. */
  verdict: text,
};
export type NoticeDbRow = Row<typeof noticeColumns>;

/** A void follower does not count: the notice before it is open again. */
const selectNotice = `SELECT notice.id AS id, notice.uid AS uid, notice.kind AS kind, notice.paper_id AS paper_id,
    paper.uid AS paper_uid, paper.status AS paper_status, paper.title AS title, paper.number_text AS number,
    paper.issued_on AS issued_on, notice.organization_id AS organization_id, notice.unit AS unit,
    notice.batch_uid AS batch_uid, notice.position AS position, notice.previous_id AS previous_id,
    notice.listed_id AS listed_id, notice.reply_due_on AS reply_due_on, notice.sent_on AS sent_on,
    notice.channel AS channel, notice.received_on AS received_on, notice.received_by AS received_by,
    notice.created_on AS created_on, notice.settled AS settled, paper.origin AS origin,
    (SELECT count(*) FROM notice_task WHERE notice_id = notice.id) AS task_count,
    EXISTS (SELECT 1 FROM notice AS later JOIN paper AS later_paper ON later_paper.id = later.paper_id
      WHERE later.previous_id = notice.id AND later_paper.status = 'issued') AS followed,
    (SELECT max(day) FROM notice_reply WHERE notice_id = notice.id) AS replied_on,
    ifnull((SELECT verdict FROM notice_reply WHERE notice_id = notice.id ORDER BY day DESC, id DESC LIMIT 1), '')
      AS verdict
  FROM notice JOIN paper ON paper.id = notice.paper_id`;

/** The latest batch first, within it in its order. */
export const allNotices = defineQuery({
  name: 'notices.all',
  sql: `${selectNotice} ORDER BY ifnull(paper.issued_on, notice.created_on) DESC, notice.batch_uid DESC, notice.position`,
  columns: noticeColumns,
});

const numberedColumns = {
  paper_id: integer,
  number: text,
  title: text,
  origin: oneOf('own', 'earlier'),
  status: text,
  notice_id: nullableInteger,
};
export type NumberedPaper = Row<typeof numberedColumns>;

/** Every paper that has a number, with the notice that it is. */
export const numberedPapers = defineQuery({
  name: 'notices.numberedPapers',
  sql: `SELECT paper.id AS paper_id, paper.number_text AS number, paper.title AS title, paper.origin AS origin,
      paper.status AS status, notice.id AS notice_id
    FROM paper LEFT JOIN notice ON notice.paper_id = paper.id WHERE paper.number_text <> ''`,
  columns: numberedColumns,
});

export const noticeByUid = defineQuery<typeof noticeColumns, { uid: string }>({
  name: 'notices.byUid',
  sql: `${selectNotice} WHERE notice.uid = @uid`,
  columns: noticeColumns,
});

export const noticeById = defineQuery<typeof noticeColumns, { id: number }>({
  name: 'notices.byId',
  sql: `${selectNotice} WHERE notice.id = @id`,
  columns: noticeColumns,
});

export const noticesWithReplyDue = defineQuery<typeof noticeColumns, { from: string; to: string }>({
  name: 'notices.replyDueBetween',
  sql: `${selectNotice} WHERE notice.reply_due_on BETWEEN @from AND @to`,
  columns: noticeColumns,
});

export const noticesAfter = defineQuery<typeof noticeColumns, { id: number }>({
  name: 'notices.after',
  sql: `${selectNotice} WHERE notice.previous_id = @id ORDER BY notice.id`,
  columns: noticeColumns,
});

export const noticesOfBatch = defineQuery<typeof noticeColumns, { batchUid: string }>({
  name: 'notices.ofBatch',
  sql: `${selectNotice} WHERE notice.batch_uid = @batchUid ORDER BY notice.position`,
  columns: noticeColumns,
});

export const noticesOfTask = defineQuery<typeof noticeColumns, { taskUid: string }>({
  name: 'notices.ofTask',
  sql: `${selectNotice} WHERE notice.id IN (SELECT notice_task.notice_id FROM notice_task
      JOIN task ON task.id = notice_task.task_id WHERE task.uid = @taskUid) ORDER BY notice.id`,
  columns: noticeColumns,
});

export const noticesOfListed = defineQuery<typeof noticeColumns, { listedId: number }>({
  name: 'notices.ofListed',
  sql: `${selectNotice} WHERE notice.listed_id = @listedId ORDER BY notice.id`,
  columns: noticeColumns,
});

const aboutColumns = { uid: text, paper_uid: text };

/**
 * Notices of these tasks and of these listed hazards, and those that followed them.
 * @param taskUids JSON list, as is listedUids
 */
export const noticesAbout = defineQuery<typeof aboutColumns, { taskUids: string; listedUids: string }>({
  name: 'notices.about',
  sql: `WITH RECURSIVE about (id) AS (
      SELECT notice_task.notice_id FROM notice_task JOIN task ON task.id = notice_task.task_id
        WHERE task.uid IN (SELECT value FROM json_each(@taskUids))
      UNION SELECT notice.id FROM notice JOIN listed_supervision AS listed ON listed.id = notice.listed_id
        WHERE listed.uid IN (SELECT value FROM json_each(@listedUids))
      UNION SELECT later.id FROM about JOIN notice AS later ON later.previous_id = about.id)
    SELECT notice.uid AS uid, paper.uid AS paper_uid FROM about
      JOIN notice ON notice.id = about.id JOIN paper ON paper.id = notice.paper_id`,
  columns: aboutColumns,
});

const listedColumns = { uid: text, name: text };

export const listedOfNotice = defineQuery<typeof listedColumns, { id: number }>({
  name: 'notices.listed',
  sql: 'SELECT uid, name FROM listed_supervision WHERE id = @id',
  columns: listedColumns,
});

const taskColumns = { id: integer, uid: text };

export const taskUidsOfNotice = defineQuery<typeof taskColumns, { noticeId: number }>({
  name: 'notices.taskUids',
  sql: `SELECT task.id AS id, task.uid AS uid FROM notice_task JOIN task ON task.id = notice_task.task_id
    WHERE notice_task.notice_id = @noticeId ORDER BY notice_task.position`,
  columns: taskColumns,
});

export const taskByUid = defineQuery<typeof taskColumns, { uid: string }>({
  name: 'notices.taskByUid',
  sql: 'SELECT id, uid FROM task WHERE uid = @uid',
  columns: taskColumns,
});

const replyColumns = {
  id: integer,
  uid: text,
  notice_id: integer,
  day: text,
  person: text,
  text,
  verdict,
  judged_on: nullableText,
  judgement: text,
};
const selectReply = `SELECT ${Object.keys(replyColumns).join(', ')} FROM notice_reply`;

export const repliesOf = defineQuery<typeof replyColumns, { noticeId: number }>({
  name: 'notices.replies',
  sql: `${selectReply} WHERE notice_id = @noticeId ORDER BY day, id`,
  columns: replyColumns,
});

const latestColumns = { notice_uid: text, person: text, text, verdict, judgement: text };
export type LatestReply = Row<typeof latestColumns>;

/** Of every notice that was replied to. */
export const latestReplies = defineQuery({
  name: 'notices.latestReplies',
  sql: `SELECT notice.uid AS notice_uid, person, text, verdict, judgement FROM notice
        JOIN notice_reply AS reply ON reply.id = (SELECT id FROM notice_reply WHERE notice_id = notice.id
          ORDER BY day DESC, id DESC LIMIT 1)`,
  columns: latestColumns,
});

export const replyByUid = defineQuery<typeof replyColumns, { uid: string }>({
  name: 'notices.replyByUid',
  sql: `${selectReply} WHERE uid = @uid`,
  columns: replyColumns,
});
