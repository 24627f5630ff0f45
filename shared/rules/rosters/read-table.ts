import type { HeadedColumn } from '../tables/headings.ts';
import { type ReadProblem, RowTexts, type TableRow } from '../tables/row-texts.ts';
import { plainName } from './printed-names.ts';
import { phoneOf, type ReadPerson } from './read-model.ts';
import { type RosterMeaning, rosterTableColumns } from './table-columns.ts';

/* A table with its columns in any order, one person per row; a position that is written once counts for those below. */

export interface ReadRoster {
  persons: ReadPerson[];
  problems: ReadProblem[];
  /** As they were read. */
  columns: readonly HeadedColumn<RosterMeaning>[];
}

/**
 * @param rows below the heading
 * @param words every word for a position, as the office's list knows them
 */
export function readRoster(
  rows: readonly TableRow[],
  headed: readonly HeadedColumn<RosterMeaning>[],
  words: ReadonlySet<string>,
): ReadRoster {
  const columns = withPosition(rows, headed, words);
  const texts = new RowTexts<RosterMeaning>(columns);
  const persons: ReadPerson[] = [];
  let positionText = '';
  for (const source of rows) {
    const section = sectionOf(source, words);
    if (section !== null) {
      positionText = section;
      continue;
    }
    const written = texts.text(source, 'position').replaceAll(/\s/gu, '');
    if (written !== '') positionText = written;
    const name = texts.name(source, 'name', rosterTableColumns.name.name);
    if (name !== null) persons.push(readPerson(texts, source, plainName(name), positionText));
  }
  return { persons, problems: texts.problems, columns };
}

/** A row that holds nothing but a position heads those below. */
function sectionOf({ cells }: TableRow, words: ReadonlySet<string>): string | null {
  const [first = '', ...others] = new Set(cells.filter((cell) => cell !== ''));
  const word = first.replaceAll(/[\s：:]/gu, '');
  return others.length === 0 && words.has(word) ? word : null;
}

/** Some lists call the position 职务; where that column holds positions and nothing else, it is one. */
function withPosition(
  rows: readonly TableRow[],
  columns: readonly HeadedColumn<RosterMeaning>[],
  words: ReadonlySet<string>,
): readonly HeadedColumn<RosterMeaning>[] {
  const post = columns.find(({ meaning }) => meaning === 'post');
  if (post === undefined || columns.some(({ meaning }) => meaning === 'position')) return columns;
  const held = rows.map(({ cells }) => (cells[post.index] ?? '').replaceAll(/\s/gu, '')).filter(Boolean);
  const isPosition = held.length > 0 && held.every((text) => words.has(text));
  return isPosition
    ? columns.map((column) => (column === post ? { ...column, meaning: 'position' } : column))
    : columns;
}

function readPerson(
  texts: RowTexts<RosterMeaning>,
  source: TableRow,
  name: string,
  positionText: string,
): ReadPerson {
  texts.check(source, rosterTableColumns);
  const text = (meaning: RosterMeaning): string => texts.text(source, meaning);
  const phone = phoneOf(text('phone'));
  const [firstDay, lastDay] = [texts.day(source, 'firstDay'), texts.day(source, 'lastDay')];
  if (firstDay !== null && lastDay !== null && lastDay < firstDay)
    texts.note(
      'error',
      source.row,
      'lastDay',
      `截止日期 ${lastDay} 早于任职日期 ${firstDay}，请改正其中一个。`,
    );
  return {
    row: source.row,
    positionText,
    name,
    unit: text('unit'),
    post: text('post'),
    title: text('title'),
    officePhone: text('officePhone') || phone.officePhone,
    mobile: text('mobile') || phone.mobile,
    note: text('note'),
    document: text('document'),
    firstDay,
    lastDay,
  };
}
