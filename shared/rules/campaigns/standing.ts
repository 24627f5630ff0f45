import type { DrawingStatus } from './model.ts';

/** What stands in the way of a step, or should be thought of before it. */
export interface StepRemark {
  /** The step is refused as long as it is so. */
  isBlocking: boolean;
  text: string;
}

export interface CampaignState {
  firstDay: string;
  lastDay: string;
  counties: readonly { name: string; targets: number }[];
  checklists: number;
  samplingLines: number;
  /** Of the drawing that is not discarded; null: there is none. */
  drawing: { status: DrawingStatus; missing: number } | null;
  targets: number;
  visited: number;
}

/** undrawn: there is a rule and no drawing; undecided: what was drawn is neither taken nor given up. */
export type DrawingNeed = 'undrawn' | 'undecided';

/** What is still to be done about drawing; null: nothing. */
export function drawingNeed({
  samplingLines,
  drawing,
}: Pick<CampaignState, 'samplingLines' | 'drawing'>): DrawingNeed | null {
  if (drawing === null) return samplingLines > 0 ? 'undrawn' : null;
  return drawing.status === 'proposed' ? 'undecided' : null;
}

const NAMED = 3;

/** What must hold before a campaign gets under way. */
export function beforeStart(state: CampaignState, today: string): StepRemark[] {
  const { counties, checklists, drawing, targets } = state;
  const need = drawingNeed(state);
  const without = counties.filter((county) => county.targets === 0).map(({ name }) => name);
  return remarks([
    [true, counties.length === 0, '还没有选择督查的区县，请在“基本情况”里选择。'],
    [true, targets === 0, '还没有督查对象，请在“督查对象”里列入，或在“抽取”里抽取。'],
    [true, need === 'undecided', '抽取结果还没有决定，请在“抽取”里采用或作废。'],
    [true, need === 'undrawn', '定了抽查规则还没有抽取，请在“抽取”里抽取；不抽查的，请删去规则。'],
    [false, (drawing?.missing ?? 0) > 0, `抽取时有 ${drawing?.missing ?? 0} 个对象数量不足，没有抽到。`],
    [
      false,
      targets > 0 && without.length > 0,
      `${without.slice(0, NAMED).join('、')}${without.length > NAMED ? `等 ${without.length} 个区县` : ''}还没有督查对象。`,
    ],
    [false, checklists === 0, '还没有选择检查清单，检查时没有统一的内容。'],
    [false, state.lastDay < today, `结束日期 ${state.lastDay} 已过。`],
  ]);
}

/** What must hold before it is closed on a day. */
export function beforeClose(
  { firstDay, lastDay, targets, visited }: CampaignState,
  day: string,
): StepRemark[] {
  return remarks([
    [true, day < firstDay, `结束日期不能早于开始日期 ${firstDay}。`],
    [false, visited < targets, `还有 ${targets - visited} 个对象没有督查。`],
    [false, day >= firstDay && day < lastDay, `原定到 ${lastDay} 结束。`],
  ]);
}

function remarks(
  all: readonly (readonly [isBlocking: boolean, holds: boolean, text: string])[],
): StepRemark[] {
  return all.filter(([, holds]) => holds).map(([isBlocking, , text]) => ({ isBlocking, text }));
}
