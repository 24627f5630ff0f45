import { useMemo } from 'react';
import type { Judge } from '#shared/contract/assessment.ts';
import { client } from '#renderer/app/client.ts';
import { Waiting } from '#renderer/ui/waiting.tsx';
import type { ScoreBook } from '../book/score-book.ts';
import { ScoreConflictDialog } from '../book/score-conflict-dialog.tsx';
import { useBookVersion, useJudgeBook } from '../book/use-score-book.ts';
import { type SaveScores, useSaving } from '../book/use-saving.ts';
import { indexFrame } from '../frame-index.ts';
import { GridView } from '../period/grid-view.tsx';
import { frameOfJudge, marksText } from './judge-place.ts';

type JudgeGridProps = Omit<Parameters<typeof GridView>[0], 'book' | 'index' | 'saving'> & {
  judge: Judge;
  /** Checked scores of the group. */
  checked: ScoreBook;
};

const WHY_NOT = '不适用于该单位，不用评';

/** The grid with one judge's own scores. */
export function JudgeGrid({ judge, checked, ...rest }: JudgeGridProps) {
  useBookVersion(checked);
  const marks = marksText(checked);
  const frame = useMemo(() => frameOfJudge(checked.frame, judge, marks), [checked.frame, judge, marks]);
  const index = useMemo(() => indexFrame(frame, WHY_NOT), [frame]);
  const book = useJudgeBook(frame, judge);
  const saveScores = useMemo<SaveScores>(
    () => (scores, options) => client.judges.setScores({ ...scores, judgeUid: judge.uid }, options),
    [judge.uid],
  );
  const saving = useSaving(book, saveScores);
  if (book === null) return <Waiting />;
  const { conflict } = saving;
  return (
    <>
      <GridView book={book} index={index} saving={saving} {...rest} />
      {conflict !== null && (
        <ScoreConflictDialog conflicts={conflict.conflicts} index={index} onResolve={conflict.resolve} />
      )}
    </>
  );
}
