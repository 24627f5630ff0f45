import type { ErrorCode } from '#shared/errors.ts';

/*
 * What an error is for the carrier: a refusal is the caller's (4xx), only faults of program, disk or store are the
 * program's own (5xx). The page reads the code in the body alone. 401 is none of them: the entry to the program itself
 * answers that, and the page would take it for a lost entry.
 */
const statuses = {
  notSignedIn: 403,
  notAllowed: 403,
  wrongPassword: 403,
  lockedOut: 403,
  screenLocked: 403,
  passwordDue: 403,
  badInput: 422,
  notFound: 404,
  conflict: 409,
  duplicate: 409,
  frozen: 409,
  inUse: 409,
  refused: 409,
  undoConflict: 409,
  undoImpossible: 409,
  fileRefused: 422,
  fileBusy: 409,
  diskFull: 507,
  cancelled: 409,
  storeUnavailable: 503,
  internal: 500,
} satisfies Record<ErrorCode, number>;

export function statusOf(code: ErrorCode): number {
  return statuses[code];
}
