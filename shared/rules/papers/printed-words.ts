import type { CosignAnswer } from '../../contract/papers.ts';
import type { Paper } from './model.ts';

/** What a unit that was asked to co-sign (会签) said. */
export const cosignWords: Readonly<Record<CosignAnswer, string>> = {
  agreed: '同意',
  changes: '有修改意见',
  refused: '不同意',
};

/** 2026-11-05 → 2026年11月5日 (cl. 7.3.5.4: no zero in front); empty stays empty. */
export function printedDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return day === '' ? '' : `${year}年${Number(month)}月${Number(date)}日`;
}

/** 附件 or, of several, 附件2: what stands on the first line of an attachment (cl. 7.3.7). */
export function attachmentLabel(index: number, count: number): string {
  return count > 1 ? `附件${index + 1}` : '附件';
}

/**
 * Number and title of each attachment as the list below the body gives them (cl. 7.3.4); the word 附件： stands in
 * front of the first line only.
 */
export function attachmentLines(attachments: Paper['attachments']): { number: string; title: string }[] {
  return attachments.map(({ title }, index) => ({
    number: attachments.length > 1 ? `${index + 1}. ` : '',
    title,
  }));
}
