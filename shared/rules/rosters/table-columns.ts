import type { ListColumns } from '../tables/list-columns.ts';

/* What the columns of a roster can mean. */

export type RosterMeaning =
  | 'position'
  | 'name'
  | 'unit'
  | 'post'
  | 'title'
  | 'phone'
  | 'officePhone'
  | 'mobile'
  | 'firstDay'
  | 'lastDay'
  | 'document'
  | 'note';

const PHONE_LIMIT = 40;

export const rosterTableColumns: ListColumns<RosterMeaning> = {
  position: {
    name: '职位',
    words:
      '委员会职务 委员会职位 委员会任职 本委员会职务 本委员会职位 消安委职务 消安委职位 消安委任职 担任职务 ' +
      '担任消安委职务 任职 所任职 身份 组成 类别 成员类别',
    pattern: /(?:委员会|安委).*(?:职务|职位|任职)/u,
  },
  name: { name: '姓名', words: '名字 人员 人员姓名 成员姓名 领导姓名', limit: 30, isRequired: true },
  unit: {
    name: '单位',
    words: '工作单位 单位名称 所在单位 成员单位 部门 单位全称 本单位 本部门 本单位名称 本单位全称',
    limit: 60,
  },
  post: {
    name: '职务',
    words: '行政职务 现任职务 单位职务 本单位职务 职务职级 本职务 本行政职务',
    limit: 100,
  },
  title: {
    name: '单位及职务',
    words:
      '单位和职务 单位与职务 单位职务名称 工作单位及职务 所在单位及职务 本单位及职务 本单位和职务 本单位与职务',
    pattern: /单位.*职务/u,
    limit: 160,
    isLong: true,
  },
  phone: {
    name: '电话',
    words: '联系电话 联系方式 电话号码 联系号码',
    pattern: /电话|联系方式/u,
    limit: PHONE_LIMIT,
  },
  officePhone: {
    name: '办公电话',
    words: '座机 固话 固定电话 办公室电话 单位电话 本单位电话',
    limit: PHONE_LIMIT,
  },
  mobile: {
    name: '手机',
    words: '手机号 手机号码 移动电话 手机电话',
    pattern: /手机/u,
    limit: PHONE_LIMIT,
  },
  firstDay: { name: '任职日期', words: '任职时间 开始日期 起始日期 起任日期', kind: 'day' },
  lastDay: { name: '截止日期', words: '结束日期 免职日期 免职时间 到期日期', kind: 'day' },
  document: { name: '依据文件', words: '文号 依据 任职文号 文件', limit: 200 },
  note: { name: '备注', words: '说明', limit: 500 },
};
