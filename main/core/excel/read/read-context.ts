import type { ReadLimits } from './limits.ts';
import { createNumberReader, type NumberReader } from './number-values.ts';
import { createReadBudget, type ReadBudget } from './read-budget.ts';
import { createWarningList, type WarningList } from './warnings.ts';

/** What the sheets of one workbook share while it is read. */
export interface ReadContext {
  limits: ReadLimits;
  budget: ReadBudget;
  warnings: WarningList;
  readNumber: NumberReader;
}

export function createReadContext(limits: ReadLimits, is1904: boolean): ReadContext {
  return {
    limits,
    budget: createReadBudget(limits),
    warnings: createWarningList(limits.warnings),
    readNumber: createNumberReader(is1904),
  };
}
