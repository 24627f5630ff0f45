/** What pages of other features use of the tasks. */
export { DraftTable } from './draft-table.tsx';
export type { DraftTask } from './draft-tasks.ts';
export { OpenTask } from './open-task.tsx';
export { DueDay, unitNames } from './task-columns.tsx';
export { usePastedTable } from './use-pasted-table.ts';
export { dueSuggestions, taskTables, useDayReader, useLightDays } from './use-tasks.ts';
