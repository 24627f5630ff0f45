import type { manual as contract } from '#shared/contract/manual.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { shippedManual } from './chapters.ts';
import { findInManual } from './find.ts';

export const manual: Handlers<typeof contract> = {
  contents(_input, { resourcesFolder }) {
    return shippedManual(resourcesFolder).map((part) => ({
      title: part.title,
      chapters: part.chapters.map(({ id, title, pages, sections }) => ({
        id,
        title,
        pages,
        headings: sections.map(({ heading }) => heading).filter((heading) => heading !== ''),
      })),
    }));
  },

  chapter({ id }, { resourcesFolder }) {
    const chapter = chaptersOf(resourcesFolder).find((each) => each.id === id);
    if (chapter === undefined) throw new AppError('notFound', { what: '手册的这一章' });
    const { title, pages, text } = chapter;
    return { id, title, pages, text };
  },

  find({ text, limit }, { resourcesFolder }) {
    return findInManual(chaptersOf(resourcesFolder), text, limit);
  },
};

function chaptersOf(resourcesFolder: string) {
  return shippedManual(resourcesFolder).flatMap(({ chapters }) => chapters);
}
