import type { ScoreStage } from '#shared/contract/assessment.ts';
import type { ScoreBook } from './score-book.ts';
import { useScoreBook } from './use-score-book.ts';

/** Books of a group by stage; null for those that are not there yet or were never asked for. */
export type StageBooks = Readonly<Record<Exclude<ScoreStage, 'checked'>, ScoreBook | null>> & {
  readonly checked: ScoreBook;
};

/** @param wanted the stages that are shown; those beneath them are fetched as well */
export function useStageBooks(checked: ScoreBook, wanted: readonly ScoreStage[]): StageBooks {
  const { frame } = checked;
  const wantsFinal = wanted.includes('final');
  const wantsReviewed = wantsFinal || wanted.includes('reviewed');
  const self = useScoreBook(frame, 'self', wanted.includes('self') ? null : 'awaited');
  const reviewed = useScoreBook(frame, 'reviewed', wantsReviewed ? checked : 'awaited');
  const final = useScoreBook(frame, 'final', (wantsFinal ? reviewed : null) ?? 'awaited');
  return { self, checked, reviewed, final };
}
