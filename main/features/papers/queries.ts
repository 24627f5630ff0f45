import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const status = oneOf('draft', 'review', 'signing', 'signed', 'issued', 'void');
const layout = oneOf('standard', 'letter', 'minutes', 'form');
const restart = oneOf('yearly', 'never');

const paperColumns = {
  id: integer,
  uid: text,
  kind_id: integer,
  origin: oneOf('own', 'earlier'),
  status,
  title: text,
  addressee: text,
  number_text: text,
  series_id: integer,
  subject_kind: nullableText,
  subject_uid: nullableText,
  template_key: text,
  template_version: integer,
  copies: integer,
  scope: text,
  drafted_by: text,
  drafter_uid: nullableText,
  holder_uid: nullableText,
  holder_name: text,
  signed_on: nullableText,
  signed_by: text,
  issued_on: nullableText,
  fingerprint: nullableText,
  updated_at: integer,
};
export type PaperRow = Row<typeof paperColumns>;
const paperColumnList = Object.keys(paperColumns).join(', ');

export const paperByUid = defineQuery<typeof paperColumns, { uid: string }>({
  name: 'papers.byUid',
  sql: `SELECT ${paperColumnList} FROM paper WHERE uid = @uid`,
  columns: paperColumns,
});

const uidColumns = { uid: text };

export const paperUidById = defineQuery<typeof uidColumns, { id: number }>({
  name: 'papers.uidById',
  sql: 'SELECT uid FROM paper WHERE id = @id',
  columns: uidColumns,
});

const contentColumns = { id: integer, content: text };

export const contentOfPaper = defineQuery<typeof contentColumns, { paperId: number }>({
  name: 'papers.content',
  sql: 'SELECT id, content FROM paper_content WHERE paper_id = @paperId',
  columns: contentColumns,
});

export const kindColumns = {
  id: integer,
  uid: text,
  code: text,
  name: text,
  layout,
  issuer: oneOf('office', 'committee'),
  series_id: integer,
  series_uid: text,
  needs_addressee: integer,
  position: integer,
  active: integer,
};
export type KindRow = Row<typeof kindColumns>;

export const allKinds = defineQuery({
  name: 'papers.kinds',
  sql: `SELECT paper_kind.id AS id, paper_kind.uid AS uid, code, paper_kind.name AS name, layout, issuer, series_id,
      number_series.uid AS series_uid, needs_addressee, paper_kind.position AS position,
      paper_kind.active AS active
    FROM paper_kind JOIN number_series ON number_series.id = series_id
    ORDER BY paper_kind.position, paper_kind.id`,
  columns: kindColumns,
});

const seriesColumns = {
  id: integer,
  uid: text,
  name: text,
  format: text,
  restart,
  position: integer,
  active: integer,
};
export type SeriesRow = Row<typeof seriesColumns>;

export const allSeries = defineQuery({
  name: 'papers.series',
  sql: `SELECT ${Object.keys(seriesColumns).join(', ')} FROM number_series ORDER BY position, id`,
  columns: seriesColumns,
});

const stepColumns = {
  kind: oneOf('create', 'submit', 'approve', 'return', 'sign', 'issue', 'void'),
  from_status: nullableText,
  to_status: text,
  at: integer,
  user_name: text,
  person: text,
  opinion: text,
};

export const stepsOfPaper = defineQuery<typeof stepColumns, { paperId: number }>({
  name: 'papers.steps',
  sql: `SELECT kind, from_status, to_status, at, user_name, person, opinion
    FROM paper_step WHERE paper_id = @paperId ORDER BY id`,
  columns: stepColumns,
});

const cosignerColumns = {
  id: integer,
  uid: text,
  paper_id: integer,
  position: integer,
  unit: text,
  sent_on: text,
  person: text,
  answered_on: nullableText,
  answer: nullableText,
  opinion: text,
};
export type CosignerRow = Row<typeof cosignerColumns>;
const cosignerColumnList = Object.keys(cosignerColumns).join(', ');

export const cosignersOfPaper = defineQuery<typeof cosignerColumns, { paperId: number }>({
  name: 'papers.cosigners',
  sql: `SELECT ${cosignerColumnList} FROM paper_cosigner WHERE paper_id = @paperId ORDER BY position, id`,
  columns: cosignerColumns,
});

export const cosignerByUid = defineQuery<typeof cosignerColumns, { uid: string }>({
  name: 'papers.cosignerByUid',
  sql: `SELECT ${cosignerColumnList} FROM paper_cosigner WHERE uid = @uid`,
  columns: cosignerColumns,
});

const numberColumns = {
  id: integer,
  series_id: integer,
  year: integer,
  serial: integer,
  text,
  paper_id: integer,
  source: oneOf('signed', 'entered'),
  status: oneOf('used', 'void'),
  reason: text,
};
const numberColumnList = Object.keys(numberColumns).join(', ');

export const numberOfPaper = defineQuery<typeof numberColumns, { paperId: number }>({
  name: 'papers.number',
  sql: `SELECT ${numberColumnList} FROM paper_number WHERE paper_id = @paperId`,
  columns: numberColumns,
});

interface SerialKey {
  seriesId: number;
  year: number;
}

export const numberBySerial = defineQuery<typeof numberColumns, SerialKey & { serial: number }>({
  name: 'papers.numberBySerial',
  sql: `SELECT ${numberColumnList} FROM paper_number
    WHERE series_id = @seriesId AND year = @year AND serial = @serial`,
  columns: numberColumns,
});

const lastColumns = { serial: nullableInteger };

export const lastSerial = defineQuery<typeof lastColumns, SerialKey>({
  name: 'papers.lastSerial',
  sql: 'SELECT max(serial) AS serial FROM paper_number WHERE series_id = @seriesId AND year = @year',
  columns: lastColumns,
});

const userColumns = { name: text };

export const userName = defineQuery<typeof userColumns, { uid: string }>({
  name: 'papers.userName',
  sql: 'SELECT name FROM app_user WHERE uid = @uid AND active = 1',
  columns: userColumns,
});

const takenColumns = { series_id: integer, count: integer };

export const countNumbers = defineQuery({
  name: 'papers.countNumbers',
  sql: 'SELECT series_id, count(*) AS count FROM paper_number GROUP BY series_id',
  columns: takenColumns,
});

const numberedColumns = { id: integer, number_text: text };

export const papersWithNumber = defineQuery({
  name: 'papers.withNumber',
  sql: "SELECT id, number_text FROM paper WHERE number_text <> ''",
  columns: numberedColumns,
});

const registeredColumns = {
  id: integer,
  number_text: text,
  title: text,
  issued_on: nullableText,
  addressee: text,
};

/** All that have a number. */
export const registeredPapers = defineQuery({
  name: 'papers.registered',
  sql: `SELECT ${Object.keys(registeredColumns).join(', ')} FROM paper WHERE number_text <> ''`,
  columns: registeredColumns,
});
