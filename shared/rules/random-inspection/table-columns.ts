import type { ListColumns } from '../tables/list-columns.ts';

export type ObjectMeaning = 'name' | 'county' | 'township' | 'credit' | 'punished' | 'validUntil' | 'note';

/** What a table of objects of one class holds. */
export const objectTableColumns: ListColumns<ObjectMeaning> = {
  name: {
    name: '对象名称',
    words: '名称 单位名称 企业名称 检查对象 单位 市场主体',
    isRequired: true,
    limit: 100,
  },
  county: { name: '县(市、区)', words: '区县 县区 县市区 所在区县 辖区' },
  township: { name: '乡镇(街道)', words: '乡镇 街道 乡镇街道 所在乡镇' },
  credit: { name: '信用等级', words: '信用 信用评价' },
  punished: { name: '受过处罚', words: '处罚 是否处罚 行政处罚' },
  validUntil: { name: '有效期至', words: '有效期 入库有效期', kind: 'day' },
  note: { name: '备注', words: '说明', limit: 200 },
};
