/*
 * A deduction (扣分) is proposed of a finding or an overdue task and waits for a clerk, who takes it over into the
 * score of the responsible unit or does not. Nothing else changes a score.
 */

export const deductionStates = ['waiting', 'accepted', 'refused'] as const;
export type DeductionState = (typeof deductionStates)[number];

export const deductionStateNames: Readonly<Record<DeductionState, string>> = {
  waiting: '拟扣分',
  accepted: '已扣分',
  refused: '未采纳',
};

export const LONGEST_DEDUCTION_REASON = 300;
