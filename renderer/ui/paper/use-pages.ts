import { type RefObject, useEffect, useRef, useState } from 'react';
import type { LaidOutPapers, LayoutOptions } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { layOutPapers } from './layout/lay-out-papers.ts';

/** While somebody types, pages are made anew at the first pause. */
const PAUSE_MILLISECONDS = 150;

const nothingYet: LaidOutPapers = { papers: [], remarks: [] };

/** Keeps a container's pages as the papers are; all pages change at once, so that the reader's place stays. */
export function usePages(
  papers: readonly Paper[],
  { endMatterOnEvenPage = false }: LayoutOptions,
): { ref: RefObject<HTMLDivElement | null>; laidOut: LaidOutPapers } {
  const ref = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  const [laidOut, setLaidOut] = useState<LaidOutPapers>(nothingYet);
  useEffect(() => {
    const layOut = (): void => {
      if (ref.current !== null) setLaidOut(layOutPapers(ref.current, papers, { endMatterOnEvenPage }));
    };
    const timer = setTimeout(layOut, isFirst.current ? 0 : PAUSE_MILLISECONDS);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [papers, endMatterOnEvenPage]);
  return { ref, laidOut };
}
