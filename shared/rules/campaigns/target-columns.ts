import type { ListColumns } from '../tables/list-columns.ts';

export type TargetMeaning = 'name' | 'county' | 'township' | 'minutes' | 'note';

/** What a table of targets holds; further columns, as of the exported list, come from the ledger. */
export const targetTableColumns: ListColumns<TargetMeaning> = {
  name: {
    name: '督查对象',
    words: '对象 对象名称 单位名称 名称 单位 检查对象 被督查单位 受检单位 场所 场所名称',
    isRequired: true,
    limit: 100,
  },
  county: { name: '县(市、区)', words: '区县 县区 县市区 所在区县 辖区' },
  township: { name: '乡镇(街道)', words: '乡镇 街道 乡镇街道 所在乡镇' },
  minutes: { name: '预计用时(分钟)', words: '预计用时 用时 分钟 检查用时' },
  note: { name: '备注', words: '说明', limit: 500 },
};
