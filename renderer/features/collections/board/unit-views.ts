import type { CollectionUnit } from '#shared/contract/collections.ts';

export type UnitView = 'all' | 'owing' | 'mustCorrect' | 'returned';

export const unitViews: readonly { value: UnitView; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'owing', label: '没有交回' },
  { value: 'mustCorrect', label: '要改正' },
  { value: 'returned', label: '已交回' },
];

export function unitsIn(units: readonly CollectionUnit[], view: UnitView): CollectionUnit[] {
  return units.filter(({ state }) => {
    if (view === 'owing') return state === 'notHanded' || state === 'handedOut';
    if (view === 'mustCorrect') return state === 'mustCorrect';
    return view === 'all' || state === 'returned' || state === 'merged';
  });
}
