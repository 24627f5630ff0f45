import { plainName } from './printed-names.ts';
import { emptyPerson, phoneOf, type ReadList, type ReadPerson } from './read-model.ts';
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
const LIST_MARKS = /[、，,；;。]/;

/** @param words every word for a position, as the office's list knows them */
export function readLines(lines: readonly TableRow[], words: ReadonlySet<string>): ReadList {
  const persons: ReadPerson[] = [];
  const problems: ReadProblem[] = [];
  let positionText = '';
  for (const line of lines) {
    const { row, cells } = line;
    const unread = unreadProblems(line);
    problems.push(...unread);
    if (unread.length > 0) continue;
    const { label, rest } = splitLabel(cells.join('\u3000').replace(NUMBERING, ''), words);
    positionText = label ?? positionText;
    const found = readNames(rest).map((person) => ({ ...person, row, positionText }));
    persons.push(...found);
    if (found.length === 0 && rest !== '')
      problems.push({
        severity: 'warning',
        row,
        column: '',
        text: `没有读出人名：“${shortened(rest)}”，这一行不导入。`,
      });
  }
  return { persons, problems, columns: [] };
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

type Named = Omit<ReadPerson, 'row' | 'positionText'>;

function readNames(text: string): Named[] {
  if (text === '') return [];
  const whole = readOne(text);
  if (whole !== null) return [whole];
  // 张三、李四（市公安局副局长）、王五: a list of names, some with what they are.
  const parts = splitOutsideParentheses(text);
  const names = parts.map((part) => readOne(part));
  if (parts.length > 1 && names.every((name) => name !== null)) return names;
  // What follows the comma is no further name, so it is what the first one is.
  const apart =
    names[1] === null && BEHIND_NAME.test(text) ? readOne(text.replace(BEHIND_NAME, '$1 ')) : null;
  return apart === null ? [] : [apart];
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
    return { ...emptyPerson, name: enclosedName, title: (enclosed[2] ?? '').trim() };
  const tokens = joinSpacedName(text.trim().split(/\s+/));
  const phones = tokens.filter((token) => PHONE.test(token)).map(phoneOf);
  const words = tokens.filter((token) => !PHONE.test(token));
  const place = nameAt(words);
  if (place === -1) return null;
  const [first = '', second = '', ...more] = words.filter((_word, index) => index !== place);
  const apart = second !== '' && more.length === 0;
  return {
    ...emptyPerson,
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

const SHOWN = 24;

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
