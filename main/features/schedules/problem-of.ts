import { addDays, weekdayOf } from '#shared/calendar/days.ts';
import type { Inspector as PoolPerson } from '#shared/contract/inspectors.ts';
import { isGone } from '#shared/rules/inspectors/model.ts';
import { problemSchema, type Pin, type ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import type { ScheduleSettings, ScheduleTeam } from '#shared/rules/schedule/settings.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { Vehicle } from '#shared/contract/inspectors.ts';
import type { ScheduledCampaign, ScheduledTarget } from '#main/features/campaigns/index.ts';
import type { HolidayCalendar } from '#shared/rules/calendar/workdays.ts';
import type { Earlier } from './earlier.ts';
import type { StoredSchedule } from './stored.ts';

/** What a schedule is made from beside its own settings. */
export interface Around {
  title: string;
  minutesPerVisit: number;
  campaign: ScheduledCampaign;
  pool: readonly PoolPerson[];
  vehicles: readonly Vehicle[];
  skillNames: ReadonlyMap<string, string>;
  calendar: HolidayCalendar;
  earlier: Earlier;
}

export function problemOf(stored: StoredSchedule, around: Around): ScheduleProblem {
  const { settings, teams } = stored;
  const counties = around.campaign.counties.map(({ uid, name }) => {
    const set = settings.counties.find((county) => county.uid === uid);
    return { id: uid, name, mostDays: set?.mostDays ?? null, travelLoad: set?.travelLoad ?? 1 };
  });
  const places = placesOf(stored, around);
  const problem = {
    name: around.title,
    from: settings.from,
    to: settings.to,
    daysOff: daysOffOf(settings, around.calendar),
    rules: rulesOf(settings),
    counties,
    places,
    inspectors: peopleOf(stored, around),
    vehicles: settings.usesVehicles ? vehiclesOf(stored, around) : [],
    teams: teams.map(({ id, name }) => ({
      id,
      name,
      carriedLoad: around.earlier.loads.get(id) ?? 0,
      lastCountyIds: around.earlier.lastCountiesOf(id),
    })),
    pins: stored.pins.filter((pin) => isKnown(pin, { counties, places, teams })),
    basePlan: stored.announced,
  };
  return problemSchema.parse(problem);
}

function rulesOf(settings: ScheduleSettings) {
  const roles = [
    { role: 'leader', count: settings.leaders },
    { role: 'inspector', count: settings.inspectors },
    { role: 'driver', count: settings.drivers },
  ];
  return {
    crew: {
      least: settings.crewLeast,
      most: settings.crewMost,
      roles: roles.filter(({ count }) => count > 0),
      skills: [],
    },
    minutesPerDay: settings.minutesPerDay,
    mostDaysInARow: settings.mostDaysInARow,
    loadPerDay: settings.loadPerDay,
  };
}

export function daysOffOf(
  { from, to, freeDays, workedDays }: Pick<ScheduleSettings, 'from' | 'to' | 'freeDays' | 'workedDays'>,
  calendar: HolidayCalendar,
): { day: string; name: string }[] {
  const workdays = workdaysOf(calendar);
  const holidays = new Map(calendar.publicHolidays.map(({ day, name }) => [day, name]));
  const off: { day: string; name: string }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (freeDays.includes(day)) off.push({ day, name: '休息日' });
    else if (!workdays.isWorkday(day) && !workedDays.includes(day))
      off.push({ day, name: holidays.get(day) ?? (weekdayOf(day) === 6 ? '周六' : '周日') });
  }
  return off;
}

/** What was visited stays in the plan that has it, and is not planned any more. */
function placesOf({ settings, plan }: StoredSchedule, around: Around) {
  const planned = new Set(plan?.trips.flatMap(({ placeIds }) => placeIds));
  return around.campaign.targets
    .filter(({ uid, visitedOn }) => visitedOn === null || planned.has(uid))
    .map((target) => {
      const kinds = settings.kinds.filter(({ uid }) => target.kindUids.includes(uid));
      const usual = Math.max(0, ...kinds.map(({ minutes }) => minutes ?? 0));
      const skills = new Set(kinds.flatMap(({ skillUid }) => around.skillNames.get(skillUid ?? '') ?? []));
      return {
        id: target.uid,
        name: target.name,
        countyId: target.countyUid,
        unitId: unitOf(target, around.pool),
        minutes: target.minutes ?? (usual > 0 ? usual : around.minutesPerVisit),
        skills: [...skills].map((skill) => ({ skill, count: 1 })),
      };
    });
}

function unitOf({ townshipUid, name }: ScheduledTarget, pool: readonly PoolPerson[]): string | null {
  if (townshipUid !== null) return townshipUid;
  return pool.some(({ unitName }) => unitName === name) ? name : null;
}

export function takingPart(
  { from, drivers, absentUids }: ScheduleSettings,
  pool: readonly PoolPerson[],
): PoolPerson[] {
  const isNeeded = ({ roles }: PoolPerson) => drivers > 0 || roles.some((role) => role !== 'driver');
  return pool.filter(
    (person) => !isGone(person.leftOn, from) && !absentUids.includes(person.uid) && isNeeded(person),
  );
}

function peopleOf({ settings, teams }: StoredSchedule, { pool, campaign, earlier }: Around) {
  return takingPart(settings, pool).map((person) => ({
    id: person.uid,
    name: person.name,
    unitId: person.organizationUid ?? (person.unitName === '' ? null : person.unitName),
    homeCountyId:
      person.homeCountyUid ??
      (person.organizationUid === null ? null : campaign.countyUidOf(person.organizationUid)),
    roles: person.roles,
    skills: person.skills.map(({ name }) => name),
    leave: leaveDays(person, settings, earlier.daysOut.get(person.uid)),
    teamId: fixedTeam(teams, 'memberIds', person.uid),
    carriedLoad: earlier.loads.get(person.uid) ?? 0,
  }));
}

/** On leave, not in the pool any more, or out for another campaign. */
function leaveDays(
  { leave, leftOn }: PoolPerson,
  { from, to }: ScheduleSettings,
  daysOut: ReadonlySet<string> = new Set(),
): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isOnLeave = leave.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
    if (isOnLeave || isGone(leftOn, day) || daysOut.has(day)) days.push(day);
  }
  return days;
}

function vehiclesOf({ settings, teams }: StoredSchedule, { vehicles }: Around) {
  return vehicles
    .filter(({ retiredOn }) => !isGone(retiredOn, settings.to))
    .map(({ uid, name, seats }) => ({
      id: uid,
      name,
      seats,
      teamId: fixedTeam(teams, 'vehicleIds', uid),
    }));
}

function fixedTeam(teams: readonly ScheduleTeam[], list: 'memberIds' | 'vehicleIds', id: string) {
  return teams.find((team) => team[list].includes(id))?.id ?? null;
}

interface Known {
  counties: readonly { id: string }[];
  places: readonly { id: string }[];
  teams: readonly { id: string }[];
}

function isKnown(pin: Pin, { counties, places, teams }: Known): boolean {
  const has = (list: readonly { id: string }[], id: string | null) =>
    id === null || list.some((each) => each.id === id);
  if (!has(teams, pin.teamId)) return false;
  return 'placeId' in pin ? has(places, pin.placeId) : has(counties, pin.countyId);
}
