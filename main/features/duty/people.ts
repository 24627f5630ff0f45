import { shortDay } from '#shared/calendar/days.ts';
import { v7 } from 'uuid';
import type { duty as contract, DutyPersonFields } from '#shared/contract/duty.ts';
import type { DutyPeople, DutyPersonRow } from '#shared/contract/duty-views.ts';
import { AppError } from '#shared/errors.ts';
import { type ClassCounts, dayClasses } from '#shared/rules/duty/model.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { countsOfYear } from './counts.ts';
import { allLeaves, allPeople, type PersonRecord, rosterPersonByUid, usedPeople } from './queries.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';

type Names = 'people' | 'addPeople' | 'updatePerson' | 'removePerson' | 'addLeave' | 'removeLeave';

export const peopleHandlers: Pick<Handlers<typeof contract>, Names> = {
  people: ({ year }, context) => peopleOfYear(context, year),

  addPeople({ items }, context) {
    const { db, today, summarize } = context;
    const known = db.all(allPeople);
    const names = new Set(known.map(({ name, phone }) => `${name} ${phone}`));
    const credits = creditsOfNewcomer(context, known);
    const uids = items.map(({ rosterPersonUid, ...fields }, index) => {
      requireSomeRole(fields);
      if (names.has(`${fields.name} ${fields.phone}`))
        throw new AppError('duplicate', { what: '值班人员', value: fields.name });
      names.add(`${fields.name} ${fields.phone}`);
      const uid = v7();
      db.insert('duty_person', {
        uid,
        person_id: rosterPersonUid === null ? null : rosterPersonId(db, rosterPersonUid),
        ...dutyPersonColumnsOf(fields),
        credit_year: Number(today.slice(0, 4)),
        ...credits(fields),
        position: known.length + index + 1,
      });
      return uid;
    });
    summarize(items.map(({ name }) => name).join('、'));
    return { uids };
  },

  updatePerson({ uid, base, set }, { db, summarize }) {
    const record = requirePerson(db, uid);
    const stored = dutyPersonFieldsOf(record);
    const fields = { ...stored, ...decidePatch<DutyPersonFields>(stored, base, set) };
    requireSomeRole(fields);
    db.update('duty_person', record.id, dutyPersonColumnsOf(fields));
    summarize(fields.name);
    return { uid };
  },

  removePerson({ uid }, { db, summarize }) {
    const { id, name } = requirePerson(db, uid);
    if (db.all(usedPeople).some((used) => used.id === id))
      throw new AppError('refused', {
        reason: `${name}排过班，不能删除。不再值班的，请在“修改”里填写最后一天。`,
      });
    db.remove('duty_person', id);
    summarize(name);
    return { uid };
  },

  addLeave({ personUid, firstDay, lastDay, reason }, { db, summarize }) {
    const { id, name } = requirePerson(db, personUid);
    const uid = v7();
    db.insert('duty_leave', { uid, person_id: id, first_day: firstDay, last_day: lastDay, reason });
    summarize(`${name} ${firstDay} 至 ${lastDay}`);
    return { uid };
  },

  removeLeave({ uid }, { db, summarize }) {
    const leave = db.all(allLeaves).find((each) => each.uid === uid);
    if (leave === undefined) throw new AppError('notFound', { what: '这次请假' });
    db.remove('duty_leave', leave.id);
    const name = db.all(allPeople).find(({ id }) => id === leave.person_id)?.name ?? '';
    summarize(`${name} ${shortDay(leave.first_day)}至${shortDay(leave.last_day)}`);
    return { uid };
  },
};

/** Everybody with what the year's rosters gave them. */
export function peopleOfYear(context: Pick<ReadContext, 'db' | 'resourcesFolder'>, year: number): DutyPeople {
  const { db, resourcesFolder } = context;
  const used = new Set(db.all(usedPeople).map(({ id }) => id));
  const counts = countsOfYear(context, year);
  const records = new Map(db.all(allPeople).map((record) => [record.uid, record]));
  return {
    year,
    people: dutyPeople(db).map((person) => {
      const record = records.get(person.uid);
      return {
        ...person,
        counts: counts.get(person.uid) ?? { holiday: 0, weekend: 0, weekday: 0 },
        credits: creditsOf(record, year),
        isUsed: record !== undefined && used.has(record.id),
      };
    }),
    holidaysKnown: workdaysOf(holidayCalendar(db, resourcesFolder)).isKnown(`${year}-06-30`),
  };
}

/** @throws AppError notFound */
export function requirePerson(db: ReadStore, uid: string): PersonRecord {
  const record = db.all(allPeople).find((person) => person.uid === uid);
  if (record === undefined) throw new AppError('notFound', { what: '这名值班人员' });
  return record;
}

/** Everybody with their leave, in the order of the list. */
export function dutyPeople(db: ReadStore): DutyPersonRow[] {
  const leaves = Map.groupBy(db.all(allLeaves), (leave) => leave.person_id);
  return db.all(allPeople).map((record) => ({
    uid: record.uid,
    ...dutyPersonFieldsOf(record),
    leaves: (leaves.get(record.id) ?? []).map((leave) => ({
      uid: leave.uid,
      firstDay: leave.first_day,
      lastDay: leave.last_day,
      reason: leave.reason,
    })),
    initials: initialsOf(record.name),
  }));
}

export function creditsOf(record: PersonRecord | undefined, year: number): ClassCounts {
  if (record?.credit_year !== year) return { holiday: 0, weekend: 0, weekday: 0 };
  const { credit_holiday: holiday, credit_weekend: weekend, credit_weekday: weekday } = record;
  return { holiday, weekend, weekday };
}

export function dutyPersonFieldsOf(record: PersonRecord): DutyPersonFields {
  return {
    name: record.name,
    unit: record.unit,
    post: record.post,
    phone: record.phone,
    canLead: record.can_lead === 1,
    canServe: record.can_serve === 1,
    lastDay: record.last_day,
  };
}

export function dutyPersonColumnsOf(fields: DutyPersonFields) {
  const { name, unit, post, phone } = fields;
  return {
    name,
    unit,
    post,
    phone,
    can_lead: fields.canLead ? 1 : 0,
    can_serve: fields.canServe ? 1 : 0,
    last_day: fields.lastDay,
  };
}

function requireSomeRole({ name, canLead, canServe }: DutyPersonFields): void {
  if (!canLead && !canServe)
    throw new AppError('refused', { reason: `请勾选${name}可以带班还是可以值班，至少一项。` });
}

function rosterPersonId(db: ReadStore, uid: string): number {
  const person = db.get(rosterPersonByUid, { uid });
  if (person === undefined) throw new AppError('notFound', { what: '名册里的这个人' });
  return person.id;
}

/** Who comes in the course of the year is counted like the others of their kind on average, rounded down. */
function creditsOfNewcomer(
  context: ReadContext,
  known: readonly PersonRecord[],
): (fields: DutyPersonFields) => Record<`credit_${keyof ClassCounts}`, number> {
  const year = Number(context.today.slice(0, 4));
  const counts = countsOfYear(context, year);
  return ({ canLead, canServe }) => {
    const others = known.filter(
      (person) =>
        person.last_day === null &&
        ((canLead && person.can_lead === 1) || (canServe && person.can_serve === 1)),
    );
    const average = (each: keyof ClassCounts): number => {
      const sum = others.reduce(
        (total, person) => total + (counts.get(person.uid)?.[each] ?? 0) + creditsOf(person, year)[each],
        0,
      );
      return others.length === 0 ? 0 : Math.floor(sum / others.length);
    };
    const [holiday, weekend, weekday] = dayClasses.map(average);
    return {
      credit_holiday: holiday ?? 0,
      credit_weekend: weekend ?? 0,
      credit_weekday: weekday ?? 0,
    };
  };
}
