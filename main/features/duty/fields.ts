import type { DutyEntry } from '#shared/contract/duty-log.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import type { DutyRole } from '#shared/rules/duty/model.ts';
import { daysOf, shiftHours } from '#shared/rules/duty/shifts.ts';
import { column, type FieldColumn, type FieldScope, fieldSource } from '#main/core/fields/field-source.ts';
import { entriesBetween } from './log-queries.ts';
import { entryRows } from './log-rows.ts';
import { periodOf } from './periods.ts';
import { allPeople, assignmentsBetween, periodsBetween } from './queries.ts';

/** Who was on duty in the time, and what came in, for forms of other offices. */

interface ToldShift {
  day: string;
  period: string;
  shift: string;
  hours: string;
  people: Readonly<Record<DutyRole, readonly { name: string; post: string; phone: string }[]>>;
}

function shiftsIn({ db, from, to }: FieldScope): ToldShift[] {
  const known = new Map(db.all(allPeople).map((person) => [person.id, person]));
  const held = Map.groupBy(
    db.all(assignmentsBetween, { from, to }),
    (each) => `${each.day} ${each.shift_uid} ${each.role}`,
  );
  return db.all(periodsBetween, { from, to }).flatMap((record) => {
    const { name: period, shifts, firstDay, lastDay } = periodOf(db, record);
    const days = daysOf(firstDay > from ? firstDay : from, lastDay < to ? lastDay : to);
    return days.flatMap((day) =>
      shifts.map(({ uid, name: shift }): ToldShift => {
        const peopleOf = (role: DutyRole) =>
          (held.get(`${day} ${uid} ${role}`) ?? []).flatMap((each) => known.get(each.person_id) ?? []);
        const people = { leader: peopleOf('leader'), officer: peopleOf('officer') };
        return { day, period, shift, hours: shiftHours(shifts, uid), people };
      }),
    );
  });
}

function told(role: DutyRole, what: 'name' | 'post' | 'phone') {
  return ({ people }: ToldShift): string => people[role].map((person) => person[what]).join('、');
}

const shiftColumns: readonly FieldColumn<ToldShift>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('day', '日期', 'day', ({ day }) => day),
  column('weekday', '星期', 'text', ({ day }) => weekdayName(day)),
  column('period', '值班时段', 'text', ({ period }) => period),
  column('shift', '班次', 'text', ({ shift }) => shift),
  column('hours', '时间', 'text', ({ hours }) => hours),
  column('leaders', '带班领导', 'text', told('leader', 'name')),
  column('leaderPosts', '带班领导职务', 'text', told('leader', 'post')),
  column('leaderPhones', '带班领导电话', 'text', told('leader', 'phone')),
  column('officers', '值班人员', 'text', told('officer', 'name')),
  column('officerPosts', '值班人员职务', 'text', told('officer', 'post')),
  column('officerPhones', '值班人员电话', 'text', told('officer', 'phone')),
];

const entryColumns: readonly FieldColumn<DutyEntry>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('day', '日期', 'day', ({ day }) => day),
  column('shift', '班次', 'text', ({ shiftName }) => shiftName),
  column('cameAt', '时间', 'text', ({ cameAt }) => cameAt),
  column('sender', '来电来文单位或人员', 'text', ({ sender }) => sender),
  column('matter', '事项', 'text', ({ matter }) => matter),
  column('steps', '处理情况', 'text', ({ steps }) => steps.map(({ text }) => text).join('\n')),
  column('recordedBy', '记录人', 'text', ({ recordedBy }) => recordedBy),
  column('closedOn', '办结日期', 'day', ({ closedOn }) => closedOn),
];

export const dutyFields = [
  fieldSource<ToldShift>({ key: 'duty', name: '值班安排(每班一行)', columns: shiftColumns, rows: shiftsIn }),
  fieldSource<DutyEntry>({
    key: 'dutyLog',
    name: '值班日志(每件事项一行)',
    columns: entryColumns,
    rows: ({ db, from, to }) => entryRows(db, db.all(entriesBetween, { from, to })),
  }),
];
