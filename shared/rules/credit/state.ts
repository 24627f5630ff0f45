import type { DecisionStage } from './course.ts';
import type { Rating } from './rating.ts';

/** What an enterprise is for the clerk: what is to be done first, or how it is rated. */
export type CreditState = 'proposed' | 'pending' | 'repairing' | 'published' | 'trusted' | 'ended' | 'none';

export const creditStateNames: Readonly<Record<CreditState, string>> = {
  proposed: '达到认定标准',
  pending: '拟认定',
  repairing: '申请修复',
  published: '失信公示中',
  trusted: '守信',
  ended: '公示已结束',
  none: '未评价',
};

export const creditViews = ['all', 'trusted', 'pending', 'published', 'repairing', 'ended'] as const;
export type CreditView = (typeof creditViews)[number];

export const creditViewNames: Readonly<Record<CreditView, string>> = {
  all: '全部',
  trusted: '守信',
  pending: '拟认定',
  published: '失信公示中',
  repairing: '申请修复',
  ended: '到期',
};

interface StateFacts {
  rating: Rating;
  stages: readonly DecisionStage[];
  hasOpenRepair: boolean;
}

const openStages: ReadonlySet<DecisionStage> = new Set([
  'proposed',
  'noticed',
  'objecting',
  'objected',
  'ready',
]);

export function isOpenStage(stage: DecisionStage): boolean {
  return openStages.has(stage);
}

export function creditState({ rating, stages, hasOpenRepair }: StateFacts): CreditState {
  if (stages.some(isOpenStage)) return 'pending';
  if (rating.proposal !== null) return 'proposed';
  const isPublic = stages.includes('published');
  if (isPublic) return hasOpenRepair ? 'repairing' : 'published';
  if (rating.level === 'trusted') return 'trusted';
  return stages.some((stage) => stage === 'expired' || stage === 'repaired') ? 'ended' : 'none';
}

/** Whether an enterprise stands in a view; one that is public and is to be decided upon again stands in both. */
export function isInCreditView(
  { state, rating }: { state: CreditState; rating: Rating },
  hasOpenRepair: boolean,
  view: CreditView,
): boolean {
  const isPublic = rating.level === 'ordinary' || rating.level === 'serious';
  switch (view) {
    case 'all':
      return true;
    case 'trusted':
      return rating.level === 'trusted';
    case 'pending':
      return state === 'pending' || state === 'proposed';
    case 'published':
      return isPublic;
    case 'repairing':
      return isPublic && hasOpenRepair;
    case 'ended':
      return state === 'ended';
  }
}
