import type { Problem } from '#renderer/app/problem.ts';
import { type ConflictField, conflictFieldsOf } from '#renderer/ui/conflict.ts';

const labels: Readonly<Record<string, string>> = {
  layout: '格式',
  head: '版头',
  title: '标题',
  addressee: '主送机关',
  addresseeInEndMatter: '主送移到版记',
  body: '正文',
  attachments: '附件',
  attendance: '出席、请假、列席',
  signature: '落款',
  note: '附注',
  endMatter: '版记',
  slip: '回执',
  seriesUid: '文号系列',
  copies: '份数',
  scope: '印发范围',
};

/** The parts that somebody else changed meanwhile, with their names. */
export function paperConflicts({ code, data }: Problem): ConflictField[] {
  if (code !== 'conflict' || !Array.isArray(data['fields'])) return [];
  const fields: unknown[] = data['fields'];
  const labelled = fields.map((field) =>
    typeof field === 'object' && field !== null && 'field' in field
      ? { ...field, label: labels[String(field.field)] ?? '其他内容' }
      : field,
  );
  return conflictFieldsOf({ fields: labelled });
}

const SHOWN = 160;

/** The words of a part, without its form. */
export function formatConflict(_field: ConflictField, value: unknown): string {
  const words = wordsOf(value).join(' ').trim();
  if (words === '') return '（空）';
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    ['kind', 'place', 'level', 'align', 'across', 'down', 'columns', 'headRows'].includes(name)
      ? []
      : wordsOf(part),
  );
}
