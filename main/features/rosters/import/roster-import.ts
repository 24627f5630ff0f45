import type { RosterImportPlace } from '#shared/contract/rosters.ts';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';
import { linesAsTable } from '#shared/rules/rosters/read-lines.ts';
import { type RosterMeaning, rosterTableColumns } from '#shared/rules/rosters/table-columns.ts';
import type { WorkingEntry } from '#shared/rules/rosters/working-copy.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { ListImport } from '#main/core/table-import/list-import.ts';
import { appointmentOpener } from '../appointments.ts';
import { makeRoster } from '../change/apply-plan.ts';
import { committeeFor, requireCommittee, toCommittee } from '../committees.ts';
import { takeOverPhones } from '../people.ts';
import { listPositions } from '../positions.ts';
import { appointmentByUid, committeeOfOrganization, organizationByUid } from '../queries.ts';
import { unitColumns } from '../units.ts';
import { isSameUnit } from './changes.ts';
import { type InterpretedRow, type Interpretation, interpret, positionWords } from './interpret.ts';

/** Of one committee: added to those who sit there, or in their place. */
export const rosterImport: ListImport<RosterMeaning, RosterImportPlace, Interpretation> = {
  key: 'rosters',
  what: '名单',
  unit: '人',
  columns: () => rosterTableColumns,
  takeApart: (db, rows) => linesAsTable(rows, positionWords(listPositions(db))),
  understand: interpret,
  write({ rows: taken, place }, { db, today }) {
    const { organizationUid, from, document, mode } = place;
    const committee = requireCommittee(db, committeeFor(db, organizationUid), from ?? today);
    const rows = [...taken];
    if (mode === 'replace' && from !== null) {
      const entries = rows.map(({ entry }) => entry);
      makeRoster(db, entries, { committeeId: committee.id, day: from, document });
    } else {
      addRows(db, rows, { committeeId: committee.id, place });
    }
    for (const { entry } of rows) takeOverPhones(db, entry.person);
  },
  about(db, { organizationUid, from }, today) {
    const organization = db.get(organizationByUid, { uid: organizationUid });
    const committee = organization && db.get(committeeOfOrganization, { organizationId: organization.id });
    if (committee === undefined) return '';
    return `${toCommittee(requireCommittee(db, committee.uid, from ?? today)).name}：`;
  },
};

/** Whoever sits there already stays, as the row says it now; a row may have days of its own. */
function addRows(
  db: WriteStore,
  rows: readonly InterpretedRow[],
  { committeeId, place }: { committeeId: number; place: RosterImportPlace },
): void {
  const open = appointmentOpener(db);
  for (const { entry, firstDay, lastDay, document, action } of rows) {
    if (action === 'change') correct(db, entry);
    if (action !== 'add') continue;
    open(entry, {
      committeeId,
      firstDay: firstDay ?? place.from ?? BEFORE_RECORDS,
      lastDay,
      document: document === '' ? place.document : document,
      order: null,
    });
  }
}

function correct(db: WriteStore, entry: WorkingEntry): void {
  const row = db.get(appointmentByUid, { uid: entry.appointmentUid ?? '' });
  if (row === undefined) return;
  const place = { ...unitColumns(db, entry), post: entry.post };
  const standing = entry.substitute ? { substitute: 1 } : { substitute: 0, substitute_for_id: null };
  db.update('appointment', row.id, { ...place, ...standing, note: entry.note });
  // Where they are now may be another place than that of this appointment.
  if (!isSameUnit(entry, row) || entry.post !== row.post) db.update('person', row.person_id, place);
}
