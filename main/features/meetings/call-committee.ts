import { rosterOn } from '#main/features/rosters/index.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { attendeesOf, type MeetingRow } from './queries.ts';

/**
 * Calls everybody who is on the committee's roster on the meeting's day and not called yet, in protocol order, once
 * each however many positions they hold.
 * @returns how many were added
 */
export function callCommittee(db: WriteStore, meeting: MeetingRow, committeeUid: string | null): number {
  if (committeeUid === null) return 0;
  const there = db.all(attendeesOf, { meetingId: meeting.id });
  const called = new Set(there.map(({ person_uid }) => person_uid));
  let position = Math.max(0, ...there.map((row) => row.position));
  let added = 0;
  for (const { personUid, name, unit, post, mobile, officePhone } of rosterOn(
    db,
    committeeUid,
    meeting.day,
  )) {
    if (called.has(personUid)) continue;
    called.add(personUid);
    position += 1;
    added += 1;
    db.insert('meeting_attendee', {
      meeting_id: meeting.id,
      position,
      person_uid: personUid,
      name,
      unit,
      post,
      phone: mobile === '' ? officePhone : mobile,
      role: 'member',
      reply: 'none',
      attendance: 'unknown',
    });
  }
  return added;
}
