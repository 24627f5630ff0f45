/*
 * What a row below the heads is, told by its words: totals, notes and signature lines stand among the indicators or
 * below them.
 */

const totalWords = /^(?:合计|总计|总分|考核总分|考评总分|总得分|小计|满分合计|分值合计)/u;
const noteWords = /^(?:注|备注|说明|附注|填表说明|评分说明|考核说明)(?:[:、.]|\d|$)/u;
const signatureWords =
  /(?:签名|签字|签章|盖章|公章|填表人|审核人|制表|责任人:|负责人:|组长:|成员:|考核人|日期:|年月日|\d+年\d+月\d+日$)/u;

/** As the words are compared: full-width forms folded, without spaces. */
export function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}

export function isTotal(text: string): boolean {
  return totalWords.test(folded(text));
}

export function isSubtotal(text: string): boolean {
  return folded(text).startsWith('小计');
}

export function isNote(text: string): boolean {
  return noteWords.test(folded(text));
}

export function isSignature(text: string): boolean {
  const words = folded(text);
  return words.length <= 80 && signatureWords.test(words);
}

export type HeadingLevel = 'top' | 'sub';

const numerals = '一二三四五六七八九十百';
const topNumbering = new RegExp(
  `^(?:第[${numerals}\\d]+(?:部分|章|项|类)|[${numerals}]+(?=[、.,:]))[、.,:]?`,
  'u',
);
const subNumbering = new RegExp(`^\\([${numerals}]+\\)[、.]?`, 'u');
const onlyNumeral = new RegExp(`^[${numerals}]+[、.]?$`, 'u');

/** 一、组织领导 is a heading of the top level, (一)制度建设 one below it; null: neither. */
export function headingLevel(text: string): HeadingLevel | null {
  const words = folded(text);
  if (topNumbering.test(words)) return 'top';
  return subNumbering.test(words) ? 'sub' : null;
}

export function isChineseNumeral(text: string): boolean {
  return onlyNumeral.test(folded(text));
}

/** A name without its numbering; vertical texts are broken by lines and spaces, which a name does not have. */
export function plainName(text: string): string {
  const words = text.replaceAll(/\s/gu, '');
  const unnumbered = words
    .replace(new RegExp(`^第[${numerals}\\d]+(?:部分|章|项|类)[、.．,，:：]?`, 'u'), '')
    .replace(new RegExp(`^[${numerals}]+[、.．,，:：]`, 'u'), '')
    .replace(new RegExp(`^[(（][${numerals}]+[)）][、.．]?`, 'u'), '');
  return unnumbered === '' ? words : unnumbered;
}

/** 1.2、制定方案 gives 1.2 and 制定方案: a numbering that stands in the content itself. */
export function leadingNumber(content: string): { number: string; content: string } {
  const found =
    /^\s*[(（]?([\d０-９]{1,3}(?:[.．-][\d０-９]{1,3}){0,3})(?:[)）、]|[.．](?![\d０-９]))\s*(\S[\s\S]*)$/u.exec(
      content,
    );
  const [, number = '', rest = content] = found ?? [];
  return { number: number.normalize('NFKC'), content: rest };
}

const bonusWords = /(?:加分|奖励分|附加分|奖励加分)/u;

export function isBonusName(name: string): boolean {
  return bonusWords.test(name);
}
