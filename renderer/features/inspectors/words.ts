import { localDay } from '#shared/calendar/days.ts';
import type {
  Inspector,
  InspectorFields,
  InspectorFilter,
  InspectorView,
  Leave,
} from '#shared/contract/inspectors.ts';
import { inspectorRoleNames, inspectorRoles, isGone } from '#shared/rules/inspectors/model.ts';

export const everybody: InspectorFilter = {
  view: 'active',
  role: null,
  skillUid: null,
  unit: null,
  awayOn: null,
  text: '',
};

export const viewNames: Readonly<Record<InspectorView, string>> = {
  active: '在库',
  left: '已离开',
  all: '全部',
};

export const fieldLabels: Readonly<Record<keyof InspectorFields, string>> = {
  name: '姓名',
  organizationUid: '单位',
  unit: '单位',
  homeCountyUid: '回避区县',
  roles: '角色',
  skillUids: '专长',
  post: '职务',
  phone: '电话',
  note: '备注',
  leftOn: '离开日期',
};

export const roleOptions = inspectorRoles.map((role) => ({ value: role, label: inspectorRoleNames[role] }));

export function roleText({ roles }: Pick<Inspector, 'roles'>): string {
  return roles.map((role) => inspectorRoleNames[role]).join('、');
}

export function skillText({ skills }: Pick<Inspector, 'skills'>): string {
  return skills.map(({ name }) => name).join('、');
}

/** 2026-12-01 至 12-05 */
export function daysText({ firstDay, lastDay }: Pick<Leave, 'firstDay' | 'lastDay'>): string {
  if (firstDay === lastDay) return firstDay;
  const isSameYear = firstDay.slice(0, 4) === lastDay.slice(0, 4);
  return `${firstDay} 至 ${isSameYear ? lastDay.slice(5) : lastDay}`;
}

export function hasLeft({ leftOn }: Pick<Inspector, 'leftOn'>): boolean {
  return isGone(leftOn, localDay(Date.now()));
}

/** What a clerk can change of a person; leave has dialogs of its own. */
export function fieldsOf(person: Inspector): InspectorFields {
  const { name, organizationUid, unitName, homeCountyUid, roles, post, phone, note, leftOn } = person;
  const skillUids = person.skills.map(({ uid }) => uid);
  const unit = organizationUid === null ? unitName : '';
  return { name, organizationUid, unit, homeCountyUid, roles, skillUids, post, phone, note, leftOn };
}
