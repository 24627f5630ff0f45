import type { keySites as contract } from '#shared/contract/key-sites.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { editHandlers } from './edit.ts';
import { importStaged } from './import/staged.ts';
import { listHandlers } from './list.ts';
import { mergeSites } from './merge.ts';
import { listTerms, setTerms } from './terms.ts';

export { siteHandOver } from './hand-over.ts';

/** The ledger of key sites (重点单位台账). */
export const keySites: Handlers<typeof contract> = {
  ...listHandlers,
  ...editHandlers,
  terms: (_input, { db }) => listTerms(db),
  setTerms,
  merge: mergeSites,
  importStaged,
};
