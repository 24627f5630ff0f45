import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Chapter } from '../rules/manual/chapter.ts';
import { read } from './operation.ts';

export interface ManualEntry {
  id: string;
  title: string;
  /** Path patterns of the pages that it is about. */
  pages: string[];
  /** Of its sections, in their order. */
  headings: string[];
}

export interface ManualPart {
  title: string;
  chapters: ManualEntry[];
}

export interface ManualHit {
  chapterId: string;
  /** Of the chapter. */
  title: string;
  /** Of the section; empty for the beginning of the chapter. */
  heading: string;
  /** The words around what was found, or the beginning of the section. */
  excerpt: string;
}

/** The manual (使用手册) that comes with the program. It tells nothing of an office, and is wanted before signing in too. */
export const manual = {
  contents: read('使用手册目录', 'open').output(type<ManualPart[]>()),
  chapter: read('查看使用手册', 'open')
    .input(z.object({ id: z.string().max(60) }))
    .output(type<Chapter>()),
  /** By words of the text, by pinyin initials of titles and headings; several words must all be there. */
  find: read('在使用手册里查找', 'open')
    .input(z.object({ text: z.string().trim().max(50), limit: z.int().min(1).max(50) }))
    .output(type<ManualHit[]>()),
};
