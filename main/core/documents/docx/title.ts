import type { Paragraph } from 'docx';
import type { Paper } from '#shared/rules/papers/model.ts';
import { titleLines } from '#shared/rules/papers/title-lines.ts';
import { paragraph, space } from './paragraphs.ts';
import { text } from './runs.ts';
import { styleIds } from './styles.ts';

/** Each line of a title is a line of its own, as long words are kept together (cl. 7.3.1). */
export function titleParagraph(title: string, before: number): Paragraph[] {
  if (title === '') return [];
  return [paragraph(text(titleLines(title).join('\n')), { style: styleIds.title, before, keepNext: true })];
}

/** 主送机关, an empty line below the title, flush left with a colon (cl. 7.3.2). */
export function addresseeParagraphs(
  { title, addressee, addresseeInEndMatter }: Paper,
  line: number,
): Paragraph[] {
  const isShown = addressee !== '' && !addresseeInEndMatter;
  if (isShown) return [paragraph(text(`${addressee.replace(/[：:]$/, '')}：`), { before: line })];
  return title === '' ? [] : [space(line)];
}
