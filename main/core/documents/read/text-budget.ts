import { WorkbookError } from '../../excel/read/workbook-error.ts';
import { textLimits } from './text-limits.ts';

/** Counts what a text holds and refuses it once it is too much. */
export interface TextBudget {
  takeCharacters(count: number): void;
  takeBlock(): void;
  takeCells(count: number): void;
}

export function createTextBudget(): TextBudget {
  const counts = { characters: 0, blocks: 0, cells: 0 };
  const take = (what: keyof typeof counts, count: number, unit: string) => {
    counts[what] += count;
    if (counts[what] > textLimits[what]) {
      throw new WorkbookError('too-large', `文档里的内容超过了 ${textLimits[what]} ${unit}的上限`);
    }
  };
  return {
    takeCharacters: (count) => take('characters', count, '个字'),
    takeBlock: () => take('blocks', 1, '段'),
    takeCells: (count) => take('cells', count, '个单元格'),
  };
}
