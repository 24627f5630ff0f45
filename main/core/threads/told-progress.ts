import { AppError } from '#shared/errors.ts';
import type { OperationInput } from '../store/operation.ts';

/** A save of a moment tells nothing. */
const SILENT_MILLISECONDS = 300;
const BETWEEN_MILLISECONDS = 100;

/**
 * How far a save is, told to the dispatching process while its transaction runs.
 * @param isCancelled by the clerk, before the commit
 */
export function toldProgress(
  tell: (progress: number | null, step: string) => void,
  isCancelled: () => boolean,
): NonNullable<OperationInput['progress']> {
  let next = performance.now() + SILENT_MILLISECONDS;
  return (progress, step) => {
    if (isCancelled()) throw new AppError('cancelled');
    const now = performance.now();
    if (now < next) return;
    next = now + BETWEEN_MILLISECONDS;
    tell(progress, step);
  };
}
