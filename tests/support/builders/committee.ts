import type { Client } from '#tests/support/core.ts';

const unit = { organizationUid: null, unit: '', post: '' };
const person = (name: string) => ({ uid: null, name, officePhone: '', mobile: '' });
const holding = { substitute: false, substituteForUid: null, note: '' };

/**
 * The city's committee: 刘建国 chair, 王芳 and 赵敏 members since the new year; from 2026-07-01 on 孙立 in 赵敏's place.
 */
export async function cityCommittee(client: Client): Promise<{ committeeUid: string }> {
  const [city] = await client.organizations.tree({ day: null });
  const { uids } = await client.rosters.addCommittees({ organizationUids: [city!.uid] });
  const committeeUid = uids[0]!;
  const positions = await client.rosters.positions();
  const positionUid = (role: string) => positions.find((position) => position.role === role)!.uid;
  const item = (name: string, role: string) => ({
    person: person(name),
    positionUid: positionUid(role),
    ...unit,
    ...holding,
  });
  const { uids: appointed } = await client.rosters.addAppointments({
    committeeUid,
    from: '2026-01-01',
    document: '',
    items: [item('刘建国', 'chair'), item('王芳', 'member'), item('赵敏', 'member')],
  });
  await client.rosters.endAppointments({ uids: [appointed[2]!], from: '2026-07-01' });
  await client.rosters.addAppointments({
    committeeUid,
    from: '2026-07-01',
    document: '',
    items: [item('孙立', 'member')],
  });
  return { committeeUid };
}
