import { AppError } from '#shared/errors.ts';

/**
 * Days of one matter come one after another.
 * @param words of the day, and of the one that it may not lie before
 * @throws AppError badInput at the field
 */
export function refuseBefore(
  field: string,
  day: string,
  first: string,
  [what, firstWhat]: [string, string],
): void {
  if (day < first) throw new AppError('badInput', { detail: `${what}不能早于${firstWhat} ${first}`, field });
}
