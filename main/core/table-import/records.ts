import type { ListColumns } from '#shared/rules/tables/list-columns.ts';
import { type ReadProblem, RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import type { GivenTable, UnderstoodRow } from './list-import.ts';

/* Lists whose rows are plain records: found again by a key, changed field by field. */

type Values = Readonly<Record<string, string | number | null>>;

export interface RecordRow<Fields> extends UnderstoodRow {
  /** Null for a newcomer. */
  id: number | null;
  /** As they will be stored. */
  fields: Fields;
}

interface Records<Meaning extends string, Fields extends Values> {
  columns: ListColumns<Meaning>;
  /** What a row is about; rows without it are left out. */
  subject: Meaning;
  /** Empty text and null say nothing of a field. */
  read: (texts: RowTexts<Meaning>, source: TableRow, subject: string) => Fields;
  keyOf: (fields: Fields) => string;
  /** What is stored, by the same key. */
  known: ReadonlyMap<string, { id: number; fields: Fields }>;
  /** What the fields are called; only these are compared. */
  labels: Readonly<Partial<Record<keyof Fields & string, string>>>;
  /** What stands for the value of a field in the words of a change. */
  shown?: (value: string | number, field: string) => string;
  /** Of a newcomer: what is stored where the row is silent. */
  whenNew: (said: Fields) => Fields;
  /** What is understood of a newcomer beside what its row says, in words. */
  describe?: (fields: Fields) => string[];
}

export function understandRecords<Meaning extends string, Fields extends Values>(
  { rows, columns: headed }: GivenTable<Meaning>,
  {
    columns,
    subject,
    read,
    keyOf,
    known,
    labels,
    shown = String,
    whenNew,
    describe,
  }: Records<Meaning, Fields>,
): { rows: RecordRow<Fields>[]; problems: ReadProblem[] } {
  const texts = new RowTexts<Meaning>(headed);
  const seen = new Map<string, number>();

  function understand(source: TableRow): RecordRow<Fields> | null {
    const name = texts.name(source, subject, columns[subject].name);
    if (name === null) return null;
    texts.check(source, columns);
    const said = read(texts, source, name);
    const key = keyOf(said);
    const { row } = source;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      texts.note('warning', row, subject, `“${name}”与第 ${earlier} 行重复，只算一次。`);
      return { row, action: 'none', id: null, fields: said, changes: [] };
    }
    seen.set(key, row);
    const stored = known.get(key);
    if (stored === undefined) {
      const fields = whenNew(said);
      return { row, action: 'add', id: null, fields, changes: describe?.(fields) ?? [] };
    }
    const { fields, changes } = saidAnew(stored.fields, said, labels, shown);
    return { row, action: changes.length === 0 ? 'same' : 'change', id: stored.id, fields, changes };
  }

  const understood = rows.flatMap((source) => understand(source) ?? []);
  return { rows: understood, problems: texts.problems };
}

/** An empty cell leaves what is stored. */
function saidAnew<Fields extends Values>(
  stored: Fields,
  said: Fields,
  labels: Readonly<Partial<Record<keyof Fields & string, string>>>,
  shown: (value: string | number, field: string) => string,
): { fields: Fields; changes: string[] } {
  const changed: Record<string, Values[string]> = {};
  const changes: string[] = [];
  for (const field of Object.keys(labels)) {
    const [now = null, wanted = null] = [stored[field], said[field]];
    // Cells are read without line breaks; a text that has some is still the same.
    if (wanted === null || wanted === '' || plain(now) === plain(wanted)) continue;
    changed[field] = wanted;
    changes.push(
      `${labels[field] ?? ''} ${now === null || now === '' ? '' : `${shown(now, field)} → `}${shown(wanted, field)}`,
    );
  }
  return { fields: { ...stored, ...changed }, changes };
}

function plain(value: Values[string]): string {
  return String(value ?? '').replaceAll(/\s/gu, '');
}
