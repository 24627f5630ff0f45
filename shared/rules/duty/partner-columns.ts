import type { ListColumns } from '../tables/list-columns.ts';

export type PartnerMeaning =
  | 'kind'
  | 'name'
  | 'dutyPhone'
  | 'contact'
  | 'contactPhone'
  | 'confirmedOn'
  | 'note';

/** What a table of partner units holds. */
export const partnerColumns: ListColumns<PartnerMeaning> = {
  kind: { name: '类别', words: '类型 系统 行业', limit: 20 },
  name: { name: '单位名称', words: '单位 名称 联动单位 部门', limit: 60, isRequired: true },
  dutyPhone: { name: '值班电话', words: '24小时值班电话 电话 联系电话 值班室电话', limit: 60 },
  contact: { name: '联系人', words: '联络员 姓名', limit: 30 },
  contactPhone: { name: '联系人电话', words: '手机 手机号 联系人手机', limit: 60 },
  confirmedOn: { name: '核实日期', words: '确认日期', kind: 'day' },
  note: { name: '备注', words: '说明', limit: 200 },
};
