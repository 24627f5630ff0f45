import type { ListColumns } from '../tables/list-columns.ts';

export type TaskMeaning =
  | 'supporting'
  | 'leads'
  | 'due'
  | 'assigned'
  | 'cycle'
  | 'kind'
  | 'source'
  | 'content'
  | 'title';

/** What a 任务分解表 or 台账 of any city holds; the first pattern that fits counts. */
export const taskTableColumns: ListColumns<TaskMeaning> = {
  supporting: { name: '配合单位', words: '', pattern: /配合|协办|参与|协同/u },
  leads: {
    name: '牵头单位',
    words: '',
    pattern: /牵头|责任|主办|承办|落实单位|实施单位|^单位$|^部门$/u,
  },
  due: { name: '完成时限', words: '', pattern: /时限|完成时间|截止|期限|完成日期|^时间/u },
  assigned: { name: '交办日期', words: '', pattern: /交办(?:日期|时间)|下达(?:日期|时间)/u },
  cycle: { name: '反馈周期', words: '', pattern: /反馈|报送频次|频次|周期/u },
  kind: { name: '类别', words: '任务类别' },
  source: { name: '来源', words: '', pattern: /来源|依据|文件|会议/u, limit: 200 },
  content: { name: '具体内容', words: '', pattern: /具体|措施|要求|内容|目标/u, limit: 4_000 },
  title: {
    name: '任务',
    words: '',
    pattern: /任务|事项|工作|项目|名称/u,
    limit: 200,
    isRequired: true,
  },
};

/** The same for a table that is read by itself. */
export const taskHeadings = (Object.keys(taskTableColumns) as TaskMeaning[]).flatMap((column) => {
  const { name, pattern } = taskTableColumns[column];
  return [{ column, words: pattern ?? new RegExp(`^(?:任务)?${name}$`, 'u') }];
});
