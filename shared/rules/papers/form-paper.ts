import { blankPaper } from './blank-paper.ts';
import type { Paper, PaperCell, PaperTable } from './model.ts';

/*
 * Forms around a paper (发文稿纸, 收文处理单): one ruled table under the office's name, filled in as far as things have
 * gone, to be gone on with by hand. No standard says how; the layout is the usual one.
 */

/** Millimetres of a row with one line. */
const LINE_ROW = 9;

/** The name of a field. */
export function formLabel(text: string, across = 1): PaperCell {
  return { text, align: 'center', across, down: 1 };
}

/** A field with one line or a few. */
export function formField(text: string, across = 1, align: PaperCell['align'] = 'left'): PaperCell {
  return { text, align, across, down: 1, height: LINE_ROW };
}

/** A field behind its name. */
export function formPair(name: string, ...field: Parameters<typeof formField>): PaperCell[] {
  return [formLabel(name), formField(...field)];
}

/** A field with room to write in, `height` millimetres at least. */
export function formRoom(text: string, across: number, height: number): PaperCell {
  return { text, align: 'left', across, down: 1, height, top: true };
}

/** @param columns widths as shares of the whole */
export function formPaper(
  office: string,
  title: string,
  columns: PaperTable['columns'],
  rows: PaperTable['rows'],
): Paper {
  const blank = blankPaper('form');
  return {
    ...blank,
    head: { ...blank.head, issuers: office === '' ? [] : [office] },
    title,
    body: [{ kind: 'table', caption: '', columns, headRows: 0, rows, landscape: false }],
    signature: null,
  };
}

/** An opinion as forms have it: the words, and below them by whom and when. */
export function signedWords(words: string, person: string, day: string): string {
  const signed = [person, day].filter((part) => part !== '').join('　');
  return [words, signed].filter((part) => part !== '').join('\n');
}
