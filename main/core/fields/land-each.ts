import { AppError } from '#shared/errors.ts';
import type { LandedRow, LandedUnit } from './collected-ledger.ts';

const SAID_PROBLEMS = 8;

/**
 * Stores what came back row by row. What cannot be stored is told all at once, so that the clerk asks the units once.
 * @param landRow stores one row and returns how many values changed; throws AppError naming the row
 * @throws AppError refused
 */
export function landEach(
  units: readonly LandedUnit[],
  landRow: (organizationUid: string, row: LandedRow) => number,
): number {
  const problems: string[] = [];
  let changed = 0;
  for (const { organizationUid, rows } of units)
    for (const row of rows)
      try {
        changed += landRow(organizationUid, row);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        problems.push(reasonOf(error));
      }
  if (problems.length > 0) throw new AppError('refused', { reason: refusalOf(problems) });
  return changed;
}

/** @param name asked for where it is refused @throws AppError badInput, naming what it is about */
export function naming<Result>(name: () => string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError('badInput', { detail: `${name()}：${reasonOf(error)}` });
  }
}

function reasonOf({ code, data, message }: AppError): string {
  const { detail } = data;
  return (code === 'badInput' && typeof detail === 'string' ? detail : message).replace(/。$/u, '');
}

function refusalOf(problems: readonly string[]): string {
  const more = problems.length - SAID_PROBLEMS;
  const said = problems.slice(0, SAID_PROBLEMS).join('；');
  const rest = more > 0 ? `；另有 ${more} 行` : '';
  return `有 ${problems.length} 行存不进去，没有合并：${said}${rest}。请让单位改正后重新交，或者退掉这张表。`;
}
