import { dayClassOf } from '#shared/rules/duty/day-class.ts';
import { type ClassCounts, dayClasses, type DutyCell, isAway } from '#shared/rules/duty/model.ts';
import { daysOf, nightShift } from '#shared/rules/duty/shifts.ts';
import type { DutyProblem, Seat } from '#shared/rules/duty/propose/problem.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { countsOfYear } from '../counts.ts';
import { creditsOf, dutyPeople } from '../people.ts';
import { periodOf } from '../periods.ts';
import { allPeople, type PeriodRecord } from '../queries.ts';
import { aroundOf, cellsOf } from '../roster.ts';

type Context = Pick<ReadContext, 'db' | 'resourcesFolder'>;

/** What a period's roster is proposed from: the counts are those of the year without this period. */
export function problemOf(context: Context, record: PeriodRecord): DutyProblem {
  const { db, resourcesFolder } = context;
  const period = periodOf(db, record);
  const days = daysOf(period.firstDay, period.lastDay);
  const classOf = dayClassOf(holidayCalendar(db, resourcesFolder));
  const night = nightShift(period.shifts)?.uid;
  const cells = cellsOf(db, record.id);
  const loads = loadsBefore(context, record);
  return {
    days: days.map((day) => ({ day, dayClass: classOf(day) })),
    shifts: period.shifts.map(({ uid, leaders, officers }) => ({
      uid,
      isNight: uid === night,
      leaders,
      officers,
    })),
    people: dutyPeople(db).map((person) => ({
      uid: person.uid,
      canLead: person.canLead,
      canServe: person.canServe,
      awayOn: days.filter((day) => isAway(person, day)),
      counts: loads.get(person.uid) ?? { holiday: 0, weekend: 0, weekday: 0 },
    })),
    around: aroundOf(db, record),
    pinned: cells.filter(({ pinned }) => pinned).map(seatOf),
    present: cells.filter(({ pinned }) => !pinned).map(seatOf),
  };
}

/** Of the year in which the period begins, by uid, credits included. */
function loadsBefore(context: Context, record: PeriodRecord): Map<string, ClassCounts> {
  const year = Number(record.first_day.slice(0, 4));
  const counts = countsOfYear(context, year, record.id);
  return new Map(
    context.db.all(allPeople).map((person) => {
      const [own, credits] = [counts.get(person.uid), creditsOf(person, year)];
      const [holiday = 0, weekend = 0, weekday = 0] = dayClasses.map(
        (each) => (own?.[each] ?? 0) + credits[each],
      );
      return [person.uid, { holiday, weekend, weekday }];
    }),
  );
}

function seatOf({ day, shiftUid, role, personUid }: DutyCell): Seat {
  return { day, shiftUid, role, personUid };
}
