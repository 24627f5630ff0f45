import type { OrganizationDetail, OrganizationSuccession } from '#shared/contract/organizations.ts';
import { addDays } from '#shared/calendar/days.ts';
import { stateNear } from '#shared/rules/organizations/history.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationById, periodsOfOrganization, successionsOf } from './queries.ts';
import { nameNear, requireById, requireOrganization, statesOf } from './states.ts';

/** What began in the last days is still being entered: an edit of it is a 更正. */
const FRESH_DAYS = 7;

export function detailOf(db: ReadStore, uid: string, today: string): OrganizationDetail {
  const organization = requireOrganization(db, uid);
  const states = statesOf(db, organization.id);
  const usedIn = db.all(periodsOfOrganization, { id: organization.id }).map((period) => period.title);
  const current = stateNear(states, today);
  const settled = current !== undefined && current.firstDay <= addDays(today, -FRESH_DAYS);
  return {
    uid,
    level: organization.level,
    code: organization.code,
    states: states.map(({ parentId, ...state }) => ({
      uid: state.uid,
      firstDay: state.firstDay,
      lastDay: state.lastDay,
      name: state.name,
      shortName: state.shortName,
      parentUid: parentId === null ? null : (db.get(organizationById, { id: parentId })?.uid ?? null),
      parentName: parentId === null ? '' : nameNear(db, parentId, state.firstDay),
      marks: [...state.marks],
      document: state.document,
      note: state.note,
    })),
    successions: successionsOfOrganization(db, organization.id),
    usedIn,
    asksHow: usedIn.length > 0 && settled,
  };
}

function successionsOfOrganization(db: ReadStore, id: number): OrganizationSuccession[] {
  return db.all(successionsOf, { id }).map((row) => {
    const direction = row.from_organization_id === id ? 'to' : 'from';
    const otherId = direction === 'to' ? row.to_organization_id : row.from_organization_id;
    return {
      kind: row.kind,
      direction,
      otherUid: requireById(db, otherId).uid,
      otherName: nameNear(db, otherId, row.day),
      day: row.day,
      document: row.document,
      takesOver: row.takes_over === 1,
    };
  });
}
