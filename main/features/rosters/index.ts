import type { rosters as contract } from '#shared/contract/rosters.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { onPapersOf } from '#main/features/papers/index.ts';
import {
  addAppointments,
  endAppointments,
  moveAppointment,
  removeAppointments,
  updateAppointment,
} from './appointments.ts';
import { attentionOf } from './attention.ts';
import {
  carryOut,
  changeDetail,
  listChanges,
  removeChange,
  startChange,
  updateChange,
} from './change/changes.ts';
import { makeNotice } from './change/make-notice.ts';
import { noteNumber } from './change/note-number.ts';
import { addCommittees, listCommittees, removeCommittee, updateCommittee } from './committees.ts';
import { rosterImport } from './import/roster-import.ts';
import { findPeople } from './find-people.ts';
import { mergePeople, personDetail, updatePerson } from './people.ts';
import { listPositions, setPositions } from './positions.ts';
import { compareDays, rosterOf } from './roster.ts';
import { rosterSettings, updateSettings } from './settings.ts';

export { rosterDates } from './dates.ts';
export { findPeople } from './find-people.ts';
export { unitIndexFor } from './import/known-units.ts';
export { personDetail as personOfRosters } from './people.ts';
export { committees, rosterOn, type RosterMember } from './roster-on.ts';

onPapersOf('rosterChange', { issued: noteNumber });

/** Who sits on which committee, on any day. */
export const rosters: Handlers<typeof contract> = {
  committees: ({ day }, { db, today }) => listCommittees(db, day ?? today),
  roster: ({ committeeUid, day }, { db, today }) => rosterOf(db, committeeUid, day ?? today),
  compare: (input, { db }) => compareDays(db, input),
  positions: (_input, { db }) => listPositions(db),
  findPeople: (input, { db, today }) => findPeople(db, input, today),
  person: ({ uid }, { db, today }) => personDetail(db, uid, today),
  attention: (_input, { db, today }) => attentionOf(db, today),
  settings: (_input, { db }) => rosterSettings(db),
  updateSettings,
  changes: ({ committeeUid }, { db, today }) => listChanges(db, committeeUid, today),
  change: ({ uid }, { db }) => changeDetail(db, uid),
  addCommittees,
  updateCommittee,
  removeCommittee,
  setPositions,
  addAppointments,
  updateAppointment,
  moveAppointment,
  endAppointments,
  removeAppointments,
  updatePerson,
  mergePeople,
  startChange,
  updateChange,
  removeChange,
  carryOut,
  makeNotice,
  importTable: importList(rosterImport),
};
