import { api } from '../app/client.ts';

/*
 * Questions that several features ask. An answer is kept once for all who ask the same, with the tables of whoever asked
 * first: asked in two places with different tables, a page would go on showing what is no longer so.
 */

/** @param day null: today */
export function organizationTree(day: string | null) {
  return api.organizations.tree.queryOptions({
    input: { day },
    meta: { tables: ['organization', 'organization_state'] },
  });
}

/** Whatever changes one of these makes what is shown of a roster old. */
export const rosterTables = [
  'committee',
  'committee_position',
  'person',
  'appointment',
  'organization',
  'organization_state',
];

/** @param day null: today */
export function committeesOf(day: string | null) {
  return api.rosters.committees.queryOptions({ input: { day }, meta: { tables: rosterTables } });
}

/** Whose changes make what is shown of key sites old. */
export const siteTables = ['key_site', 'key_site_kind', 'site_kind', 'site_trade', 'organization_state'];

/** Trades and kinds of the office's lists. */
export function siteTerms() {
  return api.keySites.terms.queryOptions({ meta: { tables: siteTables } });
}
