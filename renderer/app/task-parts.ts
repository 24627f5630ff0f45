import { lazy } from 'react';

/* Parts of 督办任务 that pages of other features show, where tasks come from their things. This file only hands on. */

/** A new task with all its fields, begun with what is proposed. */
export const TaskDialog = lazy(async () => ({
  default: (await import('../features/tasks/add-dialog.tsx')).AddDialog,
}));

/** Tasks with their lights, each a link to itself. */
export const TaskLinks = lazy(async () => ({
  default: (await import('../features/tasks/task-links.tsx')).TaskLinks,
}));
