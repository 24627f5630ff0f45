import type { LedgerDefinition, LedgerValues } from '../definition.ts';

/** 编制岗位: posts of public institutions for fire prevention (防火事业编制), approved and filled. */
export const posts: LedgerDefinition = {
  key: 'posts',
  table: 'post',
  name: '编制岗位',
  unit: '个机构',
  path: '/posts',
  section: '基层力量',
  keywords: 'bzgw bianzhi gangwei fanghuoshiyebianzhi kongque',
  intro: '这里登记各级消防机构的防火事业编制：核定几名、实有几人、还空几名，批准文件和日期。',
  levels: ['city', 'county', 'township'],
  title: 'name',
  unique: ['organizationUid', 'name'],
  searched: ['document'],
  filters: ['level'],
  sorts: ['approved', 'filled'],
  files: '批准文件和材料',
  columns: [
    {
      key: 'name',
      name: '机构名称',
      words: '机构 单位 单位名称 编制单位 用编单位',
      kind: 'line',
      limit: 60,
      required: true,
      width: 176,
      hint: '如县消防安全服务中心、镇消防工作站。',
    },
    {
      key: 'level',
      name: '层级',
      words: '级别 机构层级 机构级别',
      kind: 'choice',
      required: true,
      usual: 'township',
      width: 76,
      choices: [
        { value: 'city', name: '市级', words: '市' },
        { value: 'county', name: '县级', words: '县 区级 县(市、区)级' },
        { value: 'township', name: '乡镇级', words: '乡镇 镇街 乡镇(街道)级 街道' },
      ],
    },
    {
      key: 'approved',
      name: '核定编制',
      words: '核定 编制数 核定数 编制 核定编制数',
      kind: 'whole',
      min: 0,
      max: 9_999,
      required: true,
      width: 92,
    },
    {
      key: 'filled',
      name: '实有人员',
      words: '实有 实有人数 在编人数 在岗人数 已配',
      kind: 'whole',
      min: 0,
      max: 9_999,
      required: true,
      usual: 0,
      width: 92,
    },
    {
      key: 'document',
      name: '批准文件',
      words: '文号 批复文号 编制文件 依据文件',
      kind: 'line',
      limit: 100,
      width: 150,
      givesWay: true,
    },
    {
      key: 'approvedOn',
      name: '批准日期',
      words: '批复日期 批准时间 批复时间',
      kind: 'day',
      width: 104,
      givesWay: true,
    },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  derived: [
    { key: 'vacant', name: '空缺', width: 70, isNumber: true, text: (values) => `${vacantIn(values)} 名` },
  ],
  checks({ approved, filled, approvedOn }, { today }) {
    if (typeof approvedOn === 'string' && approvedOn > today)
      return [{ severity: 'error', field: 'approvedOn', text: '批准日期还没有到，请核对' }];
    if (typeof approved !== 'number' || typeof filled !== 'number' || filled <= approved) return [];
    const text = `实有 ${filled} 人，比核定编制多 ${filled - approved} 人，请核对`;
    return [{ severity: 'hint', field: 'filled', text }];
  },
  measures: [
    {
      key: 'approved',
      name: '核定编制',
      unit: '名',
      kind: 'count',
      of: ({ approved }) => (typeof approved === 'number' ? approved : 0),
    },
    {
      key: 'filled',
      name: '编制实有人员',
      unit: '人',
      kind: 'count',
      of: ({ filled }) => (typeof filled === 'number' ? filled : 0),
    },
    { key: 'vacant', name: '编制空缺', unit: '名', kind: 'count', of: vacantIn },
    { key: 'rate', name: '编制到位率', unit: '%', kind: 'share', part: 'filled', whole: 'approved' },
  ],
};

/** What one body has too many does not fill the posts of another. */
function vacantIn({ approved, filled }: LedgerValues): number {
  return typeof approved === 'number' && typeof filled === 'number' ? Math.max(0, approved - filled) : 0;
}
