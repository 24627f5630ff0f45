import type { organizations as contract } from '#shared/contract/organizations.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { organizationImport } from './import/organization-import.ts';
import { addOrganizations } from './add.ts';
import { close, remove } from './close.ts';
import { detailOf } from './detail.ts';
import { change, correct, removeState } from './edit.ts';
import { type HandOver, listOpenItems } from './hand-over.ts';
import { addMark, listMarks, removeMark, renameMark, setMarks } from './marks.ts';
import { move } from './move.ts';
import { treeOf } from './on-day.ts';
import { merge, split } from './succession.ts';
import { addVillages } from './villages.ts';

export { nearestStateSql } from './nearest-state.ts';
export { unitFinder } from './find-unit.ts';
export { listMarks } from './marks.ts';
export { requireOrganization } from './states.ts';
export { organizationsOfLevel, organizationsOn, type OrganizationOnDay } from './on-day.ts';

export type { HandOver } from './hand-over.ts';

/**
 * The tree of city, counties, townships and villages, and the member units, with their names over time.
 * @param handOvers what other features keep for an organization and pass on when it is merged or split
 */
export const organizationsWith = (handOvers: readonly HandOver[]): Handlers<typeof contract> => ({
  tree: ({ day }, { db, today }) => treeOf(db, day ?? today),
  get: ({ uid }, { db, today }) => detailOf(db, uid, today),
  add: addOrganizations,
  correct,
  removeState,
  change,
  setMarks,
  move,
  close,
  remove,
  openItems: ({ uids, day }, { db }) => listOpenItems(handOvers, db, uids, day),
  merge: (input, context) => merge(handOvers, input, context),
  split: (input, context) => split(handOvers, input, context),
  marks: (_input, { db }) => listMarks(db),
  addMark,
  renameMark,
  removeMark,
  addVillages,
  importTable: importList(organizationImport),
});
