import type { DutyRoster } from '#shared/contract/duty-views.ts';
import { type DutyCell, type DutyPlace, type DutyRole } from '#shared/rules/duty/model.ts';
import { placesOf } from '#shared/rules/duty/shifts.ts';
import type { SampleDuty } from './duty-data.ts';
import type { RunOperation } from './run-operation.ts';

/** Duty of a month and a holiday: everybody in turn, some swaps, a log, daily reports, partner units. */
export async function loadDuty(run: RunOperation, data: SampleDuty): Promise<void> {
  for (const partner of data.partners) await run('partnerUnits', 'add', partner);
  const people = await addPeople(run, data);
  const counties = (await run('organizations', 'tree', { day: null }))
    .filter(({ level }) => level === 'county')
    .map(({ uid }) => uid);
  const rosters: DutyRoster[] = [];
  for (const period of data.periods) {
    const uid = await addPeriod(run, period, counties);
    await fill(run, uid, data, people);
    rosters.push(await run('duty', 'roster', { uid }));
  }
  await swap(run, rosters, data);
  await keepLog(run, rosters, data);
  await report(run, rosters, data, counties);
}

async function addPeople(run: RunOperation, data: SampleDuty): Promise<ReadonlyMap<string, string>> {
  const items = [];
  for (const person of data.people) {
    const found = await run('rosters', 'findPeople', { text: person.name, limit: 1 });
    const rosterPersonUid = found.find(({ name }) => name === person.name)?.uid ?? null;
    items.push({ ...person, lastDay: null, rosterPersonUid });
  }
  const { uids } = await run('duty', 'addPeople', { items });
  const people = new Map(items.map(({ name }, place) => [name, uids[place] ?? '']));
  for (const { name, ...leave } of data.leaves)
    await run('duty', 'addLeave', { ...leave, personUid: people.get(name) ?? '' });
  return people;
}

async function addPeriod(
  run: RunOperation,
  { shift, countiesReport, ...fields }: SampleDuty['periods'][number],
  counties: string[],
): Promise<string> {
  const { uid } = await run('duty', 'addPeriod', {
    ...fields,
    shifts: [{ uid: null, ...shift }],
    reporterUids: countiesReport ? counties : [],
  });
  return uid;
}

/** Leaders and officers in turn; who does both stands among the leaders. */
async function fill(
  run: RunOperation,
  uid: string,
  data: SampleDuty,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { period, days } = await run('duty', 'roster', { uid });
  const names = {
    leader: data.people.filter(({ canLead }) => canLead).map(({ name }) => name),
    officer: data.people.filter(({ canLead }) => !canLead).map(({ name }) => name),
  };
  const turns = { leader: 0, officer: 0 };
  const next = (role: DutyRole): string => {
    const name = names[role][turns[role] % names[role].length] ?? '';
    turns[role] += 1;
    return people.get(name) ?? '';
  };
  const places = placesOf(
    days.map(({ day }) => day),
    period.shifts,
  );
  const cells = places.map((place) => ({
    ...place,
    seenUid: null,
    personUid: next(place.role),
    pinned: false,
  }));
  await run('duty', 'assign', { periodUid: uid, cells });
}

async function swap(run: RunOperation, rosters: readonly DutyRoster[], data: SampleDuty): Promise<void> {
  for (const { day, backDay, role, place, reason, appliedOn, ...decision } of data.swaps) {
    const [cell, back] = [cellAt(rosters, day, role, place), cellAt(rosters, backDay, role, place)];
    const { uid } = await run('duty', 'applySwap', {
      cell: placeOf(cell),
      back: placeOf(back),
      takerUid: back.personUid,
      reason,
      appliedOn,
    });
    await run('duty', 'decideSwap', { uid, note: '', ...decision });
  }
}

function cellAt(rosters: readonly DutyRoster[], day: string, role: DutyRole, place: number): DutyCell {
  const cell = rosters
    .flatMap(({ cells }) => cells)
    .find((each) => each.day === day && each.role === role && each.place === place);
  if (cell === undefined) throw new Error(`nobody of the sample is on duty on ${day}`);
  return cell;
}

function placeOf({ day, shiftUid, role, place }: DutyCell): DutyPlace {
  return { day, shiftUid, role, place };
}

async function keepLog(run: RunOperation, rosters: readonly DutyRoster[], data: SampleDuty): Promise<void> {
  const shiftOn = (day: string) => cellAt(rosters, day, 'leader', 1).shiftUid;
  for (const { steps, ...entry } of data.entries) {
    const { uid } = await run('dutyLog', 'addEntry', { ...entry, shiftUid: shiftOn(entry.day) });
    for (const step of steps) await run('dutyLog', 'addStep', { entryUid: uid, ...step });
  }
  for (const { day, ...handover } of data.handovers) {
    const shiftUid = shiftOn(day);
    const view = await run('dutyLog', 'shift', { day, shiftUid });
    const next = view?.next ?? null;
    const taken = next === null ? null : await run('dutyLog', 'shift', next);
    await run('dutyLog', 'handOver', {
      day,
      shiftUid,
      ...handover,
      handedBy: view?.shift.officers.join('、') ?? '',
      takenBy: taken?.shift.officers.join('、') ?? '',
    });
  }
}

async function report(
  run: RunOperation,
  rosters: readonly DutyRoster[],
  { reports }: SampleDuty,
  counties: readonly string[],
): Promise<void> {
  const roster = rosters.find(({ period }) => period.name === reports.period);
  const { late, said, reportedAt } = reports;
  const reporter = '';
  for (const { day } of roster?.days ?? []) {
    const nothing = { day, isNothing: true, text: '', reporter, reportedAt };
    const lateUid = day === late.day ? counties[late.county] : undefined;
    const inTime = counties.filter((uid) => uid !== lateUid);
    await run('dutyLog', 'report', { ...nothing, organizationUids: inTime });
    if (lateUid !== undefined)
      await run('dutyLog', 'report', {
        ...nothing,
        organizationUids: [lateUid],
        reportedAt: late.reportedAt,
      });
    const isSaid = day === said.day;
    await run('dutyLog', 'report', {
      ...nothing,
      organizationUids: [null],
      isNothing: !isSaid,
      text: isSaid ? said.text : '',
    });
  }
}
