import { findHeadingRow, headedColumns, type HeadedColumn, meaningsByWord } from '../tables/headings.ts';
import { type ReadProblem, RowTexts, type TableRow, wordsOf } from '../tables/row-texts.ts';
import { readLeave, type WrittenLeave } from './leave-text.ts';
import { type InspectorRole, inspectorRoleNames, inspectorRoles } from './model.ts';

/* A table of inspectors with headings in any order, one person per row; nothing has been looked up yet. */

export type Meaning =
  | 'name'
  | 'unit'
  | 'homeCounty'
  | 'roles'
  | 'skills'
  | 'post'
  | 'phone'
  | 'leave'
  | 'note'
  | 'leftOn';

const words: Readonly<Record<Meaning, string>> = {
  name: '姓名 名字 人员姓名 督查人员 检查人员 督查员 检查员',
  unit: '单位 工作单位 所在单位 单位名称 所属单位 派出单位 抽调单位 部门',
  homeCounty:
    '回避区县 回避县市区 回避地区 家乡 籍贯 籍贯县市区 户籍 户籍地 户籍县市区 原籍 家庭所在地 家庭住地',
  roles: '角色 身份 组内身份 组内职务 督查角色 担任角色',
  skills: '专长 专业 擅长 业务专长 专业特长 专业方向 专业领域',
  post: '职务 职务职级 职称 职位',
  phone: '电话 联系电话 联系方式 手机 手机号 手机号码 电话号码 联系号码',
  leave: '请假 请假时间 请假日期 请假安排 不能参加的日期 不能参加时间',
  note: '备注 说明',
  leftOn: '离开日期 离开时间 退出日期 调离日期 离库日期',
};
const meanings = meaningsByWord(words);

export const meaningNames: Readonly<Record<Meaning, string>> = {
  name: '姓名',
  unit: '单位',
  homeCounty: '回避区县',
  roles: '角色',
  skills: '专长',
  post: '职务',
  phone: '电话',
  leave: '请假',
  note: '备注',
  leftOn: '离开日期',
};

/** One person as the row says it; empty where the row or the whole table is silent. */
export interface ReadInspector {
  row: number;
  name: string;
  unit: string;
  homeCounty: string;
  roles: InspectorRole[];
  skillWords: string[];
  post: string;
  phone: string;
  leave: WrittenLeave[];
  note: string;
  leftOn: string | null;
}

export interface ReadInspectors {
  people: ReadInspector[];
  columns: HeadedColumn<Meaning>[];
  problems: ReadProblem[];
}

const limits = { name: 30, unit: 60, post: 100, phone: 60, note: 500 } as const;
const otherRoleWords: Readonly<Record<string, InspectorRole>> = {
  带队领导: 'leader',
  成员: 'inspector',
  检查员: 'inspector',
  督查员: 'inspector',
  技术专家: 'expert',
  司机: 'driver',
  驾驶: 'driver',
};
const roleOfWord = new Map<string, InspectorRole>([
  ...Object.entries(otherRoleWords),
  ...inspectorRoles.map((role) => [inspectorRoleNames[role], role] as const),
]);

export function readInspectors(rows: readonly TableRow[]): ReadInspectors {
  const headings = findHeadingRow(rows, 'name', (cells) => headedColumns(cells, meanings));
  if (headings === null) {
    const text = '没有找到标题行：第一行应写明各列是什么，至少要有“姓名”一列。';
    return { people: [], columns: [], problems: [{ severity: 'error', row: 0, column: '', text }] };
  }
  const texts = new RowTexts<Meaning>(headings.columns);
  const people = rows.slice(headings.place + 1).flatMap((row) => readRow(texts, row) ?? []);
  return { people, columns: headings.columns, problems: texts.problems };
}

function readRow(texts: RowTexts<Meaning>, source: TableRow): ReadInspector | null {
  const name = texts.name(source, 'name', '姓名');
  if (name === null) return null;
  texts.checkLengths(source, limits);
  const text = (meaning: Meaning): string => texts.text(source, meaning);
  return {
    row: source.row,
    // Two-character names are spread over three places in printed lists.
    name: /^(?:\p{Script=Han}\s)+\p{Script=Han}$/u.test(name) ? name.replaceAll(' ', '') : name,
    unit: text('unit'),
    homeCounty: text('homeCounty'),
    roles: rolesOf(texts, source),
    skillWords: wordsOf(text('skills')),
    post: text('post'),
    phone: text('phone'),
    leave: leaveOf(texts, source),
    note: text('note'),
    leftOn: texts.day(source, 'leftOn'),
  };
}

function rolesOf(texts: RowTexts<Meaning>, source: TableRow): InspectorRole[] {
  const named = new Set<InspectorRole>();
  for (const word of wordsOf(texts.text(source, 'roles'))) {
    const role = roleOfWord.get(word);
    if (role !== undefined) named.add(role);
    else texts.note('error', source.row, 'roles', `没有“${word}”这个角色，请写组长、组员、专家或驾驶员。`);
  }
  return inspectorRoles.filter((role) => named.has(role));
}

function leaveOf(texts: RowTexts<Meaning>, source: TableRow): WrittenLeave[] {
  const leave = readLeave(texts.text(source, 'leave'));
  if (Array.isArray(leave)) return leave;
  texts.note(
    'error',
    source.row,
    'leave',
    `没有看懂“${leave.problem}”，请写成 2026-12-01至2026-12-05 培训，几次请假用分号分开。`,
  );
  return [];
}
