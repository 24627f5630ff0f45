import type { Collection, CollectionUnit, UnitState } from '#shared/contract/collections.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

const stateWords: Readonly<Record<UnitState, string>> = {
  notHanded: '未下发',
  handedOut: '未交回',
  returned: '已交回',
  mustCorrect: '要改正',
  merged: '已合并',
};

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
    word: `${stateWords[state]}${isLate ? '，逾期' : ''}`,
  };
}

/** 交回 9/12，要改正 1 */
export function countWords({ counts }: Pick<Collection, 'counts'>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const back = counts.returned + counts.merged;
  return `交回 ${back}/${all}${counts.mustCorrect === 0 ? '' : `，要改正 ${counts.mustCorrect}`}`;
}
