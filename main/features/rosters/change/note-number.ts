import type { WriteContext } from '#main/core/handlers.ts';
import { papersOfSubject } from '#main/features/papers/index.ts';
import { entriesOfDay } from '../queries.ts';
import { changeByUid } from './queries.ts';

/** The issued notice is the document that the change and its appointments rest on, where none was named before. */
export function noteNumber({ db }: WriteContext, changeUid: string): void {
  const change = db.get(changeByUid, { uid: changeUid });
  const notice = papersOfSubject(db, 'rosterChange', changeUid).findLast(({ status }) => status === 'issued');
  if (change === undefined || change.document !== '' || notice === undefined) return;
  const document = notice.number;
  db.update('roster_change', change.id, { document });
  if (change.status !== 'done') return;
  const { committee_id: committeeId, day } = change;
  const opened = db
    .all(entriesOfDay, { committeeId, day })
    .filter((entry) => entry.first_day === day && entry.document === '');
  for (const { id } of opened) db.update('appointment', id, { document });
}
