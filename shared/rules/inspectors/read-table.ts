import type { HeadedColumn } from '../tables/headings.ts';
import type { ListColumns } from '../tables/list-columns.ts';
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

export const inspectorTableColumns: ListColumns<Meaning> = {
  name: {
    name: '姓名',
    words: '名字 人员姓名 督查人员 检查人员 督查员 检查员',
    limit: 30,
    isRequired: true,
  },
  unit: { name: '单位', words: '工作单位 所在单位 单位名称 所属单位 派出单位 抽调单位 部门', limit: 60 },
  homeCounty: {
    name: '回避区县',
    words: '回避县市区 回避地区 家乡 籍贯 籍贯县市区 户籍 户籍地 户籍县市区 原籍 家庭所在地 家庭住地',
  },
  roles: { name: '角色', words: '身份 组内身份 组内职务 督查角色 担任角色' },
  skills: { name: '专长', words: '专业 擅长 业务专长 专业特长 专业方向 专业领域' },
  post: { name: '职务', words: '职务职级 职称 职位', limit: 100 },
  phone: {
    name: '电话',
    words: '联系电话 联系方式 手机 手机号 手机号码 电话号码 联系号码',
    limit: 60,
  },
  leave: { name: '请假', words: '请假时间 请假日期 请假安排 不能参加的日期 不能参加时间' },
  note: { name: '备注', words: '说明', limit: 500 },
  leftOn: { name: '离开日期', words: '离开时间 退出日期 调离日期 离库日期', kind: 'day' },
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
  problems: ReadProblem[];
}

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

/** @param rows below the heading */
export function readInspectors(
  rows: readonly TableRow[],
  columns: readonly HeadedColumn<Meaning>[],
): ReadInspectors {
  const texts = new RowTexts<Meaning>(columns);
  const people = rows.flatMap((row) => readRow(texts, row) ?? []);
  return { people, problems: texts.problems };
}

function readRow(texts: RowTexts<Meaning>, source: TableRow): ReadInspector | null {
  const name = texts.name(source, 'name', '姓名');
  if (name === null) return null;
  texts.check(source, inspectorTableColumns);
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
