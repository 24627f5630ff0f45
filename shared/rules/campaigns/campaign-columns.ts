import type { ListColumns } from '../tables/list-columns.ts';

export type CampaignMeaning = 'title' | 'kind' | 'document' | 'firstDay' | 'lastDay' | 'announced';

/** What a plan of campaigns holds, one a row. */
export const campaignTableColumns: ListColumns<CampaignMeaning> = {
  title: { name: '督查名称', words: '名称 专项督查 督查 督查项目 项目名称', limit: 100, isRequired: true },
  kind: { name: '督查类型', words: '类型 类别' },
  document: { name: '来文依据', words: '依据 文件 文号 督查依据', limit: 200 },
  firstDay: { name: '开始日期', words: '开始 起始日期 开始时间', kind: 'day' },
  lastDay: { name: '结束日期', words: '结束 截止日期 结束时间', kind: 'day' },
  announced: { name: '方式', words: '督查方式 明察暗访' },
};
