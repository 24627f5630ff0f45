import type { AttendeeRole } from '#shared/contract/meetings.ts';
import {
  type AttendeeMeaning,
  attendeeRoleOf,
  attendeeTableColumns,
} from '#shared/rules/meetings/attendee-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { type AttendeeRow, attendeesOf } from './queries.ts';
import { requireLiveMeeting } from './require.ts';

type Fields = Record<'name' | 'unit' | 'post' | 'phone', string> & { role: AttendeeRole | null };

interface ReadAttendees extends Understood {
  meetingUid: string;
  rows: readonly RecordRow<Fields>[];
}

const roleNames: Readonly<Record<string, string>> = { member: '参会', observer: '列席' };

/** Who is called to one meeting, by name and unit; a name alone means the one who is called so. */
export const attendeeImport: ListImport<AttendeeMeaning, { meetingUid: string }, ReadAttendees> = {
  key: 'meetings',
  what: '参会人员',
  unit: '人',
  columns: () => attendeeTableColumns,
  withoutHeading: () => ['name', 'unit', 'post', 'phone', 'role'],
  understand(db, table, { options: { meetingUid } }) {
    const called = db.all(attendeesOf, { meetingId: requireLiveMeeting(db, meetingUid).id });
    const byName = Map.groupBy(called, ({ name }) => name);
    const read = understandRecords<AttendeeMeaning, Fields>(table, {
      columns: attendeeTableColumns,
      subject: 'name',
      read: (texts, source, name) => ({
        name,
        unit: texts.text(source, 'unit') || unitOfOnly(byName.get(name)),
        post: texts.text(source, 'post'),
        phone: texts.text(source, 'phone'),
        role: roleOf(texts, source),
      }),
      keyOf,
      known: new Map(called.map((row) => [keyOf(row), { id: row.id, fields: fieldsOf(row) }])),
      labels: { post: '职务', phone: '电话', role: '身份' },
      shown: (value, field) => (field === 'role' ? (roleNames[value] ?? '') : String(value)),
      // As who is typed in by hand: members of the committee come from its roster.
      whenNew: (said) => ({ ...said, role: said.role ?? 'observer' }),
      describe: ({ role }) => [roleNames[role ?? ''] ?? ''],
    });
    return { ...read, meetingUid, notes: [] };
  },
  write({ meetingUid, rows }, { db }) {
    const meeting = requireLiveMeeting(db, meetingUid);
    let position = Math.max(0, ...db.all(attendeesOf, { meetingId: meeting.id }).map((row) => row.position));
    for (const { action, id, fields } of rows) {
      if (action === 'change' && id !== null) db.update('meeting_attendee', id, fields);
      if (action !== 'add') continue;
      position += 1;
      const unanswered = { reply: 'none', attendance: 'unknown' };
      db.insert('meeting_attendee', { meeting_id: meeting.id, position, ...fields, ...unanswered });
    }
  },
};

function keyOf({ name, unit }: Pick<Fields, 'name' | 'unit'>): string {
  return JSON.stringify([name, unit].map((text) => text.replaceAll(/\s/gu, '')));
}

function fieldsOf({ name, unit, post, phone, role }: AttendeeRow): Fields {
  return { name, unit, post, phone, role };
}

function unitOfOnly(named: readonly AttendeeRow[] = []): string {
  const [only, ...others] = named;
  return only === undefined || others.length > 0 ? '' : only.unit;
}

function roleOf(texts: RowTexts<AttendeeMeaning>, source: TableRow): AttendeeRole | null {
  const text = texts.text(source, 'role');
  const role = attendeeRoleOf(text);
  if (text !== '' && role === null)
    texts.note('error', source.row, 'role', `“${text}”请写成“参会”或“列席”，也可以空着。`);
  return role;
}
