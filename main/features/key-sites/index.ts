import type { keySites as contract } from '#shared/contract/key-sites.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { editHandlers } from './edit.ts';
import { siteImport } from './import/site-import.ts';
import { listHandlers } from './list.ts';
import { mergeSites, type SiteFollower } from './merge.ts';
import { listTerms, setTerms } from './terms.ts';

export { collectedSites } from './collected.ts';
export { ledgerOn, type LedgerSite, sitesById, standingSites } from './for-others.ts';
export { siteHandOver } from './hand-over.ts';
export type { SiteFollower } from './merge.ts';
export { PlaceFinder } from './import/find-place.ts';
export { type Place, Places } from './places.ts';
export { allKinds, allTrades } from './queries.ts';
export { requireSite } from './rows.ts';
export { requireKind, requireTrade } from './terms.ts';

/**
 * The ledger of key sites (重点单位台账).
 * @param followers what other features keep about a site
 */
export const keySitesWith = (followers: readonly SiteFollower[]): Handlers<typeof contract> => ({
  ...listHandlers,
  ...editHandlers,
  terms: (_input, { db }) => listTerms(db),
  setTerms,
  merge: (input, context) => mergeSites(followers, input, context),
  importTable: importList(siteImport),
});
