import type { Indicator, SchemeCategory, SchemeDetail } from '#shared/contract/schemes.ts';
import { differenceText, sumOfPoints } from '#shared/rules/schemes/findings.ts';

/** One line of the tree, in the document's order. */
export type TreeItem =
  | { kind: 'category'; uid: string; category: SchemeCategory; sum: number; difference: string }
  | { kind: 'indicator'; uid: string; indicator: Indicator };

type Tree = Pick<SchemeDetail, 'categories' | 'indicators'>;

export function indicatorsOf({ indicators }: Tree, categoryUid: string): Indicator[] {
  return indicators.filter((indicator) => indicator.categoryUid === categoryUid);
}

export function treeItems(tree: Tree): TreeItem[] {
  return tree.categories.flatMap((category): TreeItem[] => {
    const own = indicatorsOf(tree, category.uid);
    const sum = sumOfPoints(own);
    const difference = own.length === 0 ? '' : differenceText(sum, category.maxPoints);
    return [
      { kind: 'category', uid: category.uid, category, sum, difference },
      ...own.map((indicator): TreeItem => ({ kind: 'indicator', uid: indicator.uid, indicator })),
    ];
  });
}

export interface Move {
  uid: string;
  categoryUid: string | null;
  afterUid: string | null;
}

/** One place up or down; an indicator at the edge of its category goes into the next one. Null: there is no further. */
export function moveBy(tree: Tree, uid: string, step: 1 | -1): Move | null {
  const indicator = tree.indicators.find((one) => one.uid === uid);
  if (indicator === undefined) return moveAmong(tree.categories, uid, step, null);
  const within = moveAmong(indicatorsOf(tree, indicator.categoryUid), uid, step, null);
  if (within !== null) return within;
  const place = tree.categories.findIndex((category) => category.uid === indicator.categoryUid);
  const next = tree.categories[place + step];
  if (next === undefined) return null;
  const last = indicatorsOf(tree, next.uid).at(-1);
  return { uid, categoryUid: next.uid, afterUid: step === 1 ? null : (last?.uid ?? null) };
}

function moveAmong(
  siblings: readonly { uid: string }[],
  uid: string,
  step: 1 | -1,
  categoryUid: string | null,
): Move | null {
  const place = siblings.findIndex((one) => one.uid === uid);
  const target = place + step;
  if (place === -1 || target < 0 || target >= siblings.length) return null;
  const after = step === 1 ? siblings[target] : siblings[target - 1];
  return { uid, categoryUid, afterUid: after?.uid ?? null };
}

/** The number that comes after the last one of a category: 1.2 gives 1.3, 5 gives 6. */
export function nextNumber(tree: Tree, categoryUid: string): string {
  const last = indicatorsOf(tree, categoryUid).at(-1)?.number;
  if (last === undefined) {
    const place = tree.categories.findIndex((category) => category.uid === categoryUid);
    const isDotted = tree.indicators.some(({ number }) => number.includes('.'));
    return isDotted || tree.indicators.length === 0 ? `${place + 1}.1` : '';
  }
  const found = /^(.*?)(\d+)(\D*)$/u.exec(last);
  return found === null ? '' : `${found[1]}${Number(found[2]) + 1}${found[3]}`;
}
