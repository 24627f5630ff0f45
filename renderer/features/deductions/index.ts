/** What pages of other features show of deductions. */
export { CellDeductions } from './cell-deductions.tsx';
export { DeductionLinks } from './deduction-links.tsx';
export { DeductionList } from './deduction-list.tsx';
export { DeductionsOfTask } from './deductions-of-task.tsx';
export { ProposeButton } from './propose-button.tsx';
export { type DeductionsByCell, useDeductionsByCell, useDeductionsOfPeriod } from './use-deductions.ts';
