import type { Committee } from '#shared/contract/roster-views.ts';
import type { PositionRole } from '#shared/rules/rosters/model.ts';
import { placeText } from '#shared/rules/rosters/printed-names.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { listCommittees, requireCommittee } from './committees.ts';
import { listPositions } from './positions.ts';
import { entriesOn } from './roster.ts';

/** A member as other features call, invite and print them. */
export interface RosterMember {
  personUid: string;
  name: string;
  role: PositionRole;
  positionUid: string;
  /** As the office calls the position. */
  positionName: string;
  /** Null: a unit that is no organization of this office. */
  organizationUid: string | null;
  /** Name of the day. */
  unit: string;
  unitShort: string;
  post: string;
  /** Both as one phrase: 市公安局副局长. */
  title: string;
  officePhone: string;
  mobile: string;
  /** Stands in for somebody. */
  substitute: boolean;
}

/** Who sits on a committee on a day, in protocol order; somebody with several positions is listed in each. */
export function rosterOn(db: ReadStore, committeeUid: string, day: string): RosterMember[] {
  const { id } = requireCommittee(db, committeeUid, day);
  const positions = new Map(listPositions(db).map((position) => [position.uid, position]));
  return entriesOn(db, id, day).map((entry) => ({
    personUid: entry.personUid,
    name: entry.name,
    role: positions.get(entry.positionUid)?.role ?? 'other',
    positionUid: entry.positionUid,
    positionName: positions.get(entry.positionUid)?.name ?? '',
    organizationUid: entry.organizationUid,
    unit: entry.unit,
    unitShort: entry.unitShort,
    post: entry.post,
    title: placeText(entry),
    officePhone: entry.officePhone,
    mobile: entry.mobile,
    substitute: entry.substitute,
  }));
}

/** Every committee of a day: the city's first, then in protocol order. */
export function committees(db: ReadStore, day: string): Committee[] {
  return listCommittees(db, day);
}
