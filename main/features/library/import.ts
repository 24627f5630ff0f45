import { numberKey, titleKey } from '#shared/rules/library/citations.ts';
import { libraryColumns, type LibraryMeaning } from '#shared/rules/library/columns.ts';
import {
  levelNames,
  libraryLevels,
  type LibraryLevel,
  validities,
  validityNames,
} from '#shared/rules/library/model.ts';
import { guessLevel, readLevel, readValidity } from '#shared/rules/library/read-words.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { entryColumnsOf } from './columns.ts';
import { insertEntry } from './entries.ts';
import { allEntries, type EntryRecord } from './queries.ts';

/** Level and validity as words; empty where the row says none. */
type Fields = Record<Exclude<LibraryMeaning, 'issuedOn' | 'inForceFrom' | 'inForceTo'>, string> &
  Record<'issuedOn' | 'inForceFrom' | 'inForceTo', string | null>;

interface ReadLibrary extends Understood {
  rows: readonly RecordRow<Fields>[];
}

const labels = Object.fromEntries(
  Object.entries(libraryColumns).flatMap(([meaning, { name }]) =>
    meaning === 'title' || meaning === 'number' ? [] : [[meaning, name]],
  ),
) as Partial<Record<LibraryMeaning, string>>;

type Known = ReadonlyMap<string, { id: number; fields: Fields }>;

/** By title and number together, as entries are entered; a title alone means the one entry that has it. */
export const libraryImport: ListImport<LibraryMeaning, null, ReadLibrary> = {
  key: 'library',
  what: '文件',
  unit: '份',
  columns: () => libraryColumns,
  understand(db, table) {
    const known = new Map(
      db.all(allEntries).map((entry) => {
        const fields = fieldsOf(entry);
        return [contentKey(fields), { id: entry.id, fields }] as const;
      }),
    );
    const read = understandRecords<LibraryMeaning, Fields>(table, {
      columns: libraryColumns,
      subject: 'title',
      read: (texts, source, title) => readRow(texts, source, title, known),
      keyOf: contentKey,
      known,
      labels,
      whenNew: (said) => ({
        ...said,
        level: said.level === '' ? levelNames[guessLevel(said.title, said.number)] : said.level,
        validity: said.validity === '' ? validityNames.valid : said.validity,
      }),
      describe: ({ level, validity }) => [level, validity],
    });
    return { rows: read.rows, problems: read.problems, notes: [] };
  },
  write({ rows }, { db, now }) {
    for (const { action, id, fields } of rows) {
      const own = storedFields(fields);
      if (action === 'add') insertEntry(db, { ...own, replacedByUid: null }, now);
      if (action === 'change' && id !== null)
        db.update('library_entry', id, {
          ...entryColumnsOf(own),
          ...(own.validity === 'replaced' ? {} : { replaced_by_id: null }),
        });
    }
  },
};

function readRow(texts: RowTexts<LibraryMeaning>, source: TableRow, written: string, known: Known): Fields {
  const title = written.replaceAll(/^《([^《》]+)》$/gu, '$1');
  const text = (meaning: LibraryMeaning): string => texts.text(source, meaning);
  const word = (
    meaning: 'level' | 'validity',
    understood: string | null,
    choices: readonly string[],
  ): string => {
    const said = text(meaning);
    if (said !== '' && understood === null)
      texts.note('error', source.row, meaning, `没有看懂“${said}”，请写成${choices.join('、')}中的一种。`);
    return understood ?? '';
  };
  const level = readLevel(text('level'));
  const validity = readValidity(text('validity'));
  const number = text('number') || numberOf(texts, source, title, known);
  const [inForceFrom, inForceTo] = [texts.day(source, 'inForceFrom'), texts.day(source, 'inForceTo')];
  const stored = known.get(contentKey({ title, number }))?.fields;
  // What the row leaves empty stays as it is stored.
  const from = inForceFrom ?? stored?.inForceFrom ?? null;
  const to = inForceTo ?? stored?.inForceTo ?? null;
  if (from !== null && to !== null && to < from)
    texts.note(
      'error',
      source.row,
      inForceTo === null ? 'inForceFrom' : 'inForceTo',
      `失效日期 ${to} 不能早于施行日期 ${from}，请核对。`,
    );
  return {
    title,
    number,
    issuer: text('issuer'),
    level: word('level', level === null ? null : levelNames[level], Object.values(levelNames)),
    issuedOn: texts.day(source, 'issuedOn'),
    inForceFrom,
    inForceTo,
    validity: word(
      'validity',
      validity === null ? null : validityNames[validity],
      Object.values(validityNames),
    ),
    subjects: text('subjects'),
    abstract: text('abstract'),
  };
}

/** Of the one entry with this title; empty where there is none, or one without a number. */
function numberOf(texts: RowTexts<LibraryMeaning>, source: TableRow, title: string, known: Known): string {
  if (known.has(contentKey({ title, number: '' }))) return '';
  const own = titleKey(title);
  const [twin, ...others] = [...known.values()].filter(({ fields }) => titleKey(fields.title) === own);
  if (others.length === 0) return twin?.fields.number ?? '';
  texts.note(
    'error',
    source.row,
    'title',
    `文件库里有 ${others.length + 1} 份“${title}”，不知道是哪一份，请写文号。`,
  );
  return '';
}

function fieldsOf(entry: EntryRecord): Fields {
  const { title, number, issuer, subjects, abstract } = entry;
  return {
    title,
    number,
    issuer,
    level: levelNames[entry.level],
    issuedOn: entry.issued_on,
    inForceFrom: entry.in_force_from,
    inForceTo: entry.in_force_to,
    validity: validityNames[entry.validity],
    subjects,
    abstract,
  };
}

function storedFields({ level, validity, ...fields }: Fields) {
  return {
    ...fields,
    level: libraryLevels.find((each) => levelNames[each] === level) ?? ('normative' satisfies LibraryLevel),
    validity: validities.find((each) => validityNames[each] === validity) ?? ('valid' as const),
  };
}

function contentKey({ title, number }: Pick<Fields, 'title' | 'number'>): string {
  const { key, year } = numberKey(number);
  return `${titleKey(title)}\n${key}\n${year}`;
}
