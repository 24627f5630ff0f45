import type { unreleased as contract } from '#shared/contract/unreleased.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretCampaignIds } from '#main/features/campaigns/index.ts';
import { secretCreditUids } from '#main/features/credit/secret.ts';
import { secretFindingUids, secretListedUids } from '#main/features/findings/index.ts';
import { secretNotices } from '#main/features/notices/secret.ts';
import { secretPaperUids } from '#main/features/papers/secret.ts';

/** Records that pages mark as not to be told of outside of the office. */
export const unreleased: Handlers<typeof contract> = {
  list: (_input, { db }) => unreleasedUids(db),
};

export function unreleasedUids(db: ReadStore): string[] {
  if (secretCampaignIds(db).length === 0) return [];
  return [
    ...secretFindingUids(db),
    ...secretListedUids(db),
    ...secretNotices(db).map(({ uid }) => uid),
    ...secretPaperUids(db),
    ...secretCreditUids(db),
  ];
}
