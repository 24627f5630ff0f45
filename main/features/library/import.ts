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

/** By title and number together, as entries are entered. */
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
      read: readRow,
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

function readRow(texts: RowTexts<LibraryMeaning>, source: TableRow, title: string): Fields {
  const text = (meaning: LibraryMeaning): string => texts.text(source, meaning);
  const word = (meaning: 'level' | 'validity', known: string | null, choices: readonly string[]): string => {
    const written = text(meaning);
    if (written !== '' && known === null)
      texts.note('error', source.row, meaning, `没有看懂“${written}”，请写成${choices.join('、')}中的一种。`);
    return known ?? '';
  };
  const level = readLevel(text('level'));
  const validity = readValidity(text('validity'));
  const [inForceFrom, inForceTo] = [texts.day(source, 'inForceFrom'), texts.day(source, 'inForceTo')];
  if (inForceFrom !== null && inForceTo !== null && inForceTo < inForceFrom)
    texts.note('error', source.row, 'inForceTo', '失效日期不能早于施行日期，请核对。');
  return {
    title: title.replaceAll(/^《([^《》]+)》$/gu, '$1'),
    number: text('number'),
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

function contentKey({ title, number }: Fields): string {
  const { key, year } = numberKey(number);
  return `${titleKey(title)}\n${key}\n${year}`;
}
