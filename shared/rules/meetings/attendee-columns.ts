import type { AttendeeRole } from '../../contract/meetings.ts';
import type { ListColumns } from '../tables/list-columns.ts';

export type AttendeeMeaning = 'name' | 'unit' | 'post' | 'phone' | 'role';

/** What a list of people who are called to a meeting holds. */
export const attendeeTableColumns: ListColumns<AttendeeMeaning> = {
  name: { name: '姓名', words: '参会人员 参会人 参会领导 人员姓名', isRequired: true, limit: 30 },
  unit: { name: '单位', words: '单位名称 工作单位 参会单位 所在单位 部门', limit: 60 },
  post: { name: '职务', words: '职务职称 职位', limit: 60 },
  phone: { name: '电话', words: '联系电话 手机 手机号 手机号码 联系方式', limit: 40 },
  role: { name: '身份', words: '参会身份 参会方式 参会类别' },
};

const roleWords: ReadonlyMap<string, AttendeeRole> = new Map([
  ['参会', 'member'],
  ['参加', 'member'],
  ['出席', 'member'],
  ['列席', 'observer'],
]);

/** Null for a word that says neither. */
export function attendeeRoleOf(word: string): AttendeeRole | null {
  return roleWords.get(word.replace(/人员$/u, '')) ?? null;
}
