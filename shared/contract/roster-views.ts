import type { OrganizationLevel } from '../rules/organizations/levels.ts';
import type { RosterDifference } from '../rules/rosters/compare.ts';
import type { RosterEntry, RosterPosition, RosterProblem } from '../rules/rosters/model.ts';
import type { RosterSteps, WorkingEntry } from '../rules/rosters/working-copy.ts';

/* What the operations of the rosters answer. */

/** A committee on one day. */
export interface Committee {
  uid: string;
  organizationUid: string;
  /** Name of the place on that day. */
  organizationName: string;
  level: OrganizationLevel;
  /** Of that day: made from the organization's name where the office gave no other one. */
  name: string;
  officeName: string;
  officeUnit: string;
  officePhone: string;
  note: string;
  /** What the office gave, empty where the usual name is meant. */
  ownName: string;
  ownOfficeName: string;
  initials: string;
  /** Persons on that day. */
  personCount: number;
}

export interface Roster {
  committee: Committee;
  day: string;
  positions: RosterPosition[];
  /** In protocol order. */
  entries: RosterEntry[];
  problems: RosterProblem[];
  /** First days on which the roster was another one than before, newest first. */
  changeDays: string[];
}

export interface ComparedRosters {
  from: string;
  to: string;
  before: RosterEntry[];
  after: RosterEntry[];
  positions: RosterPosition[];
  difference: RosterDifference;
}

/** A person found by name, unit, phone or initials, with what is held on the day. */
export interface FoundPerson {
  uid: string;
  name: string;
  unit: string;
  post: string;
  officePhone: string;
  mobile: string;
  positions: { committeeUid: string; committeeName: string; positionName: string }[];
}

export interface PersonAppointment {
  uid: string;
  committeeUid: string;
  committeeName: string;
  positionUid: string;
  positionName: string;
  organizationUid: string | null;
  unit: string;
  post: string;
  substitute: boolean;
  substituteForUid: string | null;
  substituteForName: string;
  firstDay: string;
  lastDay: string | null;
  document: string;
  note: string;
}

export interface PersonDetail {
  uid: string;
  name: string;
  organizationUid: string | null;
  unit: string;
  post: string;
  officePhone: string;
  mobile: string;
  note: string;
  /** Newest first. */
  appointments: PersonAppointment[];
  /** Others of the same name, who may be the same person. */
  namesakes: { uid: string; unit: string; post: string }[];
}

export interface RosterChangeItem {
  uid: string;
  status: 'draft' | 'done';
  title: string;
  day: string;
  document: string;
  /** Numbers of the adjustment notices made from it; empty text for one that is not signed yet. */
  notices: { paperUid: string; number: string }[];
}

/** 调整: prepared as a whole, carried out as one operation. */
export interface RosterChange extends RosterChangeItem {
  committee: Committee;
  reason: string;
  steps: RosterSteps;
  positions: RosterPosition[];
  before: RosterEntry[];
  /** Lines of the working copy; empty once it is carried out. */
  working: WorkingEntry[];
  /** The roster as it will be, or as it became. */
  after: RosterEntry[];
  difference: RosterDifference;
  /** Of the roster as it will be. */
  problems: RosterProblem[];
  /** Steps whose people no longer sit there: the roster became another one meanwhile. */
  staleCount: number;
}

export const rosterSheetKinds = ['roster', 'phoneBook', 'signIn', 'units'] as const;
export type RosterSheetKind = (typeof rosterSheetKinds)[number];

export interface RosterExport {
  sheets: RosterSheetKind[];
  maskPhones: boolean;
}

export interface RosterSettings {
  /** An appointment that ends within so many days is told on the first page. */
  expiringDays: number;
}

/** What 首页 says of the rosters. */
export interface RosterAttention {
  committees: number;
  problems: { committeeUid: string; committeeName: string; problem: RosterProblem }[];
}
