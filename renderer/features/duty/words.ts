import type { DutyPeriodFields, DutyPersonFields } from '#shared/contract/duty.ts';
import type { PartnerFields } from '#shared/contract/partner-units.ts';
import type { ClassCounts } from '#shared/rules/duty/model.ts';

export const periodLabels: Readonly<Record<keyof DutyPeriodFields, string>> = {
  kind: '类型',
  name: '名称',
  firstDay: '开始日期',
  lastDay: '结束日期',
  place: '值班地点',
  phone: '值班电话',
  fax: '传真',
  reportDue: '每日报告时间',
  reportTo: '报给谁',
  note: '备注',
  shifts: '班次',
  reporterUids: '报告单位',
};

export const personLabels: Readonly<Record<keyof DutyPersonFields, string>> = {
  name: '姓名',
  unit: '单位',
  post: '职务',
  phone: '电话',
  canLead: '可以带班',
  canServe: '可以值班',
  lastDay: '最后一天',
};

export const partnerLabels: Readonly<Record<keyof PartnerFields, string>> = {
  kind: '类别',
  name: '单位名称',
  dutyPhone: '值班电话',
  contact: '联系人',
  contactPhone: '联系人电话',
  note: '备注',
  confirmedOn: '核实日期',
};

/** Only what was touched: what somebody else changed beside it is no conflict. */
export function changesOf<Fields extends object>(
  before: Fields,
  after: Fields,
): { base: Partial<Fields>; set: Partial<Fields> } {
  const names = (Object.keys(before) as (keyof Fields)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const only = (fields: Fields): Partial<Fields> =>
    Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<Fields>;
  return { base: only(before), set: only(after) };
}

export function totalOf({ holiday, weekend, weekday }: ClassCounts): number {
  return holiday + weekend + weekday;
}
