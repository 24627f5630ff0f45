import type { ListColumn, ListColumns } from '../tables/list-columns.ts';

/** What a column of a table of sites holds; `kind:` with the uid of a kind answers yes or no for that kind. */
export type Meaning = NamedMeaning | `kind:${string}`;
type NamedMeaning =
  | 'name'
  | 'county'
  | 'township'
  | 'address'
  | 'trade'
  | 'kinds'
  | 'responsiblePerson'
  | 'phone'
  | 'note'
  | 'closedOn';

const named: ListColumns<NamedMeaning> = {
  name: {
    name: '单位名称',
    words:
      '名称 单位 单位全称 全称 场所 场所名称 企业名称 企业 重点单位 重点单位名称 单位场所名称 单位或场所名称 建筑名称 项目名称',
    limit: 100,
    isRequired: true,
  },
  county: {
    name: '县(市、区)',
    words: '县 区 县区 区县 县市 市县区 区县市 区市县 辖区 属地 所在地 区域 所属辖区 县市区开发区',
  },
  township: {
    name: '乡镇(街道)',
    words: '乡镇 镇街 街镇 街道 镇 乡 镇街道 乡街道 乡镇街办 镇办 乡镇办',
  },
  address: {
    name: '地址',
    words: '详细地址 单位地址 场所地址 具体地址 所在地址 坐落 位置 地点',
    limit: 200,
  },
  trade: { name: '行业', words: '行业类别 行业分类 行业类型 行业领域 行业部门', limit: 20 },
  kinds: { name: '类别', words: '单位类别 场所类别 类型 单位类型 场所类型 单位性质 场所性质' },
  responsiblePerson: {
    name: '负责人',
    words:
      '责任人 消防安全责任人 消防安全负责人 单位负责人 主要负责人 法定代表人 法人 法人代表 联系人 消防安全管理人 管理人 负责人姓名',
    limit: 60,
  },
  phone: {
    name: '电话',
    words: '联系电话 联系方式 手机 手机号 手机号码 电话号码 负责人电话 责任人电话 联系人电话 联系号码',
    limit: 60,
  },
  note: { name: '备注', words: '说明', limit: 500 },
  closedOn: {
    name: '退出日期',
    words: '退出时间 停业日期 停用日期 关停日期 关闭日期 注销日期 撤销日期',
    kind: 'day',
  },
};

/** @param kinds of the office, each with every word that means it */
export function siteTableColumns(
  kinds: readonly { uid: string; name: string; words: readonly string[] }[],
): ListColumns<Meaning> {
  const ofKinds = kinds.map(({ uid, name, words }): [Meaning, ListColumn] => [
    `kind:${uid}`,
    { name: `是否${name}`, words: words.map((word) => word.replaceAll(' ', '')).join(' ') },
  ]);
  return { ...named, ...Object.fromEntries(ofKinds) };
}

/** The kind that a column is about; null: it is about something else. */
export function kindOf(meaning: Meaning): string | null {
  return meaning.startsWith('kind:') ? meaning.slice('kind:'.length) : null;
}
