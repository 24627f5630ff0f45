import type { ListColumns } from '../tables/list-columns.ts';

export type ShortfallMeaning = 'county' | 'unit' | 'township' | 'required' | 'existing' | 'note';

/** What a table of one item holds. */
export const shortfallTableColumns: ListColumns<ShortfallMeaning> = {
  county: { name: '县(市、区)', words: '区县 县区 县市区 区市县 所在区县' },
  unit: {
    name: '单位',
    words: '地区 名称 单位名称 乡镇 街道 乡镇街道 乡镇(街道) 镇街',
    isRequired: true,
  },
  township: { name: '所属乡镇(街道)', words: '上级乡镇' },
  required: { name: '应建', words: '应建数 应有 应配 规划数 应建数量' },
  existing: { name: '现有', words: '现有数 实有 已建 已建数 现有数量' },
  note: { name: '备注', words: '说明', limit: 200 },
};

export const shortfallFieldNames = { required: '应建', existing: '现有', note: '备注' } as const;
