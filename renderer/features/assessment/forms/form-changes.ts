import type { ExportForm } from '#shared/rules/assessment/export-form/model.ts';

/* What a clerk changed in a form, field by field. */

export const fieldLabels: Readonly<Record<keyof ExportForm, string>> = {
  title: '标题',
  unit: '填报单位',
  signatures: '签名栏',
  seal: '盖章处',
  fileName: '文件名',
  decimals: '小数位数',
  sheets: '表和栏目',
  page: '纸张和边距',
};

interface Patch {
  base: Partial<ExportForm>;
  set: Partial<ExportForm>;
}

export function formChanges(before: ExportForm, after: ExportForm): Patch {
  const names = (Object.keys(fieldLabels) as (keyof ExportForm)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (form: ExportForm): Partial<ExportForm> =>
    Object.fromEntries(names.map((name) => [name, form[name]]));
  return { base: pick(before), set: pick(after) };
}

export function isSameForm(one: ExportForm, other: ExportForm): boolean {
  return Object.keys(formChanges(one, other).set).length === 0;
}

/** A field's value where two windows changed it. */
export function fieldText(field: string, value: unknown): string {
  if (Array.isArray(value) && field === 'signatures') return value.join('、');
  if (field === 'seal') return value === true ? '留盖章处' : '不留盖章处';
  if (field === 'decimals') return typeof value === 'number' ? `${value} 位` : '按考核方案';
  return typeof value === 'string' ? value : '(改过的设置)';
}
