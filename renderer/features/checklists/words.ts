import type { ItemFields } from '#shared/rules/checklists/model.ts';
import { shortSeverityNames } from '#shared/rules/findings/model.ts';

export const itemLabels: Readonly<Record<keyof ItemFields, string>> = {
  kind: '类型',
  text: '内容',
  article: '条款',
  demand: '整改要求',
  dueDays: '整改期限(天)',
  severity: '不符合时是',
  element: '判定要素',
};

/** 当场, 15 天; nothing of a section. */
export function daysText({ dueDays }: Pick<ItemFields, 'dueDays'>): string {
  if (dueDays === null) return '';
  return dueDays === 0 ? '当场' : `${dueDays} 天`;
}

export function severityText({ kind, severity }: Pick<ItemFields, 'kind' | 'severity'>): string {
  return kind === 'section' ? '' : shortSeverityNames[severity];
}
