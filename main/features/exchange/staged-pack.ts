import { AppError } from '#shared/errors.ts';
import type { Caller } from '#main/core/handlers.ts';
import type { ReadPack } from '#main/core/packs/pack-file.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { getStaged } from '#main/core/store/staging.ts';

export const STAGED_PACK = 'exchange.pack';

/** What the job has read. @throws AppError notFound once it was merged, or after a day */
export function stagedPack(db: ReadStore, stagedUid: string, caller: Pick<Caller, 'userUid'>): ReadPack {
  const staged = getStaged(db, stagedUid);
  if (staged?.kind !== STAGED_PACK || staged.userUid !== (caller.userUid ?? ''))
    throw new AppError('notFound', { what: '打开的数据包' });
  // Written by our own job, in this form.
  return JSON.parse(staged.payload) as ReadPack;
}
