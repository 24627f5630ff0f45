import { findHeadingRow, headingWord, meaningsByWord } from '../tables/headings.ts';

/** What a column of a table of sites holds; `kind` answers yes or no for one kind. */
export type Meaning = NamedMeaning | 'kind';
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

export interface Column {
  index: number;
  heading: string;
  meaning: Meaning;
  /** Of a column that is about one kind. */
  kindUid: string | null;
}

const words: Readonly<Record<NamedMeaning, string>> = {
  name: '单位名称 名称 单位 单位全称 全称 场所 场所名称 企业名称 企业 重点单位 重点单位名称 单位场所名称 单位或场所名称 建筑名称 项目名称',
  county: '县 区 县区 区县 县市 县市区 市县区 区县市 区市县 辖区 属地 所在地 区域 所属辖区 县市区开发区',
  township: '乡镇 镇街 街镇 街道 镇 乡 乡镇街道 镇街道 乡街道 乡镇街办 镇办 乡镇办',
  address: '地址 详细地址 单位地址 场所地址 具体地址 所在地址 坐落 位置 地点',
  trade: '行业 行业类别 行业分类 行业类型 行业领域 行业部门',
  kinds: '类别 单位类别 场所类别 类型 单位类型 场所类型 单位性质 场所性质',
  responsiblePerson:
    '负责人 责任人 消防安全责任人 消防安全负责人 单位负责人 主要负责人 法定代表人 法人 法人代表 联系人 消防安全管理人 管理人 负责人姓名',
  phone: '电话 联系电话 联系方式 手机 手机号 手机号码 电话号码 负责人电话 责任人电话 联系人电话 联系号码',
  note: '备注 说明',
  closedOn: '退出日期 退出时间 停业日期 停用日期 关停日期 关闭日期 注销日期 撤销日期',
};
const meaningOfWord = meaningsByWord(words);

export const meaningNames: Readonly<Record<Meaning, string>> = {
  name: '单位名称',
  county: '县(市、区)',
  township: '乡镇(街道)',
  address: '地址',
  trade: '行业',
  kinds: '类别',
  responsiblePerson: '负责人',
  phone: '电话',
  note: '备注',
  closedOn: '退出日期',
  kind: '类别(是/否)',
};

export interface Headings {
  columns: Column[];
  /** Its place among the rows. */
  place: number;
}

/** @returns null where no row has a heading for names */
export function findHeadings(
  rows: readonly { cells: readonly string[] }[],
  kindOfWord: (word: string) => string | null,
): Headings | null {
  return findHeadingRow(rows, 'name', (cells) => columnsOf(cells, kindOfWord));
}

function columnsOf(cells: readonly string[], kindOfWord: (word: string) => string | null): Column[] {
  const columns: Column[] = [];
  for (const [index, heading] of cells.entries()) {
    const word = headingWord(heading);
    const named = meaningOfWord.get(word) ?? meaningOfWord.get(word.replace(/^(?:所属|所在|隶属)/u, ''));
    // A merged title covers many columns with the same text: only the first can mean something.
    if (named !== undefined && !columns.some(({ meaning }) => meaning === named)) {
      columns.push({ index, heading, meaning: named, kindUid: null });
      continue;
    }
    const kindUid = kindOfWord(word.replace(/^是否(?:为|是|属于)?/u, ''));
    if (kindUid === null || columns.some((column) => column.kindUid === kindUid)) continue;
    columns.push({ index, heading, meaning: 'kind', kindUid });
  }
  return columns;
}
