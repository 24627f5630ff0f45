import type { CreditList, CreditListChoice } from '#shared/contract/credit.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import { continuedTables } from '#shared/rules/papers/continued-tables.ts';
import { formField, formLabel } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperBlock, PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import type { Asking } from './facts.ts';
import { creditListTitles, type ListedEnterprise, listedOn, measuresText } from './lists.ts';

/** Widths as shares of the whole. */
const columns: Readonly<Record<CreditList, number[]>> = {
  trusted: [10, 62, 26, 50, 28],
  discredited: [10, 54, 22, 28, 44, 30],
};
const NAME = '企业名称、统一社会信用代码';
const headings: Readonly<Record<CreditList, string[]>> = {
  trusted: ['序号', NAME, '区县', '守信事项', '日期'],
  discredited: ['序号', NAME, '区县', '等次', '失信事实', '公示期'],
};

/** A list for publication on A4 paper. */
export function creditListPaper(asking: Asking, { list, day }: CreditListChoice): Paper {
  const blank = blankPaper('form');
  const office = paperSettings(asking.db).printer;
  const onDay = { ...asking, today: day };
  const lines = listedOn(onDay, list);
  return {
    ...blank,
    head: { ...blank.head, issuers: office === '' ? [] : [office] },
    title: creditListTitles[list],
    body: [
      paragraph(`截至${paperDay(day)}，共 ${lines.length} 家。`),
      ...continuedTables(table(list, lines), `${creditListTitles[list]}(续)`),
      ...measuresText(onDay, list).map(paragraph),
    ],
    signature: null,
  };
}

function table(list: CreditList, lines: readonly ListedEnterprise[]): PaperTable {
  return {
    kind: 'table',
    caption: '',
    columns: columns[list],
    headRows: 1,
    rows: [
      headings[list].map((text) => ({ ...formLabel(text), bold: true })),
      ...lines.map((line, place) => rowOf(list, line, place)),
    ],
    landscape: false,
  };
}

function rowOf(list: CreditList, line: ListedEnterprise, place: number): PaperCell[] {
  const { name, code, countyName, level, reason, number, from, until } = line;
  const centred = (text: string) => formField(text, 1, 'center');
  const named = code === '' ? name : `${name}\n${code}`;
  const first = [centred(String(place + 1)), formField(named), centred(countyName)];
  if (list === 'trusted') return [...first, formField(reason), centred(from)];
  const decided = number === '' ? reason : `${reason}（${number}）`;
  return [...first, centred(creditLevelNames[level]), formField(decided), centred(`${from}\n至\n${until}`)];
}

function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', place: 'flush', runs: [{ text }] };
}
