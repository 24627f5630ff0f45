import type { Severity } from '../findings/model.ts';
import type { TreeNode } from '../plans/tree.ts';

export const itemKinds = ['section', 'question'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemKindNames: Readonly<Record<ItemKind, string>> = { section: '标题', question: '检查内容' };

/** A line of a checklist without its place. */
export interface ItemFields {
  kind: ItemKind;
  text: string;
  /** Of the law or standard that an answer 不符合 breaks. */
  article: string;
  /** What is usually demanded then, and within how many days. */
  demand: string;
  dueDays: number | null;
  severity: Severity;
  /** Of a major hazard: the element of GB 35181 that it meets. */
  element: string;
}

export const plainItem: Omit<ItemFields, 'kind' | 'text'> = {
  article: '',
  demand: '',
  dueDays: null,
  severity: 'ordinary',
  element: '',
};

/** A section asks nothing; what is no major hazard meets no element. */
export function tidyItem(item: ItemFields): ItemFields {
  if (item.kind === 'section') return { kind: item.kind, text: item.text, ...plainItem };
  return item.severity === 'major' ? item : { ...item, element: '' };
}

export interface PlacedItem extends TreeNode, ItemFields {}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const TENS = 10;

/**
 * Numbers as a printed checklist has them: sections 一、 （一） by their level, questions running on through the whole
 * list, so that an answer can be named by one number.
 */
export function numbersOf(outline: readonly { node: Pick<PlacedItem, 'kind'>; level: number }[]): string[] {
  const counts: number[] = [];
  let questions = 0;
  return outline.map(({ node, level }) => {
    if (node.kind === 'question') {
      questions += 1;
      return String(questions);
    }
    counts.length = level + 1;
    const count = (counts[level] ?? 0) + 1;
    counts[level] = count;
    return level === 0 ? `${chinese(count)}、` : level === 1 ? `（${chinese(count)}）` : `${count}.`;
  });
}

function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / TENS), number % TENS];
  const last = ones === 0 ? '' : (CHINESE[ones - 1] ?? '');
  if (tens === 0) return last;
  return `${tens === 1 ? '' : (CHINESE[tens - 1] ?? '')}十${last}`;
}
