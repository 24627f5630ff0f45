import type { AskedChecklist, AskedQuestion } from '#shared/contract/visits.ts';
import { numbersOf } from '#shared/rules/checklists/model.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';

export interface NumberedItem {
  item: AskedQuestion;
  number: string;
}

/** Lines of a checklist as they are printed, numbers in front. */
export function numberedItems({ items }: AskedChecklist): NumberedItem[] {
  const outline = outlineOf(items.map((item, position) => ({ ...item, position })));
  const numbers = numbersOf(outline);
  return outline.map(({ node: item }, index) => ({ item, number: numbers[index] ?? '' }));
}
