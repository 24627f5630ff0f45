import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { GroupFrame, ScoreStage } from '#shared/contract/assessment.ts';
import { type SpelledScores, spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import { api, client } from '#renderer/app/client.ts';
import { createScoreBook, type ScoreBook } from './score-book.ts';

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
  const [book, setBook] = useState<ScoreBook | null>(null);
  const last = useRef<{ frame: GroupFrame; beneath: ScoreBook | null } | null>(null);
  useEffect(() => {
    if (data === undefined || beneath === 'awaited') return;
    if (book !== null && last.current?.frame === frame && last.current.beneath === beneath) {
      book.receive(data);
      return;
    }
    last.current = { frame, beneath };
    setBook(createScoreBook(frame, data, { stage, beneath }));
  }, [beneath, book, data, frame, stage]);
  useEffect(() => () => book?.close(), [book]);
  return book;
}

/** Asks only for what is not known yet: after one edit in one window that is one object, not 18 000 cells. */
export function useScores(groupUid: string, stage: ScoreStage, enabled = true) {
  const queryClient = useQueryClient();
  const { queryKey } = api.assessment.scores.queryOptions({ input: { groupUid, stage } });
  return useQuery({
    queryKey,
    enabled,
    meta: { tables: ['score', 'assessment_object'] },
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<SpelledScores> => {
      const before = queryClient.getQueryData<SpelledScores>(queryKey);
      const known = before === undefined ? {} : { known: before.digests };
      const answer = spelledScores(await client.assessment.scores({ groupUid, stage, ...known }, { signal }));
      const byObject = answer.byObject.map((text, place) => text ?? before?.byObject[place] ?? null);
      return { ...answer, byObject };
    },
  });
}

/** Draws anew whenever something that can be seen in the book has changed. */
export function useBookVersion(book: ScoreBook): number {
  return useSyncExternalStore(book.subscribe, book.version);
}
