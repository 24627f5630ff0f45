import type { HandOver } from '#main/features/organizations/index.ts';
import { countOpenSites, openSitesOf } from './queries.ts';

/** All sites of a place go together to what takes its ground over; closed ones stay where they were. */
export const siteHandOver: HandOver = {
  kind: 'keySites',
  kindName: '重点单位台账',
  find: (db, organizationIds) =>
    db.all(countOpenSites, { ids: JSON.stringify(organizationIds) }).map((row) => ({
      uid: row.uid,
      organizationId: row.organization_id,
      slot: 'keySites',
      slotName: '重点单位',
      exclusive: false,
      state: `${row.count} 家在册`,
      stays: '仍列在原名下',
    })),
  give(db, itemUid, toId) {
    for (const { id } of db.all(openSitesOf, { organizationUid: itemUid }))
      db.update('key_site', id, { organization_id: toId });
  },
};
