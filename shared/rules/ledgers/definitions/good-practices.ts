import type { LedgerDefinition, LedgerProblem, LedgerValues } from '../definition.ts';

/** From the first to the last; each has the day on which it was reached. */
const stages = [
  { key: 'collectedOn', name: '收集', dayName: '收集日期', words: '征集日期 收集时间 日期' },
  { key: 'reportedOn', name: '上报', dayName: '上报日期', words: '上报时间 报送日期' },
  { key: 'forwardedOn', name: '转发', dayName: '转发日期', words: '转发时间 印发日期' },
  { key: 'promotedOn', name: '被省推广', dayName: '被省推广日期', words: '省推广日期 推广日期 推广时间' },
] as const;

/** 经验做法: good practices of counties and townships, from being collected to being taken up by the province. */
export const goodPractices: LedgerDefinition = {
  key: 'goodPractices',
  table: 'good_practice',
  name: '经验做法',
  unit: '篇',
  path: '/good-practices',
  section: '服务宣传',
  keywords: 'jyzf jingyan zuofa dianxing tuiguang jiafen',
  intro:
    '这里收集各县(市、区)、乡镇的经验做法：题目、作者、材料，上报、转发、被省推广的日期；可以作为考核加分的佐证材料。',
  levels: ['city', 'county', 'township'],
  title: 'title',
  unique: ['organizationUid', 'title'],
  searched: ['author'],
  filters: ['kind'],
  sorts: ['collectedOn'],
  countedOn: 'collectedOn',
  files: '材料',
  columns: [
    {
      key: 'title',
      name: '题目',
      words: '标题 名称 经验做法 经验名称 做法名称',
      kind: 'line',
      limit: 80,
      required: true,
      width: 240,
    },
    {
      key: 'kind',
      name: '种类',
      words: '类型 类别 分类',
      kind: 'term',
      isCounted: true,
      required: true,
      width: 110,
    },
    {
      key: 'author',
      name: '作者',
      words: '撰稿人 报送单位 作者单位 供稿单位',
      kind: 'line',
      limit: 60,
      width: 120,
      givesWay: true,
    },
    ...stages.map(({ key, dayName, words }, place) => ({
      key,
      name: dayName,
      words,
      kind: 'day' as const,
      ...(place === 0 ? { required: true as const, width: 104, givesWay: true as const } : {}),
    })),
    { key: 'note', name: '内容摘要', words: '摘要 主要内容 备注', kind: 'text', limit: 2_000 },
  ],
  derived: [
    {
      key: 'stage',
      name: '阶段',
      width: 170,
      text(values) {
        const reached = stages.findLast(({ key }) => typeof values[key] === 'string');
        return reached === undefined ? '' : `${reached.name} ${String(values[reached.key])}`;
      },
    },
  ],
  checks: (values, { today }) => stageProblems(values, today),
  measures: stages.slice(1).map(({ key, name }) => ({
    key: key.replace(/On$/u, ''),
    name: `经验做法${name}`,
    unit: '篇',
    kind: 'count' as const,
    on: key,
    of: () => 1,
  })),
};

function stageProblems(values: LedgerValues, today: string): LedgerProblem[] {
  const known = stages.flatMap(({ key, dayName }) => {
    const day = values[key];
    return typeof day === 'string' ? [{ key, dayName, day }] : [];
  });
  for (const [place, { key, dayName, day }] of known.entries()) {
    const before = known[place - 1];
    if (day > today) return [{ severity: 'error', field: key, text: `${dayName}还没有到，请核对` }];
    if (before !== undefined && day < before.day)
      return [{ severity: 'error', field: key, text: `${dayName}在${before.dayName}以前，请核对` }];
  }
  return [];
}
