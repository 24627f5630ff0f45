import {
  type Collection,
  type CollectionUnit,
  type UnitState,
  unitStateNames,
} from '#shared/contract/collections.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

const stateLights: Readonly<Record<UnitState, Light>> = {
  notHanded: 'plain',
  handedOut: 'yellow',
  returned: 'green',
  mustCorrect: 'red',
  merged: 'green',
};

export function standingOf({ state, isLate }: CollectionUnit): { light: Light; word: string } {
  return {
    light: isLate ? 'red' : stateLights[state],
    word: `${unitStateNames[state]}${isLate ? '，逾期' : ''}`,
  };
}

/** 交回 9/12，要改正 1 */
export function countWords({ counts }: Pick<Collection, 'counts'>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const back = counts.returned + counts.merged;
  return `交回 ${back}/${all}${counts.mustCorrect === 0 ? '' : `，要改正 ${counts.mustCorrect}`}`;
}
