import type { ReceivedEntryKind } from '#shared/contract/received-papers.ts';
import { receivedColumns, type ReceivedMeaning } from '#shared/rules/received-papers/columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { columnsOf, type ReceivedFields } from './columns.ts';
import { insertEntry } from './entries.ts';
import { readNumber } from './written-number.ts';
import { allReceived, lastReceivedSerial, type ReceivedRow } from './queries.ts';

type Fields = Omit<ReceivedFields, 'copies'> & {
  /** Null where the row says none. */
  serial: number | null;
  year: number;
  copies: number | null;
} & Record<ReceivedEntryKind, string>;

interface ReadReceived extends Understood {
  rows: readonly RecordRow<Fields>[];
}

const labels = {
  theirNumber: '来文字号',
  receivedOn: '收文日期',
  dueOn: '办理期限',
  urgency: '紧急程度',
  secrecy: '密级',
  copies: '份数',
  note: '备注',
};

const entryKinds = ['proposal', 'instruction', 'circulation', 'result'] as const;

/**
 * By 收文编号; without one, by sender, their number and title. What was done about a paper that is known already stays
 * as it is registered; of a new one it comes along.
 */
export const receivedImport: ListImport<ReceivedMeaning, null, ReadReceived> = {
  key: 'receivedPapers',
  what: '收文',
  unit: '份',
  columns: () => receivedColumns,
  understand(db, table, { today }) {
    const stored = db.all(allReceived);
    const known = new Map(
      stored.flatMap((row) => {
        const entry = { id: row.id, fields: fieldsOf(row) };
        return [`${row.year}-${row.serial}`, contentKey(entry.fields)].map((key) => [key, entry] as const);
      }),
    );
    const read = understandRecords<ReceivedMeaning, Fields>(table, {
      columns: receivedColumns,
      subject: 'title',
      read: (texts, source, title) => {
        const said = readRow(texts, source, title);
        noteBadDays(texts, source, said, today);
        const holder = known.get(`${said.year}-${said.serial ?? ''}`)?.fields.title;
        if (holder !== undefined && plain(holder) !== plain(title))
          texts.note(
            'error',
            source.row,
            'number',
            `收文编号 ${said.year}-${said.serial} 已经是“${holder}”，请改成别的编号，或留空。`,
          );
        return said;
      },
      keyOf: (said) => (said.serial === null ? contentKey(said) : `${said.year}-${said.serial}`),
      known,
      labels,
      whenNew: (said) => said,
      describe: ({ result, receivedOn }) => (result === '' ? [] : [`已办结，办结日期记为 ${receivedOn}`]),
    });
    return { rows: withNumbers(read.rows, stored), problems: read.problems, notes: [] };
  },
  write({ rows }, context) {
    // Numbers that are written out are taken before others are given.
    const numbered = [...rows].toSorted(
      (one, other) => Number(one.fields.serial === null) - Number(other.fields.serial === null),
    );
    for (const { action, id, fields } of numbered) {
      if (action === 'add') register(context, fields);
      const { copies, ...rest } = fields;
      if (action === 'change' && id !== null)
        context.db.update('received_paper', id, columnsOf({ ...ownFields(rest), copies: copies ?? 1 }));
    }
  },
};

function readRow(texts: RowTexts<ReceivedMeaning>, source: TableRow, title: string): Fields {
  const text = (meaning: ReceivedMeaning): string => texts.text(source, meaning);
  const receivedOn = texts.day(source, 'receivedOn') ?? '';
  const number = readNumber(text('number'));
  if (number === null && text('number') !== '')
    texts.note(
      'error',
      source.row,
      'number',
      `没有看懂收文编号“${text('number')}”，请写成 12 或 2026-12 这样；留空的由程序接着编号。`,
    );
  return {
    year: number?.year ?? Number(receivedOn.slice(0, 4)),
    serial: number?.serial ?? null,
    receivedOn,
    sender: text('sender'),
    theirNumber: text('theirNumber'),
    title,
    copies: copiesOf(texts, source),
    dueOn: texts.day(source, 'dueOn'),
    urgency: text('urgency'),
    secrecy: text('secrecy'),
    note: text('note'),
    proposal: text('proposal'),
    instruction: text('instruction'),
    circulation: text('circulation'),
    result: text('result'),
  };
}

function copiesOf(texts: RowTexts<ReceivedMeaning>, source: TableRow): number | null {
  const written = texts.text(source, 'copies');
  if (written === '') return null;
  const copies = Number(/^(\d{1,5})份?$/u.exec(written.normalize('NFKC'))?.[1] ?? Number.NaN);
  if (copies >= 1 && copies <= 10_000) return copies;
  texts.note('error', source.row, 'copies', `没有看懂“${written}”，份数请写 1 到 10000 的整数。`);
  return null;
}

function noteBadDays(
  texts: RowTexts<ReceivedMeaning>,
  source: TableRow,
  { receivedOn, dueOn, sender, year }: Fields,
  today: string,
): void {
  const note = (meaning: ReceivedMeaning, text: string) => texts.note('error', source.row, meaning, text);
  if (sender === '') note('sender', '没有写来文单位，请补上。');
  if (texts.text(source, 'receivedOn') === '') note('receivedOn', '没有写收文日期，请补上。');
  if (receivedOn > today) note('receivedOn', `收文日期 ${receivedOn} 还没有到，请核对。`);
  if (dueOn !== null && dueOn < receivedOn) note('dueOn', '办理期限不能早于收文日期，请核对。');
  if (receivedOn !== '' && year !== Number(receivedOn.slice(0, 4)))
    note('number', '收文编号的年份和收文日期不是同一年，请核对。');
}

/** Newcomers tell the number that they get, by the order in which `write` gives them. */
function withNumbers(
  rows: readonly RecordRow<Fields>[],
  stored: readonly Pick<ReceivedRow, 'year' | 'serial'>[],
): RecordRow<Fields>[] {
  const last = new Map<number, number>();
  const added = rows.flatMap(({ action, fields }) => (action === 'add' ? [fields] : []));
  for (const { year, serial } of [...stored, ...added])
    last.set(year, Math.max(last.get(year) ?? 0, serial ?? 0));
  return rows.map((row) => {
    if (row.action !== 'add') return row;
    const { year, serial } = row.fields;
    const given = serial ?? (last.get(year) ?? 0) + 1;
    if (serial === null) last.set(year, given);
    return { ...row, changes: [`收文编号 ${year}-${given}`, ...row.changes] };
  });
}

function register({ db, now, caller }: WriteContext, said: Fields): void {
  const { year, receivedOn } = said;
  const serial = said.serial ?? (db.get(lastReceivedSerial, { year })?.serial ?? 0) + 1;
  const done = said.result !== '';
  const id = db.insert('received_paper', {
    year,
    serial,
    ...columnsOf({ ...ownFields(said), copies: said.copies ?? 1 }),
    status: done ? 'done' : 'open',
    // The register of paper tells no day of its own for it.
    done_on: done ? receivedOn : null,
    registered_by: caller.userName,
    created_at: now,
  });
  for (const kind of entryKinds)
    if (said[kind] !== '') insertEntry(db, { id }, { kind, ...partsOf(kind, said[kind]), day: receivedOn });
}

/** To whom a paper was handed is named; anything else is said by nobody in particular. */
function partsOf(kind: ReceivedEntryKind, text: string): { person: string; text: string } {
  return kind === 'circulation' && text.length <= 30 ? { person: text, text: '' } : { person: '', text };
}

function fieldsOf(row: ReceivedRow): Fields {
  return {
    year: row.year,
    serial: row.serial,
    sender: row.sender,
    theirNumber: row.their_number,
    title: row.title,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    urgency: row.urgency,
    secrecy: row.secrecy,
    copies: row.copies,
    note: row.note,
    proposal: '',
    instruction: '',
    circulation: '',
    result: '',
  };
}

function ownFields(fields: Omit<ReceivedFields, 'copies'>): Omit<ReceivedFields, 'copies'> {
  const { sender, theirNumber, title, receivedOn, dueOn, urgency, secrecy, note } = fields;
  return { sender, theirNumber, title, receivedOn, dueOn, urgency, secrecy, note };
}

function contentKey({ sender, theirNumber, title }: Fields): string {
  return [sender, theirNumber, title].map(plain).join('\n');
}

function plain(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
