const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** 二十一, 〇, 21 as a number. @returns null for anything else */
export function readNumeral(written: string): number | null {
  const text = written.normalize('NFKC').replaceAll('〇', '零').replaceAll('两', '二');
  if (/^\d{1,5}$/u.test(text)) return Number(text);
  if (!/^[零一二三四五六七八九十百千]+$/u.test(text)) return null;
  let [total, digit] = [0, 0];
  for (const character of text) {
    const unit = units[character];
    if (unit === undefined) digit = digits.indexOf(character);
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

const article = /^第([零〇一二两三四五六七八九十百千\d]+)条(?:之([一二三四五六七八九十\d]+))?/u;
const decimal = /^第?(\d+(?:\.\d+)*)条?/u;

/** What tells clauses apart however they are written: 第十二条 and 第12条, 4.1.2 and 第4.1.2条. Empty for no number. */
export function clauseKey(number: string): string {
  const text = number.normalize('NFKC').replaceAll(/\s/gu, '');
  const [, main, sub] = article.exec(text) ?? [];
  if (main !== undefined) {
    const beside = sub === undefined ? '' : `-${readNumeral(sub) ?? sub}`;
    return `${readNumeral(main) ?? main}${beside}`;
  }
  return decimal.exec(text)?.[1] ?? text;
}
