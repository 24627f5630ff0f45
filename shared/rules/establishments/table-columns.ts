import type { ListColumns } from '../tables/list-columns.ts';

export type EstablishmentMeaning =
  | 'county'
  | 'unit'
  | 'township'
  | 'plannedOn'
  | 'establishedOn'
  | 'document'
  | 'place'
  | 'head'
  | 'phone'
  | 'posts'
  | 'note';

/** What a ledger of grass-roots bodies holds. */
export const establishmentTableColumns: ListColumns<EstablishmentMeaning> = {
  county: { name: '县(市、区)', words: '区县 县区 县市区 区市县 所在区县' },
  unit: {
    name: '单位',
    words: '村社区 村 社区 村居 行政村 村名称 村社区名称',
    pattern: /^(?:(?:所属|所在)?(?:乡镇|街道|乡镇街道|镇街|乡镇办)(?:名称)?|单位名称|名称)$/u,
    isRequired: true,
  },
  // The same headings mean this one where another column names the villages.
  township: {
    name: '所属乡镇(街道)',
    words: '上级乡镇',
    pattern: /^(?:所属|所在)?(?:乡镇|街道|乡镇街道|镇街|乡镇办)(?:名称)?$/u,
  },
  plannedOn: { name: '计划日期', words: '计划挂牌日期 计划挂牌时间 计划时间 拟挂牌时间', kind: 'day' },
  establishedOn: { name: '挂牌日期', words: '挂牌时间 成立日期 成立时间 设立日期 设立时间', kind: 'day' },
  document: { name: '批准文件', words: '文件 文号 成立文件 批文 发文文号', limit: 100 },
  place: { name: '地点', words: '挂牌地点 办公地点 地址 办公场所', limit: 100 },
  head: { name: '负责人', words: '主要负责人 站长 主任 责任人', limit: 60 },
  phone: { name: '电话', words: '联系电话 联系方式 手机', limit: 60 },
  posts: { name: '专职人员', words: '专职人数 人员 人数 在岗人数 专职人员数' },
  note: { name: '备注', words: '说明', limit: 500 },
};
