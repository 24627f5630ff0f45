import { type FireFigures, figureKeys, figureNames, sumOfFigures } from './figures.ts';
import { tenThousandsText } from '../money.ts';

/*
 * The figures of a month parted by kind of place or trade and by cause (场所或行业, 起火原因), as public reports on fires
 * do, where that is known: some of the whole may be left over, never more be given than there is.
 */

export const fireSplits = ['trade', 'cause'] as const;
export type FireSplit = (typeof fireSplits)[number];

export const splitNames: Readonly<Record<FireSplit, string>> = { trade: '场所或行业', cause: '起火原因' };

/** What is left over. */
export const UNCLASSIFIED = '未分类';

/** What falls to one word of the office's list. */
export interface FirePart extends FireFigures {
  wordUid: string;
}

export type FireParts = Readonly<Record<FireSplit, readonly FirePart[]>>;

export const noParts: FireParts = { trade: [], cause: [] };

export function isNothing(part: FireFigures): boolean {
  return figureKeys.every((name) => part[name] === 0);
}

/** What of the whole falls to no word: below 0 where more was given than there is. */
export function leftOver(whole: FireFigures, parts: readonly FireFigures[]): FireFigures {
  const sum = sumOfFigures(parts);
  return {
    fires: whole.fires - sum.fires,
    deaths: whole.deaths - sum.deaths,
    injuries: whole.injuries - sum.injuries,
    loss: whole.loss - sum.loss,
  };
}

/** Which figure is more in its parts than in the whole, in words; null: none. */
export function excessOf(whole: FireFigures, parts: FireParts): string | null {
  return excessesOf(whole, parts)[0]?.text ?? null;
}

/** Every figure that is more in the parts of a split than in the whole. */
export function excessesOf(
  whole: FireFigures,
  parts: Readonly<Record<FireSplit, readonly FireFigures[]>>,
): { figure: keyof FireFigures; text: string }[] {
  return fireSplits.flatMap((split) => {
    const sum = sumOfFigures(parts[split]);
    return figureKeys
      .filter((figure) => sum[figure] > whole[figure])
      .map((figure) => {
        const told = (value: number) =>
          figure === 'loss' ? `${tenThousandsText(value)} 万元` : String(value);
        const [all, total] = [told(sum[figure]), told(whole[figure])];
        const text = `按${splitNames[split]}填的${figureNames[figure]}合计 ${all}，比总数 ${total} 多，请核对。`;
        return { figure, text };
      });
  });
}
