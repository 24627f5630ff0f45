import { describeEntry } from './describe-entry.ts';
import type { ScoredIndicator, ScoreEntry } from './model.ts';

/** A reason goes with the points that it explains: full marks would else be printed with why they were lost. */
export function withFittingReason(
  indicator: ScoredIndicator,
  entry: ScoreEntry,
  previous: ScoreEntry | null,
): ScoreEntry {
  if (previous === null || entry.reason === '' || entry.notApplicable) return entry;
  const explainsNothing = describeEntry(indicator, entry) === '' && describeEntry(indicator, previous) !== '';
  return explainsNothing ? { ...entry, reason: '' } : entry;
}
