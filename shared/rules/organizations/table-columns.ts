import type { Mapping } from '../tables/form.ts';
import { HEADING_ROWS, headingWord } from '../tables/headings.ts';
import type { ListColumn, ListColumns } from '../tables/list-columns.ts';
import type { TableRow } from '../tables/row-texts.ts';
import { levelNames } from './levels.ts';

/** Levels that have a column of their own, from the county down. */
export const pathLevels = ['county', 'township', 'village', 'memberUnit'] as const;
export type PathLevel = (typeof pathLevels)[number];

type NamedMeaning = PathLevel | 'name' | 'shortName' | 'level' | 'parent' | 'marks' | 'code';
/** What a column of a table of organizations holds; `mark:` with the key of a mark answers yes or no for that mark. */
export type Meaning = NamedMeaning | `mark:${string}`;

const MOST_CHARACTERS = 60;

/** 县 is written as 县名 and 县名称, too. */
function withEndings(words: string): string {
  const all = words.split(' ').flatMap((word) => [word, `${word}名`, `${word}名称`]);
  return all.join(' ');
}

/** What is named by it: the organization of the row, or what it stands under. */
function naming(name: string, words: string): ListColumn {
  return { name, words: withEndings(words), limit: MOST_CHARACTERS, isOneRequired: true };
}

const named: ListColumns<NamedMeaning> = {
  county: naming(
    levelNames.county,
    '县 区 县区 区县 县市 县市区 市县区 区县市 区市县 县级 辖区 县市区开发区',
  ),
  township: naming(
    levelNames.township,
    '乡镇 镇街 街镇 街道 镇 乡 乡镇街道 镇街道 乡街道 镇乡街道 乡镇街办 镇办 乡镇办',
  ),
  village: naming(
    levelNames.village,
    '村 社区 村社区 社区村 行政村 村居 村居社区 村委会 居委会 村居委会 行政村社区',
  ),
  memberUnit: naming(levelNames.memberUnit, '成员单位 部门 部门单位 委员会成员单位 消安委成员单位'),
  name: naming('名称', '全称 单位 机构 单位名称 机构名称 单位全称 机构全称 组织名称'),
  shortName: { name: '简称', words: withEndings('简称 单位简称 机构简称'), limit: 30 },
  level: {
    name: '级别',
    words: withEndings('级别 层级 类型 类别 机构级别 单位级别 行政级别 单位类型 机构类型 机构类别'),
  },
  parent: {
    name: '上级',
    words: withEndings('上级 上级单位 上级机构 所属 隶属 所属单位 隶属单位 主管单位 隶属关系'),
  },
  marks: { name: '标记', words: withEndings('标记 标签 机构标记') },
  code: {
    name: '代码',
    words: withEndings('代码 编码 区划代码 区划编码 行政区划代码 行政区划编码 统计用区划代码 统计代码'),
  },
};

const namedWords = new Set(
  Object.values(named).flatMap(({ name, words }) => [name, ...words.split(' ')].map(headingWord)),
);

/** @param marks names of the office's marks by key: each may head a column of its own */
export function organizationTableColumns(marks: ReadonlyMap<string, string>): ListColumns<Meaning> {
  const ofMarks = [...marks].map(([mark, name]): [Meaning, ListColumn] => {
    const word = headingWord(name);
    // A mark that is called 街道 does not take the column of the townships.
    return [`mark:${mark}`, { name: `是否${name}`, words: namedWords.has(word) ? '' : word }];
  });
  return { ...named, ...Object.fromEntries(ofMarks) };
}

/** The mark that a column is about; null: it is about something else. */
export function markOf(meaning: Meaning): string | null {
  return meaning.startsWith('mark:') ? meaning.slice('mark:'.length) : null;
}

/** Plain names: the first column that is not a running number, then the short name. */
export function columnsOfPlainNames(rows: readonly TableRow[]): Mapping {
  const width = Math.max(0, ...rows.slice(0, HEADING_ROWS).map(({ cells }) => cells.length));
  const isNumber = (index: number) => rows.every(({ cells }) => /^\d*$/u.test(cells[index] ?? ''));
  const meanings: Meaning[] = ['name', 'shortName'];
  return Array.from({ length: width }, (_unused, index) =>
    isNumber(index) ? null : (meanings.shift() ?? null),
  );
}
