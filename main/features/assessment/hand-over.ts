import type { HandOver } from '#main/features/organizations/index.ts';
import { objectIdByUid, openObjects } from './score-queries.ts';

/**
 * Scores of open periods that end on or after the day: an organization stands in a group once, so that a successor
 * takes over the scores of one only.
 */
export const scoreHandOver: HandOver = {
  kind: 'scores',
  kindName: '正在进行的考核的分数',
  find: (db, organizationIds, day) =>
    db.all(openObjects, { ids: JSON.stringify(organizationIds), day }).map((row) => ({
      uid: row.uid,
      organizationId: row.organization_id,
      slot: row.group_uid,
      slotName: `${row.title} · ${row.name}`,
      exclusive: true,
      state: `已评 ${row.scored} 项`,
      stays: '仍以原名参加排名，备注里写明去向',
    })),
  give(db, itemUid, toId) {
    const object = db.get(objectIdByUid, { uid: itemUid });
    if (object !== undefined) db.update('assessment_object', object.id, { organization_id: toId });
  },
};
