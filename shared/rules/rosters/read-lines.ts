import { plainName } from './printed-names.ts';
import { phoneOf, type ReadPerson } from './read-model.ts';
import type { RosterMeaning } from './table-columns.ts';
import type { ReadProblem, TableRow } from '../tables/row-texts.ts';
import { unreadProblems } from '../tables/unread-cells.ts';

/*
 * The form in which rosters are printed: “主任：张××  副市长”, the label once, further names below it. Units and posts
 * stand behind the name, in parentheses, or before it.
 */

const NUMBERING = /^\s*(?:[（(]\s*[一二三四五六七八九十\d]+\s*[)）]|[一二三四五六七八九十\d]+\s*[.．、])\s*/;
const LABEL = /^([^：:]{1,20})[：:]\s*(.*)$/su;
const NAME = /^(?:[\p{Script=Han}×○]{2,4}|[\p{Script=Han}]{1,10}[·•・][\p{Script=Han}·•・]{1,12})$/u;
/** Within the outer pair there may be one more: 支队长（兼）. */
const IN_PARENTHESES = /^([^（()）]+)[（(]((?:[^（()）]|[（(][^（()）]*[)）])+)[)）]$/u;
const PHONE = /^\+?[\d][\d-]{6,}$/;
/** 林静，市应急管理局局长: the comma parts the name from what somebody is. */
const BEHIND_NAME = /^([\p{Script=Han}×○](?:\s*[\p{Script=Han}×○]){1,3})\s*[，,]\s*/u;
/** What a post ends with, and hardly a name. */
const POST = /(?:长|主任|书记|主席|经理|秘书|员)$/u;
const LIST_MARKS = /[、，,；;。]/;

/** What a line says of somebody. */
type ReadLine = Pick<
  ReadPerson,
  'row' | 'positionText' | 'name' | 'unit' | 'post' | 'title' | 'officePhone' | 'mobile'
>;

/** @param words every word for a position, as the office's list knows them */
export function readLines(
  lines: readonly TableRow[],
  words: ReadonlySet<string>,
): { persons: ReadLine[]; problems: ReadProblem[] } {
  const persons: ReadLine[] = [];
  const problems: ReadProblem[] = [];
  let positionText = '';
  for (const line of lines) {
    const unread = unreadProblems(line);
    problems.push(...unread);
    if (unread.length > 0) continue;
    const { row, cells } = line;
    const text = cells.join('\u3000').replaceAll(/[\r\n]+/gu, '');
    const { label, rest } = splitLabel(text.replace(NUMBERING, ''), words);
    positionText = label ?? positionText;
    const found = readNames(rest);
    // What is written there is kept for who puts the name to it.
    const named = found.length > 0 || rest === '' ? found : [{ ...nobody, title: rest }];
    persons.push(...named.map((person) => ({ ...person, row, positionText })));
  }
  return { persons, problems };
}

const meanings = [
  'position',
  'name',
  'unit',
  'post',
  'title',
  'officePhone',
  'mobile',
] as const satisfies readonly RosterMeaning[];
/** To be filled in where nothing of it was found. */
const always: readonly RosterMeaning[] = ['position', 'name', 'title'];

/** A list in words as a table, one person in each row, with the columns that say anything. */
export function linesAsTable(
  lines: readonly TableRow[],
  words: ReadonlySet<string>,
): { rows: TableRow[]; mapping: RosterMeaning[]; problems: ReadProblem[] } {
  const { persons, problems } = readLines(lines, words);
  const said = persons.map(({ positionText, ...person }) => ({ ...person, position: positionText }));
  const mapping = meanings.filter(
    (meaning) => always.includes(meaning) || said.some((person) => person[meaning] !== ''),
  );
  let last = 0;
  const rows = said.map((person) => {
    // The line's number, but each row has its own.
    last = Math.max(person.row, last + 1);
    return { row: last, cells: mapping.map((meaning) => person[meaning]) };
  });
  return { rows, mapping, problems: problems.map(ofWhole) };
}

/** Its row is none of the table's. */
function ofWhole({ severity, row, column, text }: ReadProblem): ReadProblem {
  return { severity, row: 0, column: '', text: `第 ${row} 行 ${column} 列：${text}` };
}

/** 主 任：… or 主任 … ; a first word that is no position and has no colon behind it is not a label. */
function splitLabel(text: string, words: ReadonlySet<string>): { label: string | null; rest: string } {
  const trimmed = text.trim();
  const withColon = LABEL.exec(trimmed);
  if (withColon !== null)
    return { label: (withColon[1] ?? '').replaceAll(/\s/g, ''), rest: (withColon[2] ?? '').trim() };
  const [first = '', ...others] = trimmed.split(/\s+/);
  if (words.has(first) || words.has(first.replace(/^代/, '')))
    return { label: first, rest: others.join(' ') };
  return { label: null, rest: trimmed };
}

type Named = Omit<ReadLine, 'row' | 'positionText'>;

const nobody: Named = { name: '', unit: '', post: '', title: '', officePhone: '', mobile: '' };

function readNames(text: string): Named[] {
  if (text === '') return [];
  const parts = splitOutsideParentheses(text);
  const whole = parts.length > 1 && parts.every(saysWhoAndWhat) ? null : readOne(text);
  if (whole !== null) return [whole];
  // 张三、李四（市公安局副局长）、王五: a list of names, some with what they are.
  const names = parts.map((part) => readOne(part));
  if (parts.length > 1 && names.every((name) => name !== null)) return names;
  // What follows the comma is no further name, so it is what the first one is.
  const apart =
    names[1] === null && BEHIND_NAME.test(text) ? readOne(text.replace(BEHIND_NAME, '$1 ')) : null;
  return apart === null ? [] : [apart];
}

/** 张三 市公安局副局长, but not the end of a post: 局长 兼办公室主任. */
function saysWhoAndWhat(part: string): boolean {
  const [first = '', second = ''] = joinSpacedName(part.split(/\s+/));
  return NAME.test(first) && !POST.test(first) && second !== '' && !PHONE.test(second);
}

function splitOutsideParentheses(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('（('.includes(character)) depth += 1;
    if ('）)'.includes(character)) depth -= 1;
    if (depth === 0 && LIST_MARKS.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readOne(text: string): Named | null {
  const enclosed = IN_PARENTHESES.exec(text.trim());
  const enclosedName = plainName(enclosed?.[1] ?? '');
  if (enclosed !== null && NAME.test(enclosedName))
    return { ...nobody, name: enclosedName, title: (enclosed[2] ?? '').trim() };
  const tokens = joinSpacedName(text.trim().split(/\s+/));
  const phones = tokens.filter((token) => PHONE.test(token)).map(phoneOf);
  const words = tokens.filter((token) => !PHONE.test(token));
  const place = nameAt(words);
  if (place === -1) return null;
  const [first = '', second = '', ...more] = words.filter((_word, index) => index !== place);
  const apart = second !== '' && more.length === 0;
  return {
    ...nobody,
    name: words[place] ?? '',
    officePhone: phones.find(({ officePhone }) => officePhone !== '')?.officePhone ?? '',
    mobile: phones.find(({ mobile }) => mobile !== '')?.mobile ?? '',
    ...(apart
      ? { unit: first, post: second }
      : { title: [first, second, ...more].filter(Boolean).join(' ') }),
  };
}

/** The first word, or the last one where what stands before it is too long for a name. */
function nameAt(words: readonly string[]): number {
  if (NAME.test(words[0] ?? '')) return 0;
  const last = words.length - 1;
  return last > 0 && NAME.test(words[last] ?? '') ? last : -1;
}

/** 王 芳 市教育局局长: a name of two characters is printed with a space between. */
function joinSpacedName(tokens: readonly string[]): string[] {
  const place = tokens.findIndex((token, index) => isSingle(token) && isSingle(tokens[index + 1] ?? ''));
  if (place === -1) return [...tokens];
  return tokens.toSpliced(place, 2, `${tokens[place] ?? ''}${tokens[place + 1] ?? ''}`);
}

function isSingle(token: string): boolean {
  return /^[\p{Script=Han}×○]$/u.test(token);
}
