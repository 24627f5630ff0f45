import type { HandOver } from '#main/features/organizations/index.ts';
import { ownedBy, poolOfOrganizations } from './queries.ts';

/** People and vehicles of a unit go together to what takes it over; who has left stays where they were. */
export const inspectorHandOver: HandOver = {
  kind: 'inspectors',
  kindName: '督查人员和车辆',
  find(db, organizationIds) {
    const rows = db.all(poolOfOrganizations, { ids: JSON.stringify(organizationIds) });
    return [...Map.groupBy(rows, (row) => row.organization_id)].flatMap(([organizationId, owned]) => {
      const [first] = owned;
      if (first === undefined) return [];
      return [
        {
          uid: first.organization_uid,
          organizationId,
          slot: 'inspectors',
          slotName: '督查人员和车辆',
          exclusive: false,
          state: stateText(owned.map(({ part }) => part)),
          stays: '仍列在原名下',
        },
      ];
    });
  },
  give(db, itemUid, toId) {
    for (const { id, part } of db.all(ownedBy, { organizationUid: itemUid })) {
      if (part === 'home') db.update('inspector', id, { home_county_id: toId });
      else db.update(part === 'unit' ? 'inspector' : 'vehicle', id, { organization_id: toId });
    }
  },
};

function stateText(parts: readonly string[]): string {
  const count = (part: string): number => parts.filter((each) => each === part).length;
  const words = [
    [count('unit'), '人'],
    [count('home'), '人回避'],
    [count('vehicle'), '辆车'],
  ] as const;
  return words
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join('、');
}
