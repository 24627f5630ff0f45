import type { AppliesTo } from '#shared/contract/schemes.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import type { SchemeSettings, ScoringRule } from '#shared/rules/scoring/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { appliesToNames } from '../model/names.ts';

const words: Readonly<Record<string, string>> = {
  zero: '扣完为止',
  negative: '可扣成负分',
  fullMarks: '给满分',
  rescale: '不计入，按比例折算',
};

/** A field's value in words, for choosing between two of them. */
export function conflictValueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '(空)';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${pointsText(value)} 分`;
  if (typeof value === 'string') {
    return field === 'appliesTo' ? appliesToNames[value as AppliesTo] : (words[value] ?? value);
  }
  // The core sends a field's value in the shape that the contract has for it.
  if (field === 'rules') return (value as ScoringRule[]).map(describeRule).join('；') || '(没有规则)';
  if (field === 'settings') return settingsText(value as SchemeSettings);
  return '有条件';
}

function settingsText({ grades, decimals, bonusCap }: SchemeSettings): string {
  const names = grades.map(({ name, atLeast }) =>
    atLeast === null ? name : `${name} ${pointsText(atLeast)}`,
  );
  return `${names.join('、')}；${decimals} 位小数；加分上限${bonusCap === null ? '没有' : pointsText(bonusCap)}`;
}
