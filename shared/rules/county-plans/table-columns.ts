import type { ListColumns } from '../tables/list-columns.ts';

export type CountyTaskMeaning = 'text' | 'unit' | 'dueOn' | 'answers';

/** What a table of a county's tasks holds. */
export const countyTaskColumns: ListColumns<CountyTaskMeaning> = {
  text: {
    name: '任务',
    words: '任务名称 工作任务 具体任务 重点任务 任务内容 工作内容 工作措施 主要任务 具体措施 事项',
    pattern: /任务|措施/u,
    limit: 1_000,
    isRequired: true,
  },
  unit: {
    name: '责任单位',
    words: '牵头单位 责任部门 牵头部门 承办单位 责任人 负责单位',
    pattern: /责任|牵头/u,
    limit: 100,
  },
  // In words, too: 10月底前.
  dueOn: {
    name: '完成时限',
    words: '时限 完成时间 完成日期 截止日期 时间要求 完成期限',
    pattern: /时限|完成时间/u,
  },
  answers: { name: '对应市方案任务', words: '市方案任务 市级任务 对应任务 对应市级任务' },
};
