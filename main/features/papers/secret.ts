import { DECISION_FILES } from '#shared/rules/credit/files.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretDecisionUids } from '#main/features/credit/secret.ts';
import { secretNotices } from '#main/features/notices/secret.ts';
import { secretCampaignIds } from '#main/features/campaigns/index.ts';
import { withCopies } from './copied.ts';
import { papersOfSubject } from './list.ts';

/** Papers of what unannounced campaigns found that are not released: their titles tell where these went. */
export function secretPaperUids(db: ReadStore): Set<string> {
  if (secretCampaignIds(db).length === 0) return new Set();
  const ofDecisions = secretDecisionUids(db).flatMap((uid) => papersOfSubject(db, DECISION_FILES, uid));
  const uids = [...secretNotices(db).map((notice) => notice.paper_uid), ...ofDecisions.map(({ uid }) => uid)];
  return new Set(db.all(withCopies, { uids: JSON.stringify(uids) }).map(({ uid }) => uid));
}
