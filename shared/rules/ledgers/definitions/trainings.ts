import type { LedgerDefinition, LedgerMeasure, LedgerValues } from '../definition.ts';

const HOURS_SCALE = 10;

/** 培训演练: who learned or practised what, when and for how long; counted in the time it was held. */
export const trainings: LedgerDefinition = {
  key: 'trainings',
  table: 'training',
  name: '培训演练',
  unit: '场',
  path: '/trainings',
  section: '基层力量',
  keywords: 'pxyl peixun yanlian xuanchuan shusan yanxi',
  intro:
    '这里登记培训和演练：哪天、多长时间、多少人、哪些人、在哪里、谁组织、效果怎样，可以附照片。按季度统计场次、人次和学时。',
  levels: ['city', 'county', 'township', 'village'],
  title: 'topic',
  unique: ['organizationUid', 'topic', 'heldOn'],
  searched: ['audience', 'venue', 'organiser', 'result'],
  filters: ['form', 'kind'],
  sorts: ['heldOn'],
  files: '照片和材料',
  columns: [
    {
      key: 'topic',
      name: '主题',
      words: '名称 内容 培训内容 培训主题 演练名称 活动名称 培训演练主题',
      kind: 'line',
      limit: 100,
      required: true,
      width: 220,
    },
    {
      key: 'form',
      name: '形式',
      words: '培训或演练 活动形式',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'training', name: '培训', words: '讲座 授课 宣讲' },
        { value: 'drill', name: '演练', words: '演习 拉动' },
      ],
    },
    {
      key: 'kind',
      name: '类别',
      words: '种类 类型 培训类别 演练类别 培训类型',
      kind: 'term',
      required: true,
      width: 104,
    },
    {
      key: 'heldOn',
      name: '日期',
      words: '时间 培训日期 培训时间 演练日期 演练时间 举办日期 活动日期 活动时间',
      kind: 'day',
      required: true,
      width: 108,
    },
    {
      key: 'hours',
      name: '时长',
      words: '学时 课时 时长小时 培训学时',
      kind: 'decimal',
      places: 1,
      min: 0,
      max: 1_000,
      unit: '小时',
      width: 106,
    },
    {
      key: 'people',
      name: '参加人数',
      words: '人数 人次 培训人数 参训人数 参演人数 参加人次',
      kind: 'whole',
      min: 0,
      max: 1_000_000,
      unit: '人',
      width: 124,
    },
    {
      key: 'audience',
      name: '参加人员',
      words: '对象 培训对象 参加对象 参训人员 参演人员',
      kind: 'line',
      limit: 100,
    },
    { key: 'venue', name: '地点', words: '培训地点 演练地点 活动地点', kind: 'line', limit: 100 },
    {
      key: 'organiser',
      name: '组织单位',
      words: '主办单位 承办单位 组织者 举办单位',
      kind: 'line',
      limit: 60,
    },
    {
      key: 'result',
      name: '效果',
      words: '结果 评估 培训效果 演练效果 总结 备注',
      kind: 'text',
      limit: 1_000,
    },
  ],
  checks({ heldOn, people, hours }, { today }) {
    if (typeof heldOn !== 'string') return [];
    if (heldOn > today && (typeof people === 'number' || typeof hours === 'number'))
      return [
        {
          severity: 'error',
          field: 'heldOn',
          text: '还没有到这一天，请核对日期；只是计划的，人数和时长请空着',
        },
      ];
    if (heldOn > today) return [{ severity: 'hint', field: 'heldOn', text: '计划，还没有举行' }];
    return people === null ? [{ severity: 'hint', field: 'people', text: '没有填参加人数' }] : [];
  },
  measures: [
    held('held', '培训演练场次', '场', 'count', () => 1),
    held('trainings', '培训场次', '场', 'count', ({ form }) => Number(form === 'training')),
    held('drills', '演练场次', '场', 'count', ({ form }) => Number(form === 'drill')),
    held('people', '培训演练人次', '人次', 'sum', peopleOf),
    held('trained', '培训人次', '人次', 'sum', (values) =>
      values['form'] === 'training' ? peopleOf(values) : 0,
    ),
    held('drilled', '演练人次', '人次', 'sum', (values) =>
      values['form'] === 'drill' ? peopleOf(values) : 0,
    ),
    held('hours', '培训学时', '小时', 'sum', ({ form, hours }) =>
      form === 'training' && typeof hours === 'number' ? hours / HOURS_SCALE : 0,
    ),
  ],
};

function held(
  key: string,
  name: string,
  unit: string,
  kind: 'count' | 'sum',
  of: (values: LedgerValues) => number,
): LedgerMeasure {
  return { key, name, unit, kind, on: 'heldOn', of };
}

function peopleOf({ people }: LedgerValues): number {
  return typeof people === 'number' ? people : 0;
}
