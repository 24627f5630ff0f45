/*
 * An objection (申诉) is raised by an object against its score on an item and waits for the office's answer: accepted,
 * which makes a reviewed score, or refused with a reason.
 */

export const objectionOutcomes = ['open', 'accepted', 'refused'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

export const objectionOutcomeNames: Readonly<Record<ObjectionOutcome, string>> = {
  open: '待答复',
  accepted: '已采纳',
  refused: '不予采纳',
};

export const LONGEST_OBJECTION = 1_000;
