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

/** In the order of reports. */
export const figureKeys = ['fires', 'deaths', 'injuries', 'loss'] as const;

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

/** A whole number as it is written; null for what is none. An empty cell says nothing, and is no 0. */
export function countOf(text: string): number | null {
  const written = text
    .normalize('NFKC')
    .replaceAll(/[\s,]/gu, '')
    .replace(/[起人]$/u, '');
  return /^\d{1,7}$/u.test(written) ? Number(written) : null;
}

export interface TownshipSum {
  figures: FireFigures;
  /** Townships of which nothing was reported. */
  missing: number;
}

/**
 * Which figures of a county do not agree with those of its townships: while some are missing, those that are smaller.
 * Nothing is said of a county that has reported nothing.
 */
export function unlikeTownships(
  county: FireFigures | null,
  townships: TownshipSum | null,
): readonly (keyof FireFigures)[] {
  if (county === null || townships === null) return [];
  const { figures, missing } = townships;
  return figureKeys.filter((name) =>
    missing === 0 ? county[name] !== figures[name] : county[name] < figures[name],
  );
}

/** Which figures of a month are smaller than those of the fires entered one by one; they cannot be right. */
export function shortFigures(
  figures: FireFigures | null,
  singles: FireFigures | null,
): readonly (keyof FireFigures)[] {
  if (figures === null || singles === null) return [];
  return figureKeys.filter((name) => figures[name] < singles[name]);
}
