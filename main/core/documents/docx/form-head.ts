import type { Paragraph } from 'docx';
import type { Paper } from '#shared/rules/papers/model.ts';
import { cornerLines } from './head.ts';
import { paragraph } from './paragraphs.ts';
import { text } from './runs.ts';
import { titleParagraph } from './title.ts';

/** A form has no red mark: the office's name stands over the title. */
export function formHead(head: Paper['head']): Paragraph[] {
  return [...cornerLines(head), ...titleParagraph(`${head.issuers.join('、')}${head.markSuffix}`, 0)];
}

/** The number stands under the title. */
export function formNumber({ number }: Paper['head']): Paragraph[] {
  return number === '' ? [] : [paragraph(text(number), { align: 'right' })];
}
