/*
 * 发文字号 by GB/T 9704-2012 cl. 7.2.5: 机关代字, the year in full in 六角括号, the serial without leading zero, 号.
 * How an office writes its own is data: a format with the three places {地}, {年} and {号}.
 */

export interface NumberPlaces {
  /** First character of the place in the office's 机关代字: 临 of 临消安办. */
  area: string;
  year: number;
  serial: number;
}

export function numberText(format: string, { area, year, serial }: NumberPlaces): string {
  return format.replaceAll('{地}', area).replaceAll('{年}', String(year)).replaceAll('{号}', String(serial));
}

/** What is wrong with a format, in words for the clerk; null: nothing. */
export function numberFormatProblem(format: string, restart: 'yearly' | 'never'): string | null {
  const places = [...format.matchAll(/\{[^{}]*\}/gu)].map(([place]) => place);
  const unknown = places.find((place) => !['{地}', '{年}', '{号}'].includes(place));
  if (unknown !== undefined) return `不认识${unknown}，只能写{地}、{年}、{号}。`;
  if (places.filter((place) => place === '{号}').length !== 1) return '格式里要有一处{号}，序号写在那里。';
  if (/[{}]/u.test(format.replaceAll(/\{[^{}]*\}/gu, ''))) return '花括号要成对。';
  if (restart === 'never' && places.includes('{年}')) return '连续编号的格式里不能有{年}。';
  return null;
}

/** Under which year a series counts; 0 where it never begins anew. */
export function seriesYear(restart: 'yearly' | 'never', day: string): number {
  return restart === 'yearly' ? Number(day.slice(0, 4)) : 0;
}
