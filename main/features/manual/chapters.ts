import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Chapter, parseChapter, type Section, sectionsOf } from '#shared/rules/manual/chapter.ts';

const contentsSchema = z.array(
  z.strictObject({
    title: z.string(),
    chapters: z.array(z.strictObject({ id: z.string(), pages: z.array(z.string()) })),
  }),
);

export interface ShippedChapter extends Chapter {
  sections: readonly Section[];
}
export interface ShippedPart {
  title: string;
  chapters: readonly ShippedChapter[];
}

const read = new Map<string, readonly ShippedPart[]>();

/** The manual in the order of resources/manual/contents.json; read once. */
export function shippedManual(resourcesFolder: string): readonly ShippedPart[] {
  const known = read.get(resourcesFolder);
  if (known !== undefined) return known;
  const folder = join(resourcesFolder, 'manual');
  const contents = contentsSchema.parse(JSON.parse(readFileSync(join(folder, 'contents.json'), 'utf8')));
  const parts = contents.map(({ title, chapters }) => ({
    title,
    chapters: chapters.map(({ id, pages }) => {
      const chapter = parseChapter(id, pages, readFileSync(join(folder, `${id}.md`), 'utf8'));
      return { ...chapter, sections: sectionsOf(chapter.text) };
    }),
  }));
  read.set(resourcesFolder, parts);
  return parts;
}
