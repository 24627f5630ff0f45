import { paperDay } from '#shared/calendar/days.ts';
import type { SheetKind } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import { describeEntry } from '#shared/rules/scoring/describe-entry.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import type { ScoredIndicator, ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { IndicatorScore } from '#shared/rules/scoring/result.ts';
import type { Ground } from '../deductions.ts';
import type { ExportGroup } from './export-group.ts';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
};

/** Punctuation as it is printed: full-width beside Chinese, untouched inside figures such as 1,000 or 10:30. */
export function printed(text: string): string {
  return text.replaceAll(/(?<!\d)[,:]|[,:](?!\d)|[;()]/g, (mark) => FULL_WIDTH[mark] ?? mark);
}

/** The column 扣分理由: what the rules took, then the reason in the clerk's own words. */
export function reasonText(
  indicator: ScoredIndicator,
  entry: ScoreEntry | null,
  score: IndicatorScore,
  inBonusCategory: boolean,
): string {
  const reason = entry?.reason.trim() ?? '';
  const parts = [wordsFor(indicator, entry, score, inBonusCategory), reason];
  return parts.filter((part) => part !== '').join('；');
}

/** Names the findings and tasks behind a deduction that the reason does not name already. */
export function withGrounds(reason: string, grounds: readonly Ground[]): string {
  const unnamed = grounds.filter(({ title }) => !reason.includes(title));
  const named = unnamed.map(({ title, isFinding }) => `${isFinding ? '问题隐患' : '督办任务'}“${title}”`);
  return [reason, named.length === 0 ? '' : `依据：${named.join('、')}`]
    .filter((part) => part !== '')
    .join('；');
}

function wordsFor(
  indicator: ScoredIndicator,
  entry: ScoreEntry | null,
  score: IndicatorScore,
  inBonusCategory: boolean,
): string {
  if (score.status === 'notApplicable') {
    return indicator.notApplicable === 'fullMarks' && !inBonusCategory ? '不适用，按满分计' : '不适用';
  }
  return entry === null ? '未评' : printed(describeEntry(indicator, entry, inBonusCategory));
}

/** The document's own words, or the rules in words where it has none. */
export function ruleText({ ruleText: own, rules }: ScoredIndicator & { ruleText: string }): string {
  return own.trim() === '' ? printed(rules.map(describeRule).join('；')) : own;
}

/** 2026年7月1日至2026年9月30日 */
export function spanText(firstDay: string, lastDay: string): string {
  return firstDay === lastDay ? paperDay(firstDay) : `${paperDay(firstDay)}至${paperDay(lastDay)}`;
}

/** Above the table of a group, on the left: who reports it, and of how many. */
export function groupCaption(unit: string, { name, objects }: Pick<ExportGroup, 'name' | 'objects'>): string {
  return `填报单位：${unit}\u3000\u3000${name}（${objects.length}个）`;
}

/** The title of the workbook without what its sheets add to it. */
export function baseTitle({ title }: ExportOptions): string {
  return title.trim().replace(/(结果汇总表|汇总表|结果名单|评分表|结果)$/u, '');
}

export function sheetTitle(options: ExportOptions, kind: SheetKind): string {
  return `${baseTitle(options)}${sheetOf(options, kind).ending.trim()}`;
}

/** 责任人签名:        考核组长签名: */
export function signatureText(signatures: readonly string[]): string {
  const filled = signatures.map((name) => name.trim()).filter((name) => name !== '');
  return filled.map((name) => `${name}：`).join('\u3000'.repeat(12));
}
