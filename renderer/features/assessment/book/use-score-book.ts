import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { GroupFrame, Judge, PackedScores, ScoreStage } from '#shared/contract/assessment.ts';
import { type SpelledScores, spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import { api, client } from '#renderer/app/client.ts';
import { type BookLayer, createScoreBook, type ScoreBook } from './score-book.ts';

/**
 * The book of a group and stage, kept up to date with what any window saves; null until its scores are there.
 * @param beneath the book of the stage whose scores show through; null for none, 'awaited' while it is not there yet
 */
export function useScoreBook(
  frame: GroupFrame,
  stage: ScoreStage,
  beneath: ScoreBook | null | 'awaited' = null,
): ScoreBook | null {
  const { data } = useScores(frame.uid, stage, beneath !== 'awaited');
  return useBook(frame, data, { stage, beneath });
}

/** One judge's own scores. @param frame without what he does not score */
export function useJudgeBook(frame: GroupFrame, judge: Judge): ScoreBook | null {
  const { data } = useJudgeScores(frame.uid, judge.uid);
  return useBook(frame, data, { stage: 'checked', beneath: null, judge });
}

function useBook(
  frame: GroupFrame,
  data: SpelledScores | undefined,
  { stage, beneath, judge = null }: Omit<BookLayer, 'beneath'> & { beneath: ScoreBook | null | 'awaited' },
): ScoreBook | null {
  const [book, setBook] = useState<ScoreBook | null>(null);
  const last = useRef<{ frame: GroupFrame; beneath: ScoreBook | null } | null>(null);
  useEffect(() => {
    if (data === undefined || beneath === 'awaited') return;
    // The scores of the objects that there were before a change of the frame.
    if (data.byObject.length !== frame.objects.length) return;
    if (book !== null && last.current?.frame === frame && last.current.beneath === beneath) {
      book.receive(data);
      return;
    }
    last.current = { frame, beneath };
    setBook(createScoreBook(frame, data, { stage, beneath, judge }));
  }, [beneath, book, data, frame, judge, stage]);
  useEffect(() => () => book?.close(), [book]);
  return book;
}

/** Asks only for what is not known yet: after one edit in one window that is one object, not 18 000 cells. */
export function useScores(groupUid: string, stage: ScoreStage, enabled = true) {
  const { queryKey } = api.assessment.scores.queryOptions({ input: { groupUid, stage } });
  const read = usePartialReading(queryKey, (known, options) =>
    client.assessment.scores({ groupUid, stage, ...known }, options),
  );
  return useQuery({ ...read, enabled, meta: { tables: ['score', 'assessment_object'] } });
}

function useJudgeScores(groupUid: string, judgeUid: string) {
  const { queryKey } = api.judges.scores.queryOptions({ input: { groupUid, judgeUid } });
  const read = usePartialReading(queryKey, (known, options) =>
    client.judges.scores({ groupUid, judgeUid, ...known }, options),
  );
  return useQuery({ ...read, meta: { tables: ['judge', 'judged_cell', 'assessment_object'] } });
}

type ReadScores = (known: { known?: string[] }, options: { signal: AbortSignal }) => Promise<PackedScores>;

function usePartialReading(queryKey: QueryKey, read: ReadScores) {
  const queryClient = useQueryClient();
  return {
    queryKey,
    structuralSharing: false as const,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<SpelledScores> => {
      const before = queryClient.getQueryData<SpelledScores>(queryKey);
      const answer = spelledScores(
        await read(before === undefined ? {} : { known: before.digests }, { signal }),
      );
      const byObject = answer.byObject.map((text, place) => text ?? before?.byObject[place] ?? null);
      return { ...answer, byObject };
    },
  };
}

/** Draws anew whenever something that can be seen in the book has changed. */
export function useBookVersion(book: ScoreBook): number {
  return useSyncExternalStore(book.subscribe, book.version);
}
