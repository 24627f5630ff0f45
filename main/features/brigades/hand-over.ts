import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';
import type { HandOver } from '#main/features/organizations/index.ts';

const columns = { id: integer, uid: text, organization_id: integer, duty_done_on: nullableText };
const select = `SELECT ${Object.keys(columns).join(', ')} FROM brigade`;

const brigadesOfUnits = defineQuery<typeof columns, { ids: string }>({
  name: 'brigades.ofUnits',
  sql: `${select} WHERE organization_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
  columns,
});

const brigadeByUid = defineQuery<typeof columns, { uid: string }>({
  name: 'brigades.byUid',
  sql: `${select} WHERE uid = @uid`,
  columns,
});

/** A town has one brigade, so that a successor takes over that of one only. */
export const brigadeHandOver: HandOver = {
  kind: 'brigades',
  kindName: '专职消防队',
  find: (db, organizationIds) =>
    db.all(brigadesOfUnits, { ids: JSON.stringify(organizationIds) }).map((brigade) => ({
      uid: brigade.uid,
      organizationId: brigade.organization_id,
      slot: 'brigade',
      slotName: '专职消防队',
      exclusive: true,
      state: brigade.duty_done_on === null ? '没有投入执勤' : `${brigade.duty_done_on} 投入执勤`,
      stays: '仍记在原名下',
    })),
  give(db, itemUid, toId) {
    const brigade = db.get(brigadeByUid, { uid: itemUid });
    if (brigade !== undefined) db.update('brigade', brigade.id, { organization_id: toId });
  },
};
