import type { Placed } from './chunks.ts';

/* The names of levels and classes: 被省、市推广的, 地级市、县城、重点镇. */

const LEVELS = `国家级 国家 部级 部委 省部级 省级 省 地市级 市级 市 县级 县 区县级 区级 区 乡镇级 乡镇 镇级 镇
  街道 村级 村 总队 支队 大队 中队 中央 全国 全省 全市 第一名 第二名 第三名 一等奖 二等奖 三等奖
  特等奖 部 厅级 自治区 党中央 国务院`
  .split(/\s+/u)
  .toSorted((left, right) => right.length - left.length);
const LEADING = /^.*(?:被|受到|获得|荣获|获|受|得到)/u;
const LONGEST_NAME = 30;

function levelIn(piece: string): string | null {
  const starting = LEVELS.find((level) => piece.startsWith(level));
  if (starting !== undefined) return starting;
  const found = LEVELS.map((level) => ({ level, at: piece.indexOf(level) })).filter(({ at }) => at >= 0);
  return found.toSorted((left, right) => left.at - right.at)[0]?.level ?? null;
}

/** The words of a condition as one text, with a 、 where it is listed. */
export function conditionText(conditions: readonly Placed[]): string {
  return conditions
    .map((chunk) => (chunk.type === 'text' ? chunk.text : chunk.type === 'break' ? '、' : ''))
    .join('')
    .replace(/^、+|、+$/gu, '');
}

function pieces(text: string): string[] {
  return text
    .split(/[、,]|和|及|或/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && piece !== '的');
}

/** So many names as there are points for; null where the words do not list as many. */
export function namesIn(text: string, count: number): string[] | null {
  const listed = pieces(text);
  for (let from = listed.length - count; from >= 0; from -= 1) {
    const names = listed.slice(from, from + count).map((piece) => levelOf(piece) ?? '');
    if (!names.includes('') && new Set(names).size === count) return names;
  }
  if (listed.length !== count) return null;
  const names = listed.map((piece) => piece.replace(/的$/u, '').slice(0, LONGEST_NAME));
  return new Set(names).size === count ? names : null;
}

/** The level that a bonus is for: 获得国家级表彰加3分. */
export function levelOf(text: string): string | null {
  return levelIn(text.replace(LEADING, '')) ?? levelIn(text);
}
