import type { HandOverItem } from '#shared/contract/organizations.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { nameNear, requireById, requireOrganization } from './states.ts';

/*
 * A merge or split asks what becomes of everything that is still open under the old names. What that is, this
 * feature does not know: others name it. `main/features/thread-handlers.ts` lists them.
 */

/** Something open that a feature keeps for an organization and can pass on to its successor. */
export type OpenItem = Omit<HandOverItem, 'kind' | 'kindName' | 'organizationUid'> & {
  organizationId: number;
};

/** What a feature exports to take part in merging and splitting. */
export interface HandOver {
  /** Like `scores`. */
  kind: string;
  /** Chinese: 正在进行的考核的分数. */
  kindName: string;
  /** What these organizations have open on or after a day. */
  find: (db: ReadStore, organizationIds: readonly number[], day: string) => OpenItem[];
  give: (db: WriteStore, itemUid: string, toId: number) => void;
}

/** Which item goes to whom: what is not named stays with the old name. */
export interface Gift {
  kind: string;
  uid: string;
  toId: number;
}

export function listOpenItems(
  handOvers: readonly HandOver[],
  db: ReadStore,
  uids: readonly string[],
  day: string,
): HandOverItem[] {
  const ids = uids.map((uid) => requireOrganization(db, uid).id);
  return handOvers.flatMap(({ kind, kindName, find }) =>
    find(db, ids, day).map(({ organizationId, ...item }) => ({
      ...item,
      kind,
      kindName,
      organizationUid: requireById(db, organizationId).uid,
    })),
  );
}

/**
 * @returns local ids of organizations from which something went, by who got it
 * @throws AppError refused where an item is not open under one of the sources, or two would fill one place
 */
export function giveAll(
  handOvers: readonly HandOver[],
  db: WriteStore,
  { sources, gifts, day }: { sources: readonly number[]; gifts: readonly Gift[]; day: string },
): { fromId: number; toId: number }[] {
  return handOvers.flatMap((handOver) => {
    const own = gifts.filter(({ kind }) => kind === handOver.kind);
    if (own.length === 0) return [];
    const takers = own.map(({ toId }) => toId);
    const open = handOver.find(db, [...new Set([...sources, ...takers])], day);
    const items = new Map(open.map((item) => [item.uid, item]));
    const filled = new Set(open.map(({ organizationId, slot }) => slotOf(organizationId, slot)));
    return own.map(({ uid, toId }) => {
      const item = items.get(uid);
      if (item === undefined || !sources.includes(item.organizationId))
        throw new AppError('refused', {
          reason: `${handOver.kindName}刚被改动过，请关闭后重新打开，再选一次。`,
        });
      const slot = slotOf(toId, item.slot);
      if (item.exclusive && filled.has(slot))
        throw new AppError('refused', {
          reason: `“${item.slotName}”里“${nameNear(db, toId, day)}”只能承接一个机构的，请只选一个。`,
        });
      filled.add(slot);
      handOver.give(db, uid, toId);
      return { fromId: item.organizationId, toId };
    });
  });
}

function slotOf(organizationId: number, slot: string): string {
  return `${organizationId}/${slot}`;
}
