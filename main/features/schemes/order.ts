import { AppError } from '#shared/errors.ts';
import type { TableName } from '#main/core/store/tables.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';

interface Placed {
  id: number;
  uid: string;
  position: number;
}

/**
 * The siblings with one of them put behind another (null: to the front).
 * @throws AppError notFound when the one to stand behind is not among them
 */
export function putBehind<Item extends Placed>(
  siblings: readonly Item[],
  item: Item,
  afterUid: string | null,
): Item[] {
  const others = siblings.filter(({ id }) => id !== item.id);
  if (afterUid === null) return [item, ...others];
  const place = others.findIndex(({ uid }) => uid === afterUid);
  if (place === -1) throw new AppError('notFound', { what: '要排在其后的那一项' });
  return others.toSpliced(place + 1, 0, item);
}

/** Writes places anew, only where they differ. */
export function renumber(db: WriteStore, table: TableName, ordered: readonly Placed[]): void {
  for (const [position, row] of ordered.entries()) {
    if (row.position !== position) db.update(table, row.id, { position });
  }
}
