import type { Violation } from '../rules/duty/violations.ts';
import type {
  ClassCounts,
  DayClass,
  DutyAround,
  DutyCell,
  DutyPeriodKind,
  DutyPerson,
  DutyPlace,
  DutyShift,
  SwapState,
} from '../rules/duty/model.ts';

/* What the operations of duty answer. */

export interface DutyPeriodRow {
  uid: string;
  kind: DutyPeriodKind;
  name: string;
  firstDay: string;
  lastDay: string;
  /** Places of its roster, and how many are taken. */
  places: number;
  filled: number;
}

export interface DutyPeriod {
  uid: string;
  kind: DutyPeriodKind;
  name: string;
  firstDay: string;
  lastDay: string;
  place: string;
  phone: string;
  fax: string;
  reportDue: string;
  reportTo: string;
  note: string;
  /** In the order of the day. */
  shifts: DutyShift[];
  reporterUids: string[];
}

export interface DutyPersonRow extends DutyPerson {
  unit: string;
  post: string;
  phone: string;
  /** Pinyin initials of the name. */
  initials: string;
}

export interface DutyRoster {
  period: DutyPeriod;
  days: {
    day: string;
    dayClass: DayClass;
    /** Of a public holiday or make-up workday: 国庆节; empty: none. */
    holiday: string;
    /** Daily reports that are overdue now. */
    lateReports: number;
  }[];
  people: DutyPersonRow[];
  cells: DutyCell[];
  /** Of the days around the period. */
  around: DutyAround[];
  violations: Violation[];
  swaps: DutySwap[];
}

export interface SwapPlace extends DutyPlace {
  shiftName: string;
}

export interface DutySwap {
  uid: string;
  cell: SwapPlace;
  applicantUid: string;
  applicantName: string;
  takerUid: string;
  takerName: string;
  back: SwapPlace | null;
  reason: string;
  appliedOn: string;
  state: SwapState;
  decidedBy: string;
  decidedOn: string | null;
  decisionNote: string;
}

export interface CountedPerson extends DutyPersonRow {
  /** Of the year, on all rosters. */
  counts: ClassCounts;
  /** What is counted besides, because they came in the course of the year. */
  credits: ClassCounts;
  /** Stands or stood on a roster. */
  isUsed: boolean;
}

export interface DutyPeople {
  year: number;
  people: CountedPerson[];
  /** Whether the year's holidays are known: else they are counted as weekdays and weekends. */
  holidaysKnown: boolean;
}

export interface ProposedCell extends DutyPlace {
  personUid: string | null;
  pinned: boolean;
}

export interface DutyProposal {
  periodUid: string;
  /** Every place of the period. */
  cells: ProposedCell[];
  /** Places where another one, or nobody, stands now. */
  changed: number;
  /** 最优, or what has not been proved, in words. */
  quality: string;
  isOptimal: boolean;
  /** Where nobody was left, and why. */
  shortages: string[];
  /** Of the year: before this period, and with it. */
  loads: { personUid: string; name: string; before: ClassCounts; after: ClassCounts }[];
}
