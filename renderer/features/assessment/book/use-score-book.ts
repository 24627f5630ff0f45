import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { GroupFrame, ScoreStage } from '#shared/contract/assessment.ts';
import { api } from '#renderer/app/client.ts';
import { createScoreBook, type ScoreBook } from './score-book.ts';

/** The book of a group and stage, kept up to date with what any window saves; null until its scores are there. */
export function useScoreBook(frame: GroupFrame, stage: ScoreStage): ScoreBook | null {
  const { data } = useQuery(
    api.assessment.scores.queryOptions({
      input: { groupUid: frame.uid, stage },
      meta: { tables: ['score', 'assessment_object'] },
    }),
  );
  const [book, setBook] = useState<ScoreBook | null>(null);
  const last = useRef<GroupFrame | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    if (book !== null && last.current === frame) {
      book.receive(data.byObject);
      return;
    }
    last.current = frame;
    setBook(createScoreBook(frame, data.byObject));
  }, [book, data, frame]);
  return book;
}

/** Draws anew whenever something that can be seen in the book has changed. */
export function useBookVersion(book: ScoreBook): number {
  return useSyncExternalStore(book.subscribe, book.version);
}
