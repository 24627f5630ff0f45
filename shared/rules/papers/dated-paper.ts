import { paperDay } from '../../calendar/days.ts';
import type { Paper } from './model.ts';

/** The paper with the number and the day that its signing gives it (成文日期, cl. 7.3.5.4). */
export function signedPaper(paper: Paper, number: string, day: string): Paper {
  const { head, signature } = paper;
  const issueLine = head.issueLine && { ...head.issueLine, right: paperDay(day) };
  return {
    ...paper,
    head: { ...head, number, issueLine },
    signature: signature && { ...signature, day },
  };
}

/** The paper as it is issued: with the day of printing in its end matter, where it has one (cl. 7.4.3; letters have none). */
export function issuedPaper(paper: Paper, day: string): Paper {
  const { endMatter, layout } = paper;
  if (endMatter === null || layout === 'letter') return paper;
  return { ...paper, endMatter: { ...endMatter, printedOn: day } };
}

/** What a copy begins with: the same text without number and days. */
export function unsignedPaper(paper: Paper): Paper {
  const { head, signature, endMatter } = paper;
  return {
    ...paper,
    head: {
      ...head,
      number: '',
      issueLine: head.issueLine && { ...head.issueLine, right: '' },
    },
    signature: signature && { ...signature, day: '' },
    endMatter: endMatter && { ...endMatter, printedOn: '' },
  };
}
