import { type } from '@orpc/contract';
import * as z from 'zod';
import type { OrganizationLevel } from '../rules/organizations/levels.ts';
import type { RosterDifference } from '../rules/rosters/compare.ts';
import {
  positionRoles,
  type RosterEntry,
  type RosterPosition,
  type RosterProblem,
} from '../rules/rosters/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

/** A committee on one day. */
export interface Committee {
  uid: string;
  organizationUid: string;
  /** Name of the place on that day. */
  organizationName: string;
  level: OrganizationLevel;
  /** Of that day: made from the organization's name where the office gave no other one. */
  name: string;
  officeName: string;
  officeUnit: string;
  officePhone: string;
  note: string;
  /** What the office gave, empty where the usual name is meant. */
  ownName: string;
  ownOfficeName: string;
  initials: string;
  /** Persons on that day. */
  personCount: number;
}

export interface Roster {
  committee: Committee;
  day: string;
  positions: RosterPosition[];
  /** In protocol order. */
  entries: RosterEntry[];
  problems: RosterProblem[];
  /** First days on which the roster was another one than before, newest first. */
  changeDays: string[];
}

export interface ComparedRosters {
  from: string;
  to: string;
  before: RosterEntry[];
  after: RosterEntry[];
  positions: RosterPosition[];
  difference: RosterDifference;
}

/** A person found by name, unit, phone or initials, with what is held on the day. */
export interface FoundPerson {
  uid: string;
  name: string;
  unit: string;
  post: string;
  officePhone: string;
  mobile: string;
  positions: { committeeUid: string; committeeName: string; positionName: string }[];
}

export interface PersonAppointment {
  uid: string;
  committeeUid: string;
  committeeName: string;
  positionUid: string;
  positionName: string;
  organizationUid: string | null;
  unit: string;
  post: string;
  substitute: boolean;
  substituteForUid: string | null;
  substituteForName: string;
  firstDay: string;
  lastDay: string | null;
  document: string;
  note: string;
}

export interface PersonDetail {
  uid: string;
  name: string;
  organizationUid: string | null;
  unit: string;
  post: string;
  officePhone: string;
  mobile: string;
  note: string;
  /** Newest first. */
  appointments: PersonAppointment[];
  /** Others of the same name, who may be the same person. */
  namesakes: { uid: string; unit: string; post: string }[];
}

/** What 首页 says of the rosters. */
export interface RosterAttention {
  committees: number;
  problems: { committeeUid: string; committeeName: string; problem: RosterProblem }[];
}

const documentSchema = textSchema('依据文件', 200);
const noteSchema = textSchema('备注', 500);
const phoneSchema = textSchema('电话', 40);
const personNameSchema = nameSchema('姓名', 30);

const unitFields = {
  organizationUid: uidSchema.nullable(),
  /** Name of a unit that is no organization of this office. */
  unit: textSchema('单位', 60),
  post: textSchema('职务', 100),
};

const wantedPersonSchema = z.object({
  uid: uidSchema.nullable(),
  name: personNameSchema,
  officePhone: phoneSchema,
  mobile: phoneSchema,
});

const holdingFields = {
  positionUid: uidSchema,
  ...unitFields,
  substitute: z.boolean(),
  substituteForUid: uidSchema.nullable(),
  note: noteSchema,
};

const committeeFields = {
  name: textSchema('委员会名称', 60),
  officeName: textSchema('办公室名称', 60),
  officeUnit: textSchema('办公室所在单位', 60),
  officePhone: phoneSchema,
  note: noteSchema,
};

const positionSchema = z.object({
  /** Null: a new one. */
  uid: uidSchema.nullable(),
  name: nameSchema('职位名称', 20),
  aliases: z.array(nameSchema('别称', 20)).max(10, '一个职位最多 10 个别称'),
  single: z.boolean(),
  required: z.boolean(),
});

/** What a position was when the page last saw it. */
const seenPositionSchema = positionSchema.extend({ uid: uidSchema, role: z.enum(positionRoles) });

const appointmentsSchema = z.array(uidSchema).min(1, '请至少选择一个人').max(500);

export const rosters = {
  committees: read('委员会')
    .input(z.object({ day: daySchema.nullable() }))
    .output(type<Committee[]>()),
  roster: read('查看名册')
    .input(z.object({ committeeUid: uidSchema, day: daySchema.nullable() }))
    .output(type<Roster>()),
  compare: read('对照名册')
    .input(z.object({ committeeUid: uidSchema, from: daySchema, to: daySchema }))
    .output(type<ComparedRosters>()),
  positions: read('职位').output(type<RosterPosition[]>()),
  findPeople: read('查找人员')
    .input(z.object({ text: z.string().trim().max(50), limit: z.int().min(1).max(50) }))
    .output(type<FoundPerson[]>()),
  person: read('查看人员')
    .input(z.object({ uid: uidSchema }))
    .output(type<PersonDetail>()),
  attention: read('名册提醒').output(type<RosterAttention>()),

  addCommittees: reversible('新建委员会', 'editRosters')
    .input(z.object({ organizationUids: z.array(uidSchema).min(1, '请选择机构').max(500) }))
    .output(type<{ uids: string[] }>()),
  updateCommittee: reversible('修改委员会', 'editRosters')
    .input(patchSchema(committeeFields))
    .output(type<{ uid: string }>()),
  /** Only one without appointments: it was entered by mistake. */
  removeCommittee: reversible('删除委员会', 'editRosters')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  /** The whole list in its new order. */
  setPositions: reversible('修改职位设置', 'editRosters')
    .input(
      z.object({
        base: z.array(seenPositionSchema).max(50),
        positions: z.array(positionSchema).min(1, '至少要有一个职位').max(50, '最多 50 个职位'),
      }),
    )
    .output(type<{ count: number }>()),

  addAppointments: reversible('新增任职', 'editRosters')
    .input(
      z.object({
        committeeUid: uidSchema,
        /** Null: before the office's records began. */
        from: daySchema.nullable(),
        document: documentSchema,
        items: z
          .array(z.object({ person: wantedPersonSchema, ...holdingFields }))
          .min(1, '请至少填写一个人')
          .max(500),
      }),
    )
    .output(type<{ uids: string[] }>()),
  /** 更正: it was always meant so. */
  updateAppointment: reversible('更正任职', 'editRosters')
    .input(
      patchSchema({
        ...holdingFields,
        firstDay: daySchema,
        lastDay: daySchema.nullable(),
        document: documentSchema,
      }),
    )
    .output(type<{ uid: string }>()),
  /** To another place among those of its position: behind which one; null: to the front. */
  moveAppointment: reversible('调整名次', 'editRosters')
    .input(z.object({ uid: uidSchema, afterUid: uidSchema.nullable() }))
    .output(type<{ uid: string }>()),
  endAppointments: reversible('免去任职', 'editRosters')
    .input(
      z.object({
        uids: appointmentsSchema,
        /** First day without it. */
        from: daySchema,
      }),
    )
    .output(type<{ ended: number }>()),
  /** Entered by mistake: as if it had never been. */
  removeAppointments: reversible('删除任职', 'editRosters')
    .input(z.object({ uids: appointmentsSchema }))
    .output(type<{ removed: number }>()),
  updatePerson: reversible('修改人员', 'editRosters')
    .input(
      patchSchema({
        name: personNameSchema,
        ...unitFields,
        officePhone: phoneSchema,
        mobile: phoneSchema,
        note: noteSchema,
      }),
    )
    .output(type<{ uid: string }>()),
  /** Two entries that mean one person become one. */
  mergePeople: reversible('合并人员', 'editRosters')
    .input(z.object({ uids: z.array(uidSchema).min(1).max(20), intoUid: uidSchema }))
    .output(type<{ uid: string }>()),
};
