import { defineQuery, integer, nullableText, oneOf, type Row, text } from '#main/core/store/query.ts';

const summaryColumns = {
  id: integer,
  uid: text,
  kind: text,
  kind_name: text,
  title: text,
  addressee: text,
  number_text: text,
  status: oneOf('draft', 'review', 'signing', 'signed', 'issued', 'void'),
  origin: oneOf('own', 'earlier'),
  drafted_by: text,
  holder_name: text,
  signed_on: nullableText,
  issued_on: nullableText,
  void_reason: nullableText,
  updated_at: integer,
};
export type SummaryRow = Row<typeof summaryColumns>;

const selectSummary = `SELECT paper.id AS id, paper.uid AS uid, paper_kind.code AS kind,
    paper_kind.name AS kind_name, title, addressee, number_text, status, origin, drafted_by, holder_name, signed_on,
    issued_on, (SELECT reason FROM paper_number WHERE paper_id = paper.id) AS void_reason, updated_at
  FROM paper JOIN paper_kind ON paper_kind.id = paper.kind_id`;

/** Both null, or not asked for, where they do not narrow the list. */
interface Narrowing {
  kindId: number | null;
  /** What the search index is asked for, see matchOf; empty: everything. */
  text: string;
}
const narrowing = `(@kindId IS NULL OR paper.kind_id = @kindId)
  AND (@text = '' OR paper.id IN (SELECT rowid FROM paper_search WHERE paper_search MATCH @text))`;

interface PageKey {
  /** Local id of the last row that was shown. */
  beforeId: number;
  limit: number;
}
const newestFirst = 'AND paper.id < @beforeId ORDER BY paper.id DESC LIMIT @limit';

/** Newest first: nothing jumps when something is saved. */
export const papersOfAll = defineQuery<typeof summaryColumns, Narrowing & PageKey>({
  name: 'papers.listAll',
  sql: `${selectSummary} WHERE ${narrowing} ${newestFirst}`,
  columns: summaryColumns,
});

export const papersOfStatus = defineQuery<typeof summaryColumns, Narrowing & PageKey & { status: string }>({
  name: 'papers.listStatus',
  sql: `${selectSummary} WHERE status = @status AND ${narrowing} ${newestFirst}`,
  columns: summaryColumns,
});

/** Own drafts, and what waits for this user or for anybody. */
const isMine = `status IN ('draft', 'review', 'signing', 'signed')
  AND (holder_uid = @userUid OR (holder_uid IS NULL AND (status <> 'draft' OR drafter_uid IS @userUid)))`;

export const papersOfMine = defineQuery<
  typeof summaryColumns,
  Narrowing & PageKey & { userUid: string | null }
>({
  name: 'papers.listMine',
  sql: `${selectSummary} WHERE ${isMine} AND ${narrowing} ${newestFirst}`,
  columns: summaryColumns,
});

interface RegisterKey extends Narrowing {
  firstDay: string;
  lastDay: string;
  beforeDay: string;
  beforeId: number;
  limit: number;
}

const registerDay = 'ifnull(issued_on, signed_on)';

/** 发文登记簿: every number that was taken, the last day first. */
export const papersOfRegister = defineQuery<typeof summaryColumns, RegisterKey>({
  name: 'papers.listRegister',
  sql: `${selectSummary} WHERE number_text <> '' AND ${registerDay} BETWEEN @firstDay AND @lastDay
      AND ${narrowing} AND (${registerDay}, paper.id) < (@beforeDay, @beforeId)
    ORDER BY ${registerDay} DESC, paper.id DESC LIMIT @limit`,
  columns: summaryColumns,
});

export const papersOfSubjectRows = defineQuery<typeof summaryColumns, { kind: string; uid: string }>({
  name: 'papers.listSubject',
  sql: `${selectSummary} WHERE subject_kind = @kind AND subject_uid = @uid ORDER BY paper.id`,
  columns: summaryColumns,
});

const countColumns = { status: text, count: integer };

export const countByStatus = defineQuery({
  name: 'papers.countByStatus',
  sql: 'SELECT status, count(*) AS count FROM paper GROUP BY status',
  columns: countColumns,
});

const mineColumns = { count: integer };

export const countMine = defineQuery<typeof mineColumns, { userUid: string | null }>({
  name: 'papers.countMine',
  sql: `SELECT count(*) AS count FROM paper WHERE ${isMine}`,
  columns: mineColumns,
});

const titleColumns = { title: text };

/** What the subject of a paper is called: a meeting, an assessment, a duty roster, a campaign, the unit of a notice, an enterprise. */
export const subjectTitle = defineQuery<typeof titleColumns, { uid: string }>({
  name: 'papers.subjectTitle',
  sql: `SELECT title FROM meeting WHERE uid = @uid
    UNION ALL SELECT title FROM assessment_period WHERE uid = @uid
    UNION ALL SELECT name FROM duty_period WHERE uid = @uid
    UNION ALL SELECT title FROM campaign WHERE uid = @uid AND (announced = 1 OR released_on IS NOT NULL)
    UNION ALL SELECT unit FROM notice WHERE uid = @uid
    UNION ALL SELECT name FROM credit_enterprise JOIN credit_decision AS decision
      ON decision.enterprise_id = credit_enterprise.id WHERE decision.uid = @uid`,
  columns: titleColumns,
});
