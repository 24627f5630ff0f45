import type { Attendance, Attendee, Reply } from '../../contract/meetings.ts';

/** What the sign-in makes of a reply where nothing else was marked; null: it stays open. */
export function attendanceByReply(reply: Reply): Attendance | null {
  switch (reply) {
    case 'coming':
      return 'present';
    case 'substitute':
      return 'substituted';
    case 'leave':
      return 'excused';
    case 'none':
      return null;
  }
}

/** The lists below minutes (GB/T 9704-2012 cl. 10.3): who came, who was excused, who sat in. */
export interface AttendanceLists {
  present: string;
  excused: string;
  observers: string;
}

type Listed = Pick<Attendee, 'name' | 'unit' | 'post' | 'role' | 'attendance' | 'substituteName'>;

/** Unit and name of each, of who has no unit post and name, in protocol order; a substitute stands under the own name with 代. */
export function attendanceLists(attendees: readonly Listed[]): AttendanceLists {
  const came = (each: Listed) => each.attendance === 'present' || each.attendance === 'substituted';
  const list = (chosen: readonly Listed[]) => chosen.map(entryOf).join('，');
  return {
    present: list(attendees.filter((each) => each.role === 'member' && came(each))),
    excused: list(attendees.filter((each) => each.role === 'member' && each.attendance === 'excused')),
    observers: list(attendees.filter((each) => each.role === 'observer' && came(each))),
  };
}

function entryOf({ name, unit, post, attendance, substituteName }: Listed): string {
  const person = attendance === 'substituted' ? `${substituteName}(代${name})` : name;
  const place = unit === '' ? post : unit;
  return place === '' ? person : `${place} ${person}`;
}
