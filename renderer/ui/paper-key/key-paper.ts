import { localDay, paperDay } from '#shared/calendar/days.ts';
import { formField, formPair, formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';

const COLUMNS = [26, 130];
const GROUPS_IN_LINE = 7;

/** @param use what the key is for and how it is entered, in words */
export function keyPaper(
  office: string,
  code: string,
  { title, use }: { title: string; use: string },
): Paper {
  const groups = code.split('-');
  const lines = [groups.slice(0, GROUPS_IN_LINE), groups.slice(GROUPS_IN_LINE)];
  return formPaper(office, title, COLUMNS, [
    ...lines.map((line, index) => formPair(`第 ${index + 1} 行`, line.join('  '), 1)),
    formPair('生成日期', paperDay(localDay(Date.now())), 1),
    [formField(use, 2)],
    formPair('保管人', '', 1),
  ]);
}
