import { readNumeral } from './clause-number.ts';

/** A clause as it is entered: 第十二条, the chapter above it, what it says. */
export interface ClauseText {
  number: string;
  heading: string;
  text: string;
}

/** What separates the clauses of a text: 第…条, 4.1.2, 一、, or nothing but its paragraphs. */
export type ClauseForm = 'articles' | 'decimals' | 'outline' | 'paragraphs';

/** A line that begins a clause, or is the heading of those that follow. */
interface Beginning {
  number: string;
  rest: string;
  /** Null: a clause; else what the following clauses stand under. */
  heading: string | null;
}

type Recognise = (line: string, following: string) => Beginning | null;

const chapter = /^第[零〇一二三四五六七八九十百千\d]+[编章节](?:\s|\p{Script=Han}|$)/u;
const article =
  /^(第([零〇一二三四五六七八九十百千\d]+)条(?:之[一二三四五六七八九十\d]+)?)(?<gap>[\s:：]*)(.*)$/su;
const decimal = /^(\d+(?:\.\d+)+)(?:\s+|(?=[\p{Script=Han}(（]))(.*)$/su;
const decimalChapter = /^(\d{1,2})\s+(\p{Script=Han}.{0,28})$/u;
const outline = /^([一二三四五六七八九十]+)[、.．]\s*(.*)$/su;
const outlineItem = /^[（(]([一二三四五六七八九十]+)[)）]\s*(.*)$/su;

/** Fewer beginnings of one kind may be chance. */
const LEAST = 2;
/** Paragraphs without numbers are taken together up to so many characters. */
const PARAGRAPHS = 600;
/** A line of at most so many characters without a full stop may be a heading. */
const HEADING = 30;

/** Splits a law, standard or paper into its clauses; no word of it gets lost. */
export function splitClauses(text: string): { form: ClauseForm; clauses: ClauseText[] } {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.replaceAll(/[\u3000\u00a0\t]/gu, ' ').trim())
    .filter((line) => line !== '');
  for (const [form, recogniser] of recognisers) {
    const recognise = recogniser();
    const found = lines.map((line, place) => recognise(line, lines[place + 1] ?? ''));
    if (found.filter((each) => each?.heading === null).length >= LEAST)
      return { form, clauses: clausesOf(lines, found) };
  }
  return { form: 'paragraphs', clauses: paragraphsOf(lines) };
}

const recognisers: readonly (readonly [Exclude<ClauseForm, 'paragraphs'>, () => Recognise])[] = [
  ['articles', articles],
  ['decimals', () => decimals],
  ['outline', outlines],
];

/** A wrapped line may begin with the name of another article: that one neither follows the last nor has a gap. */
function articles(): Recognise {
  let last = 0;
  return (line) => {
    if (chapter.test(line) && isHeading(line)) return { number: '', rest: '', heading: line };
    const match = article.exec(line);
    const count = readNumeral(match?.[2] ?? '');
    if (match === null || count === null) return null;
    const [, number = '', , , rest = ''] = match;
    const isNext = count === last + 1 || (count === last && number.includes('之'));
    const hasGap = (match.groups?.['gap'] ?? '') !== '' && count > last;
    if (!isNext && !hasGap) return null;
    last = count;
    return { number, rest, heading: null };
  };
}

/** 5.1 一般规定 over 5.1.1 is a heading. */
function decimals(line: string, following: string): Beginning | null {
  const top = decimalChapter.exec(line);
  if (top !== null && isHeading(line)) return { number: '', rest: '', heading: line };
  const match = decimal.exec(line);
  if (match === null) return null;
  const [, number = '', rest = ''] = match;
  const goesDeeper = following.startsWith(`${number}.`);
  return goesDeeper && isHeading(line)
    ? { number: '', rest: '', heading: line }
    : { number, rest, heading: null };
}

/** 一、 with its （一）: each item is a clause of its own, named 一（一）. */
function outlines(): Recognise {
  let part = '';
  return (line, following) => {
    const item = outlineItem.exec(line);
    if (item !== null && part !== '')
      return { number: `${part}（${item[1]}）`, rest: item[2] ?? '', heading: null };
    const match = outline.exec(line);
    if (match === null) return null;
    part = match[1] ?? '';
    return outlineItem.test(following) && isHeading(line)
      ? { number: '', rest: '', heading: line }
      : { number: part, rest: match[2] ?? '', heading: null };
  };
}

function isHeading(line: string): boolean {
  return line.length <= HEADING && !/[。；;]/u.test(line);
}

/** What stands before the first clause has no number. */
function clausesOf(lines: readonly string[], found: readonly (Beginning | null)[]): ClauseText[] {
  const clauses: ClauseText[] = [];
  let headings: string[] = [];
  let used = true;
  let open: ClauseText | null = null;
  for (const [place, line] of lines.entries()) {
    const beginning = found[place] ?? null;
    if (beginning === null && open !== null) {
      open.text = open.text === '' ? line : `${open.text}\n${line}`;
      continue;
    }
    if (beginning !== null && beginning.heading !== null) {
      // Met again: what stood before it was the table of contents.
      const isAnew = used || headings.includes(beginning.heading);
      headings = isAnew ? [beginning.heading] : [...headings, beginning.heading];
      used = false;
      open = null;
      continue;
    }
    open = { number: beginning?.number ?? '', heading: headings.join(' '), text: beginning?.rest ?? line };
    used = true;
    clauses.push(open);
  }
  if (!used) clauses.push({ number: '', heading: '', text: headings.join('\n') });
  return clauses;
}

function paragraphsOf(lines: readonly string[]): ClauseText[] {
  const clauses: ClauseText[] = [];
  for (const line of lines) {
    const last = clauses.at(-1);
    if (last !== undefined && last.text.length + line.length < PARAGRAPHS) last.text += `\n${line}`;
    else clauses.push({ number: '', heading: '', text: line });
  }
  return clauses;
}
