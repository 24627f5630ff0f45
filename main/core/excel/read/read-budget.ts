import type { ReadLimits } from './limits.ts';
import { WorkbookError } from './workbook-error.ts';

/** Counts what all sheets of a workbook hold together and refuses the file once it is too much. */
export interface ReadBudget {
  takeRow(): void;
  takeCell(characters: number): void;
  takeMerge(): void;
}

export function createReadBudget(limits: ReadLimits): ReadBudget {
  let rows = 0;
  let cells = 0;
  let merges = 0;
  let characters = 0;
  return {
    takeRow: () => {
      rows += 1;
      if (rows > limits.rows) throw tooMany(limits.rows, '行');
    },
    takeCell: (text) => {
      cells += 1;
      characters += text;
      if (cells > limits.cells) throw tooMany(limits.cells, '个单元格');
      if (characters > limits.totalCharacters) throw tooMany(limits.totalCharacters, '个字');
    },
    takeMerge: () => {
      merges += 1;
      if (merges > limits.merges) throw tooMany(limits.merges, '处合并单元格');
    },
  };
}

function tooMany(limit: number, what: string): WorkbookError {
  return new WorkbookError('too-large', `文件里的内容超过了 ${limit} ${what}的上限`);
}
