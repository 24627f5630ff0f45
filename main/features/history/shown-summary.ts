import { grants, type Role } from '#shared/rights.ts';
import { NO_RIGHT } from '#main/core/threads/protocol.ts';

/*
 * What a line of the log says in words tells of the office's work: numbers and titles of papers, tasks, units. Who may
 * not view that reads of it only what concerns the administration of users, store and log.
 */

/** By feature, or by operation; what is not named here stays hidden. */
const administrative: readonly string[] = [
  'about',
  'backups',
  'erasure',
  'history.exportLog',
  'office',
  'session',
  'store',
  'users',
];
const HIDDEN = '〔业务内容，不显示〕';
/** A file that has turned up is held against it. */
const hashAtEnd = /；SHA-256 [0-9a-f]{64}$/u;

/** @param roles of whoever reads the log @returns names as a JSON list for the store; null: all may be read */
export function readableNames(roles: readonly Role[] | null): string | null {
  return grants(roles, 'view') ? null : JSON.stringify(administrative);
}

export function shownSummary(
  { name, summary }: { name: string; summary: string },
  roles: readonly Role[] | null,
): string {
  if (summary === '' || summary === NO_RIGHT || maySeeWords(name, roles)) return summary;
  return `${HIDDEN}${hashAtEnd.exec(summary)?.[0] ?? ''}`;
}

/** Why it was refused or went wrong, which names what it was about. */
export function shownReason(
  { name, reason }: { name: string; reason: string | null },
  roles: readonly Role[] | null,
): string | null {
  return reason === '' || !maySeeWords(name, roles) ? null : reason;
}

function maySeeWords(name: string, roles: readonly Role[] | null): boolean {
  const [feature = ''] = name.split('.');
  return grants(roles, 'view') || administrative.includes(feature) || administrative.includes(name);
}
