import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import { NEW_CATEGORY, NEW_CONTENT } from '../model/new-names.ts';
import { indicatorsOf, moveBy, nextNumber, treeItems } from '../model/tree-items.ts';

export interface TreeActions {
  /** @returns the new one's uid, or null where it was not added */
  addCategory: () => Promise<string | null>;
  /** Behind the chosen indicator, or at the end of the chosen category. */
  addIndicator: () => Promise<string | null>;
  /** @returns what is chosen then */
  remove: (uid: string) => Promise<string | null>;
  move: (uid: string, step: 1 | -1) => Promise<void>;
}

/** Adding, removing and moving; what was removed can be taken back from the message about it. */
export function useTreeActions(scheme: SchemeDetail, selectedUid: string | null): TreeActions {
  const addCategory = useOperation(client.schemes.addCategory);
  const addIndicator = useOperation(client.schemes.addIndicator);
  const move = useOperation(client.schemes.move);
  const removeCategory = useOperation(client.schemes.removeCategory, {
    success: '已删除一级指标',
    undoable: true,
  });
  const removeIndicator = useOperation(client.schemes.removeIndicator, {
    success: '已删除指标',
    undoable: true,
  });

  return {
    async addCategory() {
      const outcome = await addCategory.run({
        schemeUid: scheme.uid,
        name: NEW_CATEGORY,
        maxPoints: 0,
        bonus: false,
      });
      return outcome.done ? outcome.value.uid : null;
    },

    async addIndicator() {
      const chosen = scheme.indicators.find(({ uid }) => uid === selectedUid);
      const categoryUid =
        chosen?.categoryUid ??
        scheme.categories.find(({ uid }) => uid === selectedUid)?.uid ??
        scheme.categories.at(-1)?.uid;
      if (categoryUid === undefined) return null;
      const last = indicatorsOf(scheme, categoryUid).at(-1);
      const outcome = await addIndicator.run({
        categoryUid,
        afterUid: chosen?.uid ?? last?.uid ?? null,
        number: chosen === undefined || chosen.uid === last?.uid ? nextNumber(scheme, categoryUid) : '',
        content: NEW_CONTENT,
        maxPoints: 0,
        ruleText: '',
        method: chosen?.method ?? last?.method ?? '',
        source: '',
        floor: 'zero',
        notApplicable: 'rescale',
        condition: null,
        rules: [],
      });
      return outcome.done ? outcome.value.uid : null;
    },

    async remove(uid) {
      const items = treeItems(scheme);
      const place = items.findIndex((item) => item.uid === uid);
      const isCategory = items[place]?.kind === 'category';
      const outcome = await (isCategory ? removeCategory : removeIndicator).run({ uid });
      if (!outcome.done) return uid;
      const left = items.filter(
        (item) => item.uid !== uid && !(isCategory && isBelow(scheme, item.uid, uid)),
      );
      return (left[place] ?? left[place - 1] ?? left.at(-1))?.uid ?? null;
    },

    async move(uid, step) {
      const target = moveBy(scheme, uid, step);
      if (target !== null) await move.run(target);
    },
  };
}

function isBelow(scheme: SchemeDetail, uid: string, categoryUid: string): boolean {
  return scheme.indicators.some(
    (indicator) => indicator.uid === uid && indicator.categoryUid === categoryUid,
  );
}
