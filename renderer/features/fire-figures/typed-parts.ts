import type { FireWords } from '#shared/contract/fire-figures.ts';
import type { FireFigures } from '#shared/rules/fire-figures/figures.ts';
import {
  type FirePart,
  type FireParts,
  type FireSplit,
  fireSplits,
} from '#shared/rules/fire-figures/parts.ts';
import { fenOfTenThousands, tenThousandsText } from '#shared/rules/money.ts';

/** A line of the panel as it is typed; loss in 万元. */
export interface TypedPart {
  fires?: number | null;
  deaths?: number | null;
  injuries?: number | null;
  loss?: string;
}

/** By uid of the word. */
export type TypedParts = Readonly<Record<FireSplit, Readonly<Record<string, TypedPart>>>>;

export function typedOf(parts: FireParts): TypedParts {
  const of = (split: FireSplit) =>
    Object.fromEntries(
      parts[split].map(({ wordUid, fires, deaths, injuries, loss }): [string, TypedPart] => [
        wordUid,
        { fires, deaths, injuries, loss: loss === 0 ? '' : tenThousandsText(loss) },
      ]),
    );
  return { trade: of('trade'), cause: of('cause') };
}

export function figuresOfTyped({ fires, deaths, injuries, loss = '' }: TypedPart): FireFigures {
  const money = loss.trim() === '' ? 0 : (fenOfTenThousands(loss) ?? 0);
  return { fires: fires ?? 0, deaths: deaths ?? 0, injuries: injuries ?? 0, loss: money };
}

export function partsOfTyped(words: FireWords, typed: TypedParts): Record<FireSplit, FirePart[]> {
  const of = (split: FireSplit): FirePart[] =>
    words[split].map(({ uid }) => ({ wordUid: uid, ...figuresOfTyped(typed[split][uid] ?? {}) }));
  const [trade, cause] = fireSplits;
  return { trade: of(trade), cause: of(cause) };
}
