import { type } from '@orpc/contract';
import * as z from 'zod';
import { type InspectorRole, inspectorRoles } from '../rules/inspectors/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';
import { seenTermsSchema, type Term, wantedTermsSchema } from './terms.ts';

export const inspectorViews = ['active', 'left', 'all'] as const;
export type InspectorView = (typeof inspectorViews)[number];

export interface Leave {
  uid: string;
  firstDay: string;
  lastDay: string;
  reason: string;
}

export interface Inspector {
  uid: string;
  name: string;
  /** Null where the unit is no organization of this office. */
  organizationUid: string | null;
  /** As it is called today. */
  unitName: string;
  /** The county that this person never inspects; null: none but that of the unit. */
  homeCountyUid: string | null;
  homeCountyName: string;
  roles: InspectorRole[];
  /** In the order of the office's list. */
  skills: { uid: string; name: string }[];
  post: string;
  phone: string;
  note: string;
  /** First day on which the person is no longer in the pool; null: in it. */
  leftOn: string | null;
  /** By their first days. */
  leave: Leave[];
}

export interface InspectorList {
  /** By unit in protocol order, then as they were entered. */
  rows: Inspector[];
  /** Of each view, whatever view the filter names. */
  views: Record<InspectorView, number>;
  /** Names of the units of the whole pool, for the filter. */
  units: string[];
}

/** Who of the pool is away, within the days asked for. */
export interface LeaveOfDays extends Leave {
  inspectorUid: string;
  name: string;
  unitName: string;
}

/** Somebody of the rosters who may be taken over. */
export interface PoolCandidate {
  personUid: string;
  name: string;
  unitName: string;
  post: string;
  phone: string;
  /** Stands in the pool already: the same name and unit. */
  isInPool: boolean;
}

export interface Vehicle {
  uid: string;
  name: string;
  seats: number;
  organizationUid: string | null;
  unitName: string;
  note: string;
  /** First day on which it can no longer be used; null: it can. */
  retiredOn: string | null;
}

const filterSchema = z.object({
  view: z.enum(inspectorViews),
  role: z.enum(inspectorRoles).nullable(),
  skillUid: uidSchema.nullable(),
  /** As `units` names it. */
  unit: z.string().max(100).nullable(),
  /** Only those who are away on this day. */
  awayOn: daySchema.nullable(),
  /** Name, its pinyin initials, unit, county, post or phone. */
  text: z.string().trim().max(50),
});
export type InspectorFilter = z.infer<typeof filterSchema>;

const rolesSchema = z.array(z.enum(inspectorRoles)).max(inspectorRoles.length);
const skillUidsSchema = z.array(uidSchema).max(20, '一个人最多 20 项专长');
const unitFields = {
  organizationUid: uidSchema.nullable(),
  /** Name of a unit that is no organization of this office. */
  unit: textSchema('单位', 60),
};
const fields = {
  name: nameSchema('姓名', 30),
  ...unitFields,
  homeCountyUid: uidSchema.nullable(),
  roles: rolesSchema,
  skillUids: skillUidsSchema,
  post: textSchema('职务', 100),
  phone: textSchema('电话', 60),
  note: textSchema('备注', 500),
};
const newInspectorSchema = z.object(fields);
export type NewInspector = z.infer<typeof newInspectorSchema>;
const wholeFields = { ...fields, leftOn: daySchema.nullable() };
export type InspectorFields = NewInspector & { leftOn: string | null };

const leaveFields = { firstDay: daySchema, lastDay: daySchema, reason: textSchema('请假事由', 100) };
const leaveOrder = {
  message: '最后一天不能早于第一天',
  path: ['lastDay'],
};

const vehicleFields = {
  name: nameSchema('车牌号', 40),
  seats: z.int('座位数请填写整数').min(1, '至少 1 座').max(60, '最多 60 座'),
  ...unitFields,
  note: textSchema('备注', 500),
};
const newVehicleSchema = z.object(vehicleFields);
export type NewVehicle = z.infer<typeof newVehicleSchema>;
export type VehicleFields = NewVehicle & { retiredOn: string | null };

const uidsSchema = z.array(uidSchema).min(1, '请至少选择一个人').max(2_000, '一次最多 2000 人');
const vehicleUidsSchema = z.array(uidSchema).min(1, '请至少选择一辆车').max(500);
const uid = z.object({ uid: uidSchema });

export const inspectors = {
  list: read('督查人员列表').input(filterSchema).output(type<InspectorList>()),
  get: read('查看督查人员').input(uid).output(type<Inspector>()),
  leaveOfDays: read('督查人员请假')
    .input(z.object({ from: daySchema, to: daySchema }))
    .output(type<LeaveOfDays[]>()),
  skills: read('督查专长').output(type<Term[]>()),
  setSkills: reversible('修改督查专长', 'editInspections')
    .input(z.object({ base: seenTermsSchema, set: wantedTermsSchema }))
    .output(type<{ count: number }>()),

  add: reversible('新增督查人员', 'editInspections')
    .input(z.object({ items: z.array(newInspectorSchema).min(1).max(2_000, '一次最多 2000 人') }))
    .output(type<{ uids: string[] }>()),
  update: reversible('修改督查人员', 'editInspections')
    .input(patchSchema(wholeFields))
    .output(type<{ uid: string }>()),
  /** For who was entered by mistake. */
  remove: reversible('删除督查人员', 'editInspections')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ removed: number }>()),
  leavePool: reversible('登记督查人员离开', 'editInspections')
    .input(z.object({ uids: uidsSchema, day: daySchema }))
    .output(type<{ changed: number }>()),
  returnToPool: reversible('恢复督查人员', 'editInspections')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ changed: number }>()),
  /** Roles and skills that several get or lose; what is named in neither stays. */
  setMarks: reversible('设置角色和专长', 'editInspections')
    .input(
      z.object({
        uids: uidsSchema,
        addRoles: rolesSchema,
        removeRoles: rolesSchema,
        addSkills: skillUidsSchema,
        removeSkills: skillUidsSchema,
      }),
    )
    .output(type<{ changed: number }>()),

  addLeave: reversible('登记请假', 'editInspections')
    .input(
      z
        .object({ uids: uidsSchema, ...leaveFields })
        .refine(({ firstDay, lastDay }) => lastDay >= firstDay, leaveOrder),
    )
    .output(type<{ added: number }>()),
  updateLeave: reversible('修改请假', 'editInspections')
    .input(patchSchema(leaveFields))
    .output(type<{ uid: string }>()),
  removeLeave: reversible('删除请假', 'editInspections').input(uid).output(type<{ uid: string }>()),

  /** People of the rosters, by name, unit, post or pinyin initials. */
  candidates: read('查找名册里的人员', 'editInspections')
    .input(z.object({ text: z.string().trim().max(50) }))
    .output(type<PoolCandidate[]>()),
  takeOver: reversible('从名册加入督查人员', 'editInspections')
    .input(
      z.object({
        personUids: z.array(uidSchema).min(1, '请至少选择一个人').max(500, '一次最多 500 人'),
        roles: rolesSchema,
      }),
    )
    .output(type<{ uids: string[] }>()),

  vehicles: read('督查车辆').output(type<Vehicle[]>()),
  addVehicle: reversible('新增车辆', 'editInspections')
    .input(newVehicleSchema)
    .output(type<{ uid: string }>()),
  updateVehicle: reversible('修改车辆', 'editInspections')
    .input(patchSchema({ ...vehicleFields, retiredOn: daySchema.nullable() }))
    .output(type<{ uid: string }>()),
  removeVehicles: reversible('删除车辆', 'editInspections')
    .input(z.object({ uids: vehicleUidsSchema }))
    .output(type<{ removed: number }>()),

  ...tableImport('督查人员', 'editInspections', z.null()),
  /** Starts a job; its result is a WrittenFile whose first sheet `readTable` reads. */
  exportPool: exporting('导出督查人员')
    .input(z.object({ filter: filterSchema, uids: z.array(uidSchema).max(2_000).nullable() }))
    .output(type<{ jobUid: string }>()),
};

/** The vehicles of inspections come in a table of their own. */
export const inspectionVehicles = tableImport('督查车辆', 'editInspections', z.null());
