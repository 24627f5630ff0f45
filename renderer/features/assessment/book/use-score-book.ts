import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { GroupFrame, ScoreStage } from '#shared/contract/assessment.ts';
import { type SpelledScores, spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import { api, client } from '#renderer/app/client.ts';
import { createScoreBook, type ScoreBook } from './score-book.ts';

/** The book of a group and stage, kept up to date with what any window saves; null until its scores are there. */
export function useScoreBook(frame: GroupFrame, stage: ScoreStage): ScoreBook | null {
  const { data } = useScores(frame.uid, stage);
  const [book, setBook] = useState<ScoreBook | null>(null);
  const last = useRef<GroupFrame | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    if (book !== null && last.current === frame) {
      book.receive(data);
      return;
    }
    last.current = frame;
    setBook(createScoreBook(frame, data));
  }, [book, data, frame]);
  return book;
}

/** Asks only for what is not known yet: after one edit in one window that is one object, not 18 000 cells. */
export function useScores(groupUid: string, stage: ScoreStage) {
  const queryClient = useQueryClient();
  const { queryKey } = api.assessment.scores.queryOptions({ input: { groupUid, stage } });
  return useQuery({
    queryKey,
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
