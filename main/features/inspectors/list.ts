import type {
  Inspector,
  InspectorFilter,
  InspectorList,
  InspectorView,
  inspectors as contract,
} from '#shared/contract/inspectors.ts';
import { isGone, isOn } from '#shared/rules/inspectors/model.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { matchScore, normalizeQuery } from '#main/features/search/index.ts';
import { allInspectors, type InspectorRecord, leaveBetween } from './queries.ts';
import { requireInspector, rowOf, rowsOf, toLeave, unitNameOf } from './rows.ts';

type Names = 'list' | 'get' | 'leaveOfDays';

/** The pool: some hundred people, looked through one by one. */
export const listHandlers: Pick<Handlers<typeof contract>, Names> = {
  list: (filter, { db, today }) => listOf(db, filter, today),
  get: ({ uid }, { db }) => rowOf(db, requireInspector(db, uid)),

  leaveOfDays({ from, to }, { db }) {
    const people = new Map(db.all(allInspectors).map((record) => [record.id, record]));
    return db.all(leaveBetween, { from, to }).flatMap((leave) => {
      const person = people.get(leave.inspector_id);
      // Whoever has left is missed by nobody.
      if (person === undefined || isGone(person.left_on, from)) return [];
      const { uid: inspectorUid, name } = person;
      return [{ ...toLeave(leave), inspectorUid, name, unitName: unitNameOf(person) }];
    });
  },
};

export function listOf(db: ReadStore, filter: InspectorFilter, today: string): InspectorList {
  const all = inOrder(db, db.all(allInspectors), today);
  const units = [...new Set(all.map(unitNameOf).filter((name) => name !== ''))];
  const meant = rowsOf(db, all).filter((row) => isMeant(row, filter));
  const inView = (view: InspectorView) => meant.filter((row) => isInView(row, view, today));
  return {
    rows: inView(filter.view),
    views: { active: inView('active').length, left: inView('left').length, all: meant.length },
    units,
  };
}

/** By unit in protocol order; units that are only a text stand last, each together. */
function inOrder(db: ReadStore, records: readonly InspectorRecord[], today: string): InspectorRecord[] {
  const ranks = new Map([...organizationsOn(db, today).keys()].map((id, rank) => [id, rank]));
  const rankOf = ({ organization_id: id }: InspectorRecord): number => ranks.get(id ?? 0) ?? ranks.size;
  return records.toSorted(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      (one.unit === other.unit ? 0 : one.unit < other.unit ? -1 : 1) ||
      one.id - other.id,
  );
}

function isInView({ leftOn }: Inspector, view: InspectorView, today: string): boolean {
  return view === 'all' || isGone(leftOn, today) === (view === 'left');
}

function isMeant(row: Inspector, { role, skillUid, unit, awayOn, text }: InspectorFilter): boolean {
  if (role !== null && !row.roles.includes(role)) return false;
  if (skillUid !== null && !row.skills.some(({ uid }) => uid === skillUid)) return false;
  if (unit !== null && row.unitName !== unit) return false;
  if (awayOn !== null && !row.leave.some((leave) => isOn(leave, awayOn))) return false;
  const query = normalizeQuery(text);
  if (query === '' || matchScore(row.name, query) > 0 || matchScore(row.unitName, query) > 0) return true;
  const phone = row.phone.replaceAll(/[\s-]/gu, '');
  const words = `${row.homeCountyName}|${row.post}|${phone}`.toLowerCase();
  return words.includes(query.replaceAll('-', ''));
}
