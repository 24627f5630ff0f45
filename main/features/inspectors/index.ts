import type { inspectors as contract } from '#shared/contract/inspectors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { editHandlers } from './edit.ts';
import { importStaged } from './import/staged.ts';
import { leaveHandlers } from './leave.ts';
import { listHandlers } from './list.ts';
import { listSkills, setSkills } from './skills.ts';
import { takeOverHandlers } from './take-over.ts';
import { vehicleHandlers } from './vehicles.ts';

export { inspectorHandOver } from './hand-over.ts';

/** The pool of inspectors (督查人员) with their leave, and the vehicles. */
export const inspectors: Handlers<typeof contract> = {
  ...listHandlers,
  ...editHandlers,
  ...leaveHandlers,
  ...takeOverHandlers,
  ...vehicleHandlers,
  skills: (_input, { db }) => listSkills(db),
  setSkills,
  importStaged,
};
