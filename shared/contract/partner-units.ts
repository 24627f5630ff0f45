import { type } from '@orpc/contract';
import * as z from 'zod';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

export interface PartnerUnit {
  uid: string;
  kind: string;
  name: string;
  dutyPhone: string;
  contact: string;
  contactPhone: string;
  note: string;
  confirmedOn: string | null;
  /** Not confirmed within the office's term. */
  isStale: boolean;
  initials: string;
}

export interface PartnerUnits {
  /** By kind in the office's order, then by name. */
  units: PartnerUnit[];
  settings: PartnerSettings;
}

const settingsSchema = z.object({
  kinds: z.array(nameSchema('类别', 20)).min(1, '至少要有一个类别').max(50, '最多 50 个类别'),
  /** After so many days a phone has to be confirmed anew. */
  confirmDays: z.int().min(1, '至少 1 天').max(1_000, '最多 1000 天'),
});
export type PartnerSettings = z.infer<typeof settingsSchema>;
export { settingsSchema as partnerSettingsSchema };

const fields = {
  kind: nameSchema('类别', 20),
  name: nameSchema('单位名称', 60),
  dutyPhone: textSchema('值班电话', 60),
  contact: textSchema('联系人', 30),
  contactPhone: textSchema('联系人电话', 60),
  note: textSchema('备注', 200),
  confirmedOn: daySchema.nullable(),
};
const unitSchema = z.object(fields);
export type PartnerFields = z.infer<typeof unitSchema>;

export const partnerUnits = {
  list: read('联动单位通讯录').output(type<PartnerUnits>()),
  add: reversible('新增联动单位', 'editDuty').input(unitSchema).output(type<{ uid: string }>()),
  update: reversible('修改联动单位', 'editDuty').input(patchSchema(fields)).output(type<{ uid: string }>()),
  remove: reversible('删除联动单位', 'editDuty')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  /** Phones and contacts were found right today. */
  confirm: reversible('核实联动单位电话', 'editDuty')
    .input(z.object({ uids: z.array(uidSchema).min(1, '请至少选择一个单位').max(500), day: daySchema }))
    .output(type<{ changed: number }>()),
  ...tableImport('联动单位', 'editDuty', z.null()),
  setSettings: reversible('修改通讯录设置', 'editDuty')
    .input(z.object({ base: settingsSchema, set: settingsSchema }))
    .output(type<{ done: true }>()),
  exportWorkbook: exporting('导出联动单位通讯录').output(type<{ jobUid: string }>()),
};
