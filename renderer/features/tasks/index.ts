/** What pages of other features use of the tasks. */
export { DraftTable } from './draft-table.tsx';
export type { DraftTask } from './draft-tasks.ts';
export { NewTaskDue } from './new-task-due.tsx';
export { PasteField } from './paste-field.tsx';
export { OpenTask } from './open-task.tsx';
export { SettingsDialog } from './settings-dialog.tsx';
export { DueDay, unitNames } from './task-columns.tsx';
export { taskTables, useLightDays, useTaskSettings } from './use-tasks.ts';
