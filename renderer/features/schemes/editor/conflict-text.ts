import type { AppliesTo } from '#shared/contract/schemes.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import { judgesWayNames } from '#shared/rules/scoring/judges.ts';
import type { IndicatorCondition, SchemeSettings, ScoringRule } from '#shared/rules/scoring/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { appliesToNames, relationNames } from '../model/names.ts';
import { decimalsName, selfCountsName, tiesNames } from '../model/setting-names.ts';

const words: Readonly<Record<string, string>> = {
  zero: '扣完为止',
  negative: '可扣成负分',
  fullMarks: '给满分',
  rescale: '不计入，按比例折算',
};

type Fields = SchemeSettings & {
  appliesTo: AppliesTo;
  condition: IndicatorCondition;
  rules: ScoringRule[];
};

/**
 * A field's value in words, for choosing between two of them.
 * @param markName name of an organization mark by its key
 */
export function conflictValueText(field: string, value: unknown, markName: (mark: string) => string): string {
  const own: { [Name in keyof Fields]?: (value: Fields[Name]) => string } = {
    appliesTo: (name) => appliesToNames[name],
    condition: (condition) => conditionText(condition, markName),
    rules: rulesText,
    grades: gradesText,
    decimals: decimalsName,
    ties: (ties) => tiesNames[ties],
    bestGradeQuota: (quota) => (quota === null ? '不限' : `${quota}%`),
    bestGradeMost: (most) => (most === null ? '不限' : `${most} 个`),
    bonusCap: (cap) => (cap === null ? '不限' : `${pointsText(cap)} 分`),
    convertTo: (points) => (points === null ? '不折算' : `${pointsText(points)} 分`),
    selfCounts: selfCountsName,
    judges: (way) => judgesWayNames[way],
  };
  // The core sends a field's value in the shape that the contract has for it.
  const text = own[field as keyof Fields] as ((given: unknown) => string) | undefined;
  if (text !== undefined) return text(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${pointsText(value)} 分`;
  return typeof value === 'string' && value !== '' ? (words[value] ?? value) : '(空)';
}

function conditionText(condition: IndicatorCondition, markName: (mark: string) => string): string {
  return condition === null
    ? relationNames.all
    : `${relationNames[condition.relation]}：${markName(condition.mark)}`;
}

function rulesText(rules: ScoringRule[]): string {
  const lines = rules.map((rule) =>
    rule.text === '' ? describeRule(rule) : `${describeRule(rule)}(原文：${rule.text})`,
  );
  return lines.join('；') || '(没有规则)';
}

function gradesText(grades: SchemeSettings['grades']): string {
  return grades
    .map(({ name, atLeast }) => (atLeast === null ? name : `${name} ${pointsText(atLeast)}`))
    .join('、');
}
