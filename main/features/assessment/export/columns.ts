import type { ExportOptions } from '#shared/contract/export-options.ts';

/** Columns of the workbook by their usual names; each may be called otherwise in an export. */
export const columnNames = [
  '序号',
  '考评内容',
  '分值',
  '评分标准',
  '考评方式',
  '自评分',
  '考评分',
  '扣分理由',
  '名次',
  '单位',
  '加分',
  '总分',
  '折算分',
  '等次',
  '备注',
] as const;
export type ColumnName = (typeof columnNames)[number];

export function columnTitle(options: ExportOptions, column: ColumnName): string {
  return options.columnNames[column] ?? column;
}
