import { leaveText, type WrittenLeave } from '../inspectors/leave-text.ts';

/*
 * Who is not drawn, and why. Each reason is a sentence that stands in the frozen pool, on the certificate and on the
 * page; the first that holds is the one that is told.
 */

/** What decides whether an object of the library can be drawn; days YYYY-MM-DD. */
export interface ObjectStanding {
  /** First day on which it is closed or off the library. */
  closedOn: string | null;
  /** Last day of its stay in the library. */
  validUntil: string | null;
  /** Left out by hand: a complaint or a re-inspection is under way, which goes its own way. */
  heldReason: string;
  /** When it was last drawn in this round of its class; null: not yet. */
  drawnOn: string | null;
  /** The nearest visit by a draw of another round or by a campaign, done or planned. */
  otherVisit: { day: string; by: string } | null;
}

export const exclusionNames = {
  closed: '停业或退出',
  expired: '入库有效期已过',
  held: '暂不抽取',
  drawn: '本轮已抽过',
  visited: '近期已查或将查',
} as const;

export interface Exclusion {
  kind: keyof typeof exclusionNames;
  reason: string;
}

/** @param coordinationDays within so many days one object is not visited twice; 0: it may be */
export function objectExclusion(
  object: ObjectStanding,
  day: string,
  coordinationDays: number,
): Exclusion | null {
  const { closedOn, validUntil, heldReason, drawnOn, otherVisit } = object;
  if (closedOn !== null && closedOn <= day) return { kind: 'closed', reason: `${closedOn} 起停业或退出` };
  if (validUntil !== null && validUntil < day)
    return { kind: 'expired', reason: `入库有效期至 ${validUntil}` };
  if (heldReason !== '') return { kind: 'held', reason: `不参加抽取：${heldReason}` };
  if (drawnOn !== null) return { kind: 'drawn', reason: `本轮 ${drawnOn} 已抽过` };
  if (otherVisit === null || daysApart(otherVisit.day, day) >= coordinationDays) return null;
  const reason = `${otherVisit.day} ${otherVisit.by}，${coordinationDays} 天内不重复检查`;
  return { kind: 'visited', reason };
}

export interface InspectorStanding {
  /** First day on which the person is no longer in the pool. */
  leftOn: string | null;
  certificate: string;
  /** Null: not known. */
  expiresOn: string | null;
  /** Last day of the stay in the library. */
  validUntil: string | null;
  leave: readonly WrittenLeave[];
}

/**
 * @param day of the draw
 * @param begins when what is drawn can be inspected first: who is on leave then is not drawn for it
 */
export function inspectorExclusion(inspector: InspectorStanding, day: string, begins = day): string | null {
  const { leftOn, certificate, expiresOn, validUntil } = inspector;
  if (leftOn !== null && leftOn <= day) return `${leftOn} 起离开`;
  if (certificate === '') return '没有登记执法证件';
  if (expiresOn === null) return '没有登记证件有效期';
  if (expiresOn < day) return `执法证件 ${expiresOn} 到期`;
  if (validUntil !== null && validUntil < day) return `入库有效期至 ${validUntil}`;
  const away = inspector.leave.find(({ firstDay, lastDay }) => firstDay <= begins && begins <= lastDay);
  return away === undefined ? null : `请假：${leaveText([away])}`;
}

const DAY = 86_400_000;

function daysApart(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / DAY;
}
