import type { ListColumns } from '../tables/list-columns.ts';

export type CreditMeaning = 'name' | 'code' | 'county' | 'kind' | 'day' | 'text' | 'number';

/** What a table of credit events holds: penalties, awards. */
export const creditTableColumns: ListColumns<CreditMeaning> = {
  name: {
    name: '企业名称',
    words: '单位名称 名称 企业 单位 当事人 相对人 行政相对人名称 被处罚单位 受表彰单位',
    limit: 100,
    isRequired: true,
  },
  code: { name: '统一社会信用代码', words: '信用代码 社会信用代码 统一信用代码 组织机构代码' },
  county: { name: '所在地', words: '县市区 区县 属地 所在区县 所属区县 乡镇 乡镇街道' },
  kind: { name: '信用事项', words: '事项 事项种类 种类 类别 失信行为 守信行为 行为', isRequired: true },
  day: {
    name: '日期',
    words: '发生日期 处罚日期 认定日期 表彰日期 决定日期 处罚决定日期 时间',
    kind: 'day',
    isRequired: true,
  },
  text: { name: '事由', words: '内容 违法事实 主要事实 事实 情况 说明 处罚内容', limit: 500 },
  number: { name: '文号', words: '文书文号 决定书文号 处罚决定书文号 文书号', limit: 60 },
};
