import { AppError } from '#shared/errors.ts';
import { isPlaceFor, type Place, placeOf, type TreeNode } from '#shared/rules/plans/tree.ts';
import type { TableName } from './store/tables.ts';
import type { WriteStore } from './store/write-store.ts';

/* Trees that are kept as rows with parent_id and position; where something comes to stand is decided by tree.ts. */

interface TreeRecord {
  id: number;
  uid: string;
  parent_uid: string | null;
  position: number;
}

export function treeNodes(records: readonly TreeRecord[]): TreeNode[] {
  return records.map(({ uid, parent_uid, position }) => ({ uid, parentUid: parent_uid, position }));
}

/** Carries changes of places out. @param records of the whole tree */
export function writePlaces(
  db: WriteStore,
  table: TableName,
  records: readonly TreeRecord[],
  changes: readonly TreeNode[],
): void {
  const ids = new Map(records.map(({ uid, id }) => [uid, id]));
  for (const { uid, parentUid, position } of changes) {
    const id = ids.get(uid);
    if (id === undefined) throw new Error('a place of an unknown row');
    db.update(table, id, { parent_id: parentUid === null ? null : (ids.get(parentUid) ?? null), position });
  }
}

// Moves are meant from what the page shows.
const movedMeanwhile = '这一条刚被别人移动过，现在显示的是新位置，请看清后再移。';
const changedMeanwhile = '要移到的地方刚被别人改动过，现在显示的是新的样子，请看清后再移。';

/**
 * @param seen where the page shows it
 * @throws AppError refused where it stands elsewhere by now, or may not stand where it shall
 */
export function requireMove(nodes: readonly TreeNode[], uid: string, to: Place, seen: Place): void {
  const now = placeOf(nodes, uid);
  if (now?.parentUid !== seen.parentUid || now.afterUid !== seen.afterUid)
    throw new AppError('refused', { reason: movedMeanwhile });
  if (!isPlaceFor(nodes, uid, to)) throw new AppError('refused', { reason: changedMeanwhile });
}
