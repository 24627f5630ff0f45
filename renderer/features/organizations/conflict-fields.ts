import type { Problem } from '#renderer/app/problem.ts';
import { type ConflictField, conflictFieldsOf } from '#renderer/ui/conflict.ts';

const fieldLabels: Readonly<Record<string, string>> = {
  name: '名称',
  shortName: '简称',
  parentUid: '上级',
  marks: '标记',
  firstDay: '开始日期',
  lastDay: '结束日期',
  document: '依据文件',
  note: '备注',
};

/** The fields that somebody else changed, under the names that the clerk knows; empty for another problem. */
export function organizationConflicts({ code, data }: Problem): ConflictField[] {
  const { fields } = data;
  if (code !== 'conflict' || !Array.isArray(fields)) return [];
  const labelled = fields.map((entry: { field?: unknown }) => ({
    ...entry,
    label: fieldLabels[String(entry.field)] ?? String(entry.field),
  }));
  return conflictFieldsOf({ fields: labelled });
}
