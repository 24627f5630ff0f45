import type { FindUnit } from './find-unit.ts';
import type { RunOperation } from './run-operation.ts';
import type { SampleRosters } from './sample-data.ts';

type SampleMember = SampleRosters['committees'][number]['members'][number];

/** Rosters of the city and some counties; two members are replaced from a day. */
export async function loadRosters(
  run: RunOperation,
  find: FindUnit,
  { committees, change }: SampleRosters,
): Promise<void> {
  const positions = await run('rosters', 'positions', undefined);
  const holdingOf = ({ name, position, unit, post, mobile }: SampleMember) => ({
    person: { uid: null, name, officePhone: '', mobile },
    positionUid: positions.find((each) => each.name === position)?.uid ?? '',
    organizationUid: unit === '' ? null : find(unit).uid,
    unit,
    post,
    substitute: false,
    substituteForUid: null,
    note: '',
  });

  const { uids } = await run('rosters', 'addCommittees', {
    organizationUids: committees.map(({ place }) => find(place).uid),
  });
  for (const [index, { members, from, document, officeUnit, officePhone }] of committees.entries()) {
    const uid = uids[index] ?? '';
    const base = { officeUnit: '', officePhone: '' };
    await run('rosters', 'updateCommittee', { uid, base, set: { officeUnit, officePhone } });
    const appoint = { committeeUid: uid, from, document };
    // Whoever holds two positions is one person: the second time he is known.
    const [once, again] = [
      members.filter(isFirst),
      members.filter((each, place) => !isFirst(each, place, members)),
    ];
    await run('rosters', 'addAppointments', { ...appoint, items: once.map(holdingOf) });
    const { entries } = await run('rosters', 'roster', { committeeUid: uid, day: from });
    const items = again.map((member) => {
      const holding = holdingOf(member);
      const known = entries.find(({ name }) => name === member.name)?.personUid ?? null;
      return { ...holding, person: { ...holding.person, uid: known } };
    });
    if (items.length > 0) await run('rosters', 'addAppointments', { ...appoint, items });
  }

  const committeeUid = uids[committees.findIndex(({ place }) => place === change.place)] ?? '';
  const { entries } = await run('rosters', 'roster', { committeeUid, day: change.day });
  const { uid } = await run('rosters', 'startChange', { committeeUid, day: change.day });
  const leaving = change.replacements.map(
    ({ replaced }) => entries.find(({ name }) => name === replaced)?.uid ?? '',
  );
  const adds = change.replacements.map((member, index) => ({
    key: member.name,
    ...holdingOf(member),
    replaces: leaving[index] ?? null,
  }));
  await run('rosters', 'updateChange', {
    uid,
    base: { steps: { ends: [], adds: [], edits: [], order: [] }, document: '', reason: '' },
    set: {
      steps: { ends: leaving, adds, edits: [], order: [] },
      document: change.document,
      reason: change.reason,
    },
  });
  await run('rosters', 'carryOut', { uid });
}

function isFirst({ name }: SampleMember, place: number, members: readonly SampleMember[]): boolean {
  return members.findIndex((each) => each.name === name) === place;
}
