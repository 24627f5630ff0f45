import { useQuery } from '@tanstack/react-query';
import type { ManualPart } from '#shared/contract/manual.ts';
import { api } from '#renderer/app/client.ts';

/** It comes with the program: what was read once stays true. */
const forEver = { staleTime: Number.POSITIVE_INFINITY } as const;

export function useContents() {
  return useQuery(api.manual.contents.queryOptions(forEver));
}

export function chapterQuery(id: string) {
  return api.manual.chapter.queryOptions({ input: { id }, ...forEver });
}

/** The chapter about a page of the program; the first one for a page that has none. */
export function chapterAbout(parts: readonly ManualPart[], pagePath: string | null): string {
  const chapters = parts.flatMap((part) => part.chapters);
  const chapter = chapters.find(({ pages }) => pagePath !== null && pages.includes(pagePath));
  return (chapter ?? chapters[0])?.id ?? '';
}
