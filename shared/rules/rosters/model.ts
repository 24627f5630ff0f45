/*
 * Who sits on a committee, as rules and pages see it. A committee is held together by its positions in protocol order;
 * an appointment says who holds one from a first to a last day.
 */

/** What a position is for the program; the words for it are the office's own. other: added by the office. */
export const positionRoles = [
  'chair',
  'firstChair',
  'executiveViceChair',
  'viceChair',
  'member',
  'officeDirector',
  'officeViceDirector',
  'liaison',
  'other',
] as const;
export type PositionRole = (typeof positionRoles)[number];

export interface RosterPosition {
  uid: string;
  role: PositionRole;
  name: string;
  /** Other words for it in pasted lists: 委员, 组成人员. */
  aliases: string[];
  /** Only one person may hold it at a time. */
  single: boolean;
  /** A committee without it has a gap. */
  required: boolean;
}

/** What somebody holds: position, and the unit and post of that time. */
export interface Holding {
  personUid: string;
  positionUid: string;
  /** Null: a unit that is no organization of this office; then `unit` is its name. */
  organizationUid: string | null;
  unit: string;
  post: string;
  /** Stands in (代) for somebody, who is known or not. */
  substitute: boolean;
  substituteForUid: string | null;
  note: string;
}

/** One line of the roster of a day. */
export interface RosterEntry extends Holding {
  /** The appointment's. */
  uid: string;
  name: string;
  /** Name of the unit on that day; the last one it had where it is closed by then. */
  unit: string;
  unitShort: string;
  unitClosed: boolean;
  substituteForName: string;
  officePhone: string;
  mobile: string;
  firstDay: string;
  lastDay: string | null;
  document: string;
  /** Pinyin initials of the name, further readings behind a space. */
  initials: string;
}

export interface RosterProblem {
  kind: 'gap' | 'several' | 'closedUnit' | 'endsBeforeStart' | 'twice' | 'expiring';
  severity: 'error' | 'warning';
  text: string;
  /** Appointments that it is about. */
  uids: string[];
}
