/** The unit that a heading names for its numbers. */
export interface HeadingUnit {
  /** 元, 人, %; empty: none. */
  plain: string;
  /** How many of the plain unit it counts as one: 10000 of 万元. */
  scale: number;
}

const scales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1_000,
  万: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};

export const SCALE_WORDS = '百万|千万|十|百|千|万|亿';

export function scaleOf(word: string | undefined): number {
  return word === undefined ? 1 : (scales[word] ?? 1);
}

const BRACKET = /\((?:单位[:：]?)?([^()]{1,8})\)\*?$/u;
const SCALED = new RegExp(`^(${SCALE_WORDS})(.*)$`, 'u');

/** 投入资金(万元) → 元, 10000. */
export function headingUnit(heading: string): HeadingUnit {
  const word = BRACKET.exec(heading.normalize('NFKC').replaceAll(/\s/gu, ''))?.[1] ?? '';
  const [, scale, plain = word] = SCALED.exec(word) ?? [];
  return { plain, scale: scaleOf(scale) };
}
