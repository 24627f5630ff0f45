import { cellName } from '#shared/workbook.ts';

/** Collects troubles up to a limit; what comes after is only counted, so that a bad file cannot flood the clerk. */
export interface WarningList {
  add(warning: string): void;
  /** As `add`, naming sheet and cell in front. */
  addForCell(sheet: string, row: number, column: number, warning: string): void;
  finish(): string[];
}

export function createWarningList(limit: number): WarningList {
  const warnings: string[] = [];
  let unlisted = 0;
  const add = (warning: string) => {
    if (warnings.length < limit) warnings.push(warning);
    else unlisted += 1;
  };
  return {
    add,
    addForCell: (sheet, row, column, warning) =>
      add(`工作表「${sheet}」的 ${cellName(row, column)} 单元格：${warning}`),
    finish: () =>
      unlisted === 0 ? warnings : [...warnings, `另有 ${unlisted} 处问题没有一一列出，请检查原文件。`],
  };
}
