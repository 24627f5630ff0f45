import type { ListColumns } from '../tables/list-columns.ts';

export type FireMeaning = 'county' | 'township' | 'fires' | 'deaths' | 'injuries' | 'loss' | 'source';

/** What a table of a month's fire figures holds. */
export const fireTableColumns: ListColumns<FireMeaning> = {
  county: { name: '县(市、区)', words: '区县 县区 县市区 区市县 地区 单位 名称', isRequired: true },
  township: { name: '乡镇(街道)', words: '乡镇 街道 镇街 乡镇街道 镇' },
  fires: { name: '起数', words: '火灾起数 火灾 火灾数 起数(起) 火灾起数(起)', isRequired: true },
  deaths: { name: '死亡', words: '死亡人数 亡人 死亡(人) 死亡人数(人)', isRequired: true },
  injuries: { name: '受伤', words: '受伤人数 伤人 受伤(人) 受伤人数(人)', isRequired: true },
  loss: {
    name: '直接财产损失(万元)',
    words: '直接财产损失 损失 财产损失 损失(万元) 财产损失(万元) 直接财产损失万元',
    isRequired: true,
  },
  source: { name: '来源', words: '数据来源', limit: 100 },
};
