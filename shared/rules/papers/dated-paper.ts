import { paperDay } from '../../calendar/days.ts';
import type { Paper } from './model.ts';
import { fillPlaces } from './places.ts';

/** A place that the signing itself fills, as on a reply slip: 收到文号. */
export const NUMBER_PLACE = '文号';

/** The paper with the number and the day that its signing gives it (成文日期, cl. 7.3.5.4). */
export function signedPaper(paper: Paper, number: string, day: string): Paper {
  const { head, signature } = paper;
  const issueLine = head.issueLine && { ...head.issueLine, right: paperDay(day) };
  return {
    ...fillPlaces(paper, { [NUMBER_PLACE]: number }),
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
  const { head, signature, endMatter, slip } = paper;
  const opened = (value: string) =>
    head.number !== '' && value === head.number ? `{${NUMBER_PLACE}}` : value;
  return {
    ...paper,
    slip: slip && { ...slip, rows: slip.rows.map(({ label, value }) => ({ label, value: opened(value) })) },
    head: {
      ...head,
      number: '',
      issueLine: head.issueLine && { ...head.issueLine, right: '' },
    },
    signature: signature && { ...signature, day: '' },
    endMatter: endMatter && { ...endMatter, printedOn: '' },
  };
}
