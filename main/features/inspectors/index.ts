import type {
  inspectionVehicles as vehicleContract,
  Inspector,
  inspectors as contract,
} from '#shared/contract/inspectors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { editHandlers } from './edit.ts';
import { inspectorImport } from './import/inspector-import.ts';
import { vehicleImport } from './import/vehicle-import.ts';
import { leaveHandlers } from './leave.ts';
import { listHandlers, listOf } from './list.ts';
import { listSkills, setSkills } from './skills.ts';
import { takeOverHandlers } from './take-over.ts';
import { vehicleHandlers } from './vehicles.ts';

export { inspectorHandOver } from './hand-over.ts';
export { listSkills as skillsOf } from './skills.ts';
export { listVehicles as vehiclesOf } from './vehicles.ts';

/** Everybody who is or was in the pool, by unit. */
export function poolOf(db: ReadStore, today: string): Inspector[] {
  return listOf(db, { view: 'all', role: null, skillUid: null, unit: null, awayOn: null, text: '' }, today)
    .rows;
}

/** The pool of inspectors (督查人员) with their leave, and the vehicles. */
export const inspectors: Handlers<typeof contract> = {
  ...listHandlers,
  ...editHandlers,
  ...leaveHandlers,
  ...takeOverHandlers,
  ...vehicleHandlers,
  skills: (_input, { db }) => listSkills(db),
  setSkills,
  importTable: importList(inspectorImport),
};

/** The vehicles of inspections, in a table of their own. */
export const inspectionVehicles: Handlers<typeof vehicleContract> = {
  importTable: importList(vehicleImport),
};
