import { clauseKey } from './clause-number.ts';

/*
 * What a text rests on, read from the text itself as clerks and papers write it: 《消防法》第十六条,
 * 国办发〔2017〕87号第九条, GB 35181-2025 第5.1.2条.
 */

export interface Citation {
  /** Empty where only the number is written. */
  title: string;
  /** 文号 or number of a standard; empty where only the title is written. */
  number: string;
  /** As written, 第十六条; empty: the whole. */
  clauses: string[];
}

const TITLE = '《[^《》]{2,100}》';
const PAPER_NUMBER =
  '[\\p{Script=Han}]{1,16}[〔﹝\\[［(（]\\d{4}[〕﹞\\]］)）]第?\\d{1,5}号|[\\p{Script=Han}]{2,12}令第?\\d{1,4}号';
const STANDARD =
  '(?:GB|GA|XF|JGJ|CJJ|AQ|DB\\d{2,4}|T\\/[A-Z]{2,8}|建标)(?:\\/[TZ])?\\s?\\d{2,6}(?:\\.\\d+)?(?:[-—–]\\d{4})?';
const CLAUSE =
  '第[零〇一二两三四五六七八九十百千\\d.]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十\\d]+款)?(?:第[（(]?[一二三四五六七八九十\\d]+[)）]?项)?';
const OPEN = '[（(\\s]*';
const CLOSE = '[)）\\s]*';

const cited = new RegExp(
  `(?:(?<title>${TITLE})(?:${OPEN}(?<after>${STANDARD}|${PAPER_NUMBER})${CLOSE})?|(?<number>${STANDARD}|${PAPER_NUMBER})(?:\\s*(?<then>${TITLE}))?)\\s*(?<clauses>${CLAUSE}(?:[、，,和及至\\s]*${CLAUSE})*)?`,
  'gu',
);
const clause = new RegExp(CLAUSE, 'gu');
/** Words of the sentence that a 文号 is not begun by. */
const before =
  /^.*(?:依据|根据|按照|参照|依照|落实|贯彻|执行|按|见|和|及|与|由|印发|转发)(?=\p{Script=Han})/u;

export function readCitations(text: string): Citation[] {
  if (!/《|号|GB|GA|XF|JGJ|CJJ|AQ|DB|T\/|建标/u.test(text)) return [];
  return [...text.matchAll(cited)].map(({ groups = {} }) => ({
    title: (groups['title'] ?? groups['then'] ?? '').replaceAll(/[《》]/gu, ''),
    number: (groups['after'] ?? groups['number'] ?? '').replace(before, '').trim(),
    clauses: [...(groups['clauses'] ?? '').matchAll(clause)].map(([each]) => each),
  }));
}

/** What entries are compared by: titles without brackets, blanks and 中华人民共和国. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^中华人民共和国(?=\p{Script=Han}{2})/u, '')
    .toUpperCase();
}

const standardParts = /^(\D+\d+(?:\.\d+)?)(?:-(\d{4}))?$/u;
const standardStart = new RegExp(`^${STANDARD}$`, 'u');

/** Numbers without brackets and blanks; of a standard the year apart, because it is often left out. */
export function numberKey(number: string): { key: string; year: string } {
  const text = number.normalize('NFKC').trim();
  if (standardStart.test(text)) {
    const [, key = text, year = ''] =
      standardParts.exec(text.replaceAll(/\s/gu, '').replaceAll(/[—–]/gu, '-')) ?? [];
    return { key: key.toUpperCase(), year };
  }
  return {
    key: text
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .replace('令第', '令')
      .toUpperCase(),
    year: '',
  };
}

export interface CitableEntry {
  title: string;
  number: string;
  /** Of several that fit, one that still counts is meant. */
  isOutdated: boolean;
}

/** Finds entries by what titleKey and numberKey give. */
export interface EntryLookUp<Entry extends CitableEntry> {
  byTitle: (key: string) => readonly Entry[];
  byNumber: (key: string) => readonly Entry[];
}

/** What a citation means: by its number, else by its title. A number that differs means another edition, not there. */
export function entryMeant<Entry extends CitableEntry>(
  { title, number }: Citation,
  lookUp: EntryLookUp<Entry>,
): Entry | undefined {
  const titled = title === '' ? [] : lookUp.byTitle(titleKey(title));
  if (number === '') return best(titled);
  const { key, year } = numberKey(number);
  const numbered = lookUp.byNumber(key).filter((entry) => {
    const own = numberKey(entry.number).year;
    return year === '' || own === '' || own === year;
  });
  if (title === '') return best(numbered);
  // One order of a minister may change several rules: the title decides between them.
  const both = numbered.filter((entry) => titleKey(entry.title) === titleKey(title));
  return best(both) ?? best(titled.filter((entry) => entry.number === ''));
}

/** The same clause, however both are written. */
export function isClause(written: string, number: string): boolean {
  return number !== '' && clauseKey(written) === clauseKey(number);
}

function best<Entry extends CitableEntry>(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ isOutdated }) => !isOutdated) ?? entries[0];
}
