import type { ListColumns } from '../tables/list-columns.ts';

export type DutyPersonMeaning = 'name' | 'unit' | 'post' | 'phone' | 'roles' | 'lastDay';

/** What a table of duty people holds. */
export const dutyPersonColumns: ListColumns<DutyPersonMeaning> = {
  name: { name: '姓名', words: '值班人员 人员 带班领导', limit: 30, isRequired: true },
  unit: { name: '单位', words: '工作单位 部门 科室', limit: 60 },
  post: { name: '职务', words: '职位 职级', limit: 60 },
  phone: { name: '电话', words: '手机 手机号 手机号码 联系电话 电话号码 联系方式', limit: 60 },
  roles: { name: '岗位', words: '值班岗位 带班或值班 角色 类别' },
  lastDay: { name: '最后一天', words: '值到哪天 停止值班日期', kind: 'day' },
};

export interface DutyRoles {
  canLead: boolean;
  canServe: boolean;
}

const LEADS = /带班|领导/u;
const SERVES = /值班(?!领导)|值守|主班|副班/u;
const BOTH = /^(?:都|均)(?:可|可以|行)?$/u;

/** 带班领导; 带班、值班. Null: it says neither. */
export function readDutyRoles(text: string): DutyRoles | null {
  const words = text.replaceAll(/\s/gu, '');
  if (BOTH.test(words)) return { canLead: true, canServe: true };
  const roles = { canLead: LEADS.test(words), canServe: SERVES.test(words) };
  return roles.canLead || roles.canServe ? roles : null;
}

export function dutyRolesText({ canLead, canServe }: DutyRoles): string {
  return [canLead ? '带班' : '', canServe ? '值班' : ''].filter((word) => word !== '').join('、');
}
