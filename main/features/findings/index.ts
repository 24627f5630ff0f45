import type { findings as contract } from '#shared/contract/findings.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import type { SiteFollower } from '#main/features/key-sites/index.ts';
import { editHandlers } from './edit.ts';
import { findingImport } from './import.ts';
import { listHandlers } from './list.ts';
import { putUnderListing } from './listing.ts';
import { findingByUid, findingsOfSite, findingsOfVisit } from './queries.ts';
import { reinspectionHandlers } from './reinspection.ts';
import { repeatedOf } from './results/repeated.ts';
import { resultsOf } from './results/results.ts';
import { detailOf, requireFinding, rowsOf } from './rows.ts';

export { createFinding } from './create.ts';
export { moveFoundOn } from './edit.ts';
export { type FoundPlace, placeOfChoice } from './place.ts';
export { latestDueOf, majorOf } from './results/for-circular.ts';
export { repeatedOf } from './results/repeated.ts';
export { resultsOf } from './results/results.ts';
export { secretFindingUids, secretListedUids } from './secret.ts';

/** Findings (问题隐患): what was found where, from its task to the re-inspection and the end. */
export const findings: Handlers<typeof contract> = {
  ...listHandlers,
  get: ({ uid }, { db, today }) => detailOf(db, requireFinding(db, uid), today),
  ofTask({ uid }, { db, today }) {
    const record = db.get(findingByUid, { uid });
    return record === undefined ? null : detailOf(db, record, today);
  },
  ...editHandlers,
  ...reinspectionHandlers,
  putUnderListing,
  importTable: importList(findingImport),
  results: (scope, context) => resultsOf(context, scope),
  repeated: (scope, context) => repeatedOf(context, scope),
};

/** With the questions that they come from, by local id; in the order of entering. */
export function findingsAtVisit(db: ReadStore, visitId: number, today: string) {
  const records = db.all(findingsOfVisit, { visitId });
  const itemIds = new Map(records.map(({ uid, item_id }) => [uid, item_id]));
  return rowsOf(db, records, today).map((row) => ({ ...row, itemId: itemIds.get(row.uid) ?? null }));
}

/** A finding as another feature speaks of it. */
export interface FoundPlaceText {
  id: number;
  siteId: number | null;
  countyId: number | null;
  place: string;
  text: string;
}

/** @throws AppError notFound */
export function foundPlaceText(db: ReadStore, uid: string): FoundPlaceText {
  const { id, site_id: siteId, county_id: countyId, place, spot, what } = requireFinding(db, uid);
  return { id, siteId, countyId, place, text: spot === '' ? what : `${spot}：${what}` };
}

/** Two entries of one site became one. */
export const findingsFollowSite: SiteFollower = (db, fromId, toId) => {
  for (const { id } of db.all(findingsOfSite, { siteId: fromId }))
    db.update('finding', id, { site_id: toId });
};
