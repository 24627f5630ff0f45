import type { NumberLook } from '../reports/table.ts';

/** A body that the township has to have. */
export interface ProfileBody {
  name: string;
  /** 已挂牌 2026-09-30, 逾期未挂牌. */
  state: string;
  head: string;
  phone: string;
  place: string;
}

/** Somebody of its committee or office. */
export interface ProfilePerson {
  name: string;
  position: string;
  post: string;
  phone: string;
}

/** One number that some feature counts by township. */
export interface ProfileNumber extends NumberLook {
  /** Of reports. */
  measure: string;
  name: string;
  value: number;
}

/** The numbers of one feature. */
export interface ProfileNumbers {
  title: string;
  numbers: ProfileNumber[];
}

/** How it stood in a final assessment. */
export interface ProfileScore {
  title: string;
  /** 93.5 分，第 2 名，优秀 */
  text: string;
}

export interface TownshipProfile {
  uid: string;
  name: string;
  countyName: string;
  /** 全国重点镇 … */
  marks: string[];
  villages: number;
  from: string;
  to: string;
  bodies: ProfileBody[];
  /** Of its brigade; null: none is known. */
  brigade: { state: string; leader: string; phone: string; strength: string } | null;
  officePhone: string;
  people: ProfilePerson[];
  numbers: ProfileNumbers[];
  /** The latest first. */
  scores: ProfileScore[];
}
