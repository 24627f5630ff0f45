/*
 * The four figures of fires (火灾四项数据): fires, deaths, injuries, direct loss of property. Every fire counts, whatever
 * its loss (火灾统计管理规定, 公通字〔1996〕82号).
 */

export interface FireFigures {
  fires: number;
  deaths: number;
  injuries: number;
  /** Direct loss of property in 分. */
  loss: number;
}

export const figureNames: Readonly<Record<keyof FireFigures, string>> = {
  fires: '起数',
  deaths: '死亡',
  injuries: '受伤',
  loss: '直接财产损失',
};

export const figureStates = ['flash', 'verified'] as const;
export type FigureState = (typeof figureStates)[number];

export const figureStateNames: Readonly<Record<FigureState, string>> = {
  flash: '快报',
  verified: '核定',
};

export const FEN_IN_TEN_THOUSAND_YUAN = 1_000_000;
const DIGITS = 6;

export function sumOfFigures(all: readonly FireFigures[]): FireFigures {
  const sum = { fires: 0, deaths: 0, injuries: 0, loss: 0 };
  for (const { fires, deaths, injuries, loss } of all) {
    sum.fires += fires;
    sum.deaths += deaths;
    sum.injuries += injuries;
    sum.loss += loss;
  }
  return sum;
}

/** 12.5 of 12 万 5 千元. @param loss in 分 */
export function lossText(loss: number): string {
  const whole = Math.floor(loss / FEN_IN_TEN_THOUSAND_YUAN);
  const rest = String(loss % FEN_IN_TEN_THOUSAND_YUAN)
    .padStart(DIGITS, '0')
    .replace(/0+$/u, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** 分 of what is written in 万元; null for what is no such amount. */
export function lossOf(text: string): number | null {
  const written = text.normalize('NFKC').replaceAll(/[\s,]/gu, '').replace(/万元$/u, '');
  const parts = /^(\d{1,8})(?:\.(\d{1,6}))?$/u.exec(written);
  if (parts === null) return null;
  const [, whole = '', rest = ''] = parts;
  return Number(whole) * FEN_IN_TEN_THOUSAND_YUAN + Number(rest.padEnd(DIGITS, '0'));
}

/** A whole number as it is written; null for what is none. An empty cell says nothing, and is no 0. */
export function countOf(text: string): number | null {
  const written = text
    .normalize('NFKC')
    .replaceAll(/[\s,]/gu, '')
    .replace(/[起人]$/u, '');
  return /^\d{1,7}$/u.test(written) ? Number(written) : null;
}

/** Which figures of a month are smaller than those of the fires entered one by one; they cannot be right. */
export function shortFigures(
  figures: FireFigures | null,
  singles: FireFigures | null,
): readonly (keyof FireFigures)[] {
  if (figures === null || singles === null) return [];
  return (['fires', 'deaths', 'injuries', 'loss'] as const).filter((name) => figures[name] < singles[name]);
}
