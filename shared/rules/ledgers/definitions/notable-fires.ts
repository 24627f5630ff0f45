import { FEN_IN_TEN_THOUSAND_YUAN } from '../../money.ts';
import { addDays } from '../../../calendar/days.ts';
import type {
  LedgerChoice,
  LedgerDefinition,
  LedgerProblem,
  LedgerStandard,
  LedgerStandards,
  LedgerValue,
  LedgerValues,
} from '../definition.ts';

const SOURCE = '《生产安全事故报告和调查处理条例》(国务院令第493号)第三条';
/** Gravest first; each by what makes it so: dead, seriously injured, loss in 万元. */
const grades = [
  { key: 'gravest', name: '特别重大', dead: 30, severe: 100, loss: 10_000 },
  { key: 'grave', name: '重大', dead: 10, severe: 50, loss: 5_000 },
  { key: 'large', name: '较大', dead: 3, severe: 10, loss: 1_000 },
] as const;

const causes: readonly LedgerChoice[] = [
  { value: 'electrical', name: '电气', words: '电气火灾 电器 电气故障 用电 电气线路' },
  { value: 'household', name: '生活用火不慎', words: '用火不慎 生活用火' },
  { value: 'smoking', name: '吸烟', words: '烟头 抽烟' },
  { value: 'playing', name: '玩火', words: '小孩玩火 儿童玩火' },
  { value: 'spontaneous', name: '自燃' },
  { value: 'lightning', name: '雷击' },
  { value: 'arson', name: '放火', words: '纵火' },
  { value: 'embers', name: '遗留火种', words: '余火 遗留火源' },
  { value: 'production', name: '生产作业', words: '生产作业不慎 违规作业 动火作业 焊接' },
  { value: 'unknown', name: '原因不明', words: '不明 不明原因 待查' },
  { value: 'other', name: '其他', words: '其它' },
];

/** 单起火灾: fires that are known one by one, beside the figures of a month. */
export const notableFires: LedgerDefinition = {
  key: 'notableFires',
  table: 'notable_fire',
  name: '单起火灾',
  unit: '起',
  path: '/notable-fires',
  section: '火灾统计',
  keywords: 'dqhz danqi huozai huozaianli huozaitongbao zerenzhuijiu',
  intro: '这里一起一起地登记有影响的火灾：地点、起火单位、原因、伤亡和损失、经过、责任追究。',
  levels: ['city', 'county', 'township'],
  title: 'name',
  unique: ['organizationUid', 'name', 'day'],
  uniqueWith: ['place'],
  searched: ['place', 'course', 'liability'],
  filters: ['cause', 'trade', 'state'],
  sorts: ['day', 'dead', 'loss'],
  countedOn: 'day',
  files: '照片和材料',
  columns: [
    {
      key: 'name',
      name: '起火单位(场所)',
      words: '起火单位 起火场所 单位名称 火灾名称 场所名称 火灾单位',
      kind: 'line',
      limit: 60,
      required: true,
      width: 138,
      hint: '住宅写成“某小区某户住宅”这样。',
    },
    {
      key: 'day',
      name: '起火日期',
      words: '日期 火灾日期 发生日期 起火时间 发生时间 火灾时间',
      kind: 'day',
      required: true,
      width: 100,
    },
    {
      key: 'time',
      name: '起火时刻',
      words: '时刻 几时几分',
      kind: 'line',
      limit: 5,
      hint: '写成 14:30 这样。',
    },
    { key: 'place', name: '详细地址', words: '地址 起火地点 火灾地点 地点', kind: 'line', limit: 100 },
    {
      key: 'site',
      name: '重点单位',
      words: '消防安全重点单位',
      kind: 'site',
      hint: '起火的是重点单位时选择。',
    },
    {
      key: 'trade',
      name: '场所或行业',
      words: '场所 行业 起火场所类别 场所类别 场所类型 行业类别',
      kind: 'term',
      isCounted: true,
    },
    {
      key: 'cause',
      name: '起火原因',
      words: '原因 火灾原因 起因',
      kind: 'choice',
      choices: causes,
      width: 108,
      givesWay: true,
    },
    {
      key: 'dead',
      name: '死亡',
      words: '死亡人数 亡人 死亡数 死',
      kind: 'whole',
      min: 0,
      max: 9_999,
      usual: 0,
      width: 66,
    },
    {
      key: 'injured',
      name: '受伤',
      words: '受伤人数 伤人 受伤数 伤',
      kind: 'whole',
      min: 0,
      max: 9_999,
      usual: 0,
      width: 66,
    },
    {
      key: 'severe',
      name: '其中重伤',
      words: '重伤 重伤人数',
      kind: 'whole',
      min: 0,
      max: 9_999,
      hint: '含急性工业中毒，定火灾等级用。',
      source: SOURCE,
    },
    {
      key: 'loss',
      name: '损失',
      hint: '直接财产损失。',
      words: '直接财产损失 财产损失 直接损失 直接经济损失',
      kind: 'money',
      shownIn: '万元',
      width: 116,
      givesWay: true,
    },
    {
      key: 'area',
      name: '过火面积',
      words: '燃烧面积 受灾面积 面积',
      kind: 'decimal',
      places: 1,
      min: 0,
      max: 10_000_000,
      unit: '㎡',
    },
    {
      key: 'state',
      name: '状态',
      words: '数据状态 快报核定 数据类型',
      kind: 'choice',
      required: true,
      usual: 'flash',
      width: 76,
      choices: [
        { value: 'flash', name: '快报', words: '初报', light: 'yellow' },
        { value: 'verified', name: '核定', words: '已核定 终报', light: 'green' },
      ],
    },
    {
      key: 'handledOn',
      name: '处理完毕日期',
      words: '办结日期 处理日期 结案日期',
      kind: 'day',
    },
    { key: 'course', name: '火灾经过', words: '经过 简要经过 火灾情况 简要情况', kind: 'text', limit: 3_000 },
    {
      key: 'liability',
      name: '责任追究',
      words: '追究情况 处理情况 责任追究情况 问责情况',
      kind: 'text',
      limit: 3_000,
    },
  ],
  derived: [
    {
      key: 'grade',
      name: '火灾等级',
      width: 84,
      text: (values, { standards }) => fireGrade(values, standards),
    },
  ],
  standards: [
    ...grades.toReversed().flatMap(({ key, name, dead, severe, loss }): LedgerStandard[] => [
      {
        key: `${key}Dead`,
        name: `${name}：死亡`,
        unit: '人以上',
        min: 1,
        max: 1_000,
        usual: dead,
        source: SOURCE,
      },
      {
        key: `${key}Severe`,
        name: `${name}：重伤`,
        unit: '人以上',
        min: 1,
        max: 10_000,
        usual: severe,
        source: SOURCE,
      },
      {
        key: `${key}Loss`,
        name: `${name}：损失`,
        unit: '万元以上',
        min: 1,
        max: 10_000_000,
        usual: loss,
        source: SOURCE,
      },
    ]),
    {
      key: 'verifyDays',
      name: '快报核定期限',
      unit: '天',
      min: 1,
      max: 365,
      usual: 30,
      source: '本程序拟定，可以修改',
    },
  ],
  checks(values, { today, standards }) {
    const error = errorOf(values, today);
    return error === null ? hintsOf(values, today, standards) : [error];
  },
  measures: [
    { key: 'dead', name: '单起火灾死亡', unit: '人', kind: 'count', of: ({ dead }) => numberOf(dead) },
    {
      key: 'injured',
      name: '单起火灾受伤',
      unit: '人',
      kind: 'count',
      of: ({ injured }) => numberOf(injured),
    },
    {
      key: 'loss',
      name: '单起火灾直接财产损失',
      unit: '万元',
      kind: 'sum',
      of: ({ loss }) => numberOf(loss) / FEN_IN_TEN_THOUSAND_YUAN,
    },
    {
      key: 'large',
      name: '较大以上火灾',
      unit: '起',
      kind: 'count',
      of: (values, { standards }) => Number(fireGrade(values, standards) !== ORDINARY),
    },
    ...causes.map(({ value, name }) => ({
      key: value,
      name: `单起火灾(${name})`,
      unit: '起',
      kind: 'count' as const,
      of: ({ cause }: LedgerValues) => Number(cause === value),
    })),
  ],
};

const ORDINARY = '一般';

/** “以上”含本数；what is not known counts as nothing. */
function fireGrade({ dead, severe, loss }: LedgerValues, standards: LedgerStandards): string {
  const reaches = (value: LedgerValue | undefined, key: string, usual: number) =>
    numberOf(value) >= (standards[key]?.value ?? usual);
  const money = numberOf(loss) / FEN_IN_TEN_THOUSAND_YUAN;
  const grade = grades.find(
    ({ key, ...usual }) =>
      reaches(dead, `${key}Dead`, usual.dead) ||
      reaches(severe, `${key}Severe`, usual.severe) ||
      reaches(money, `${key}Loss`, usual.loss),
  );
  return grade?.name ?? ORDINARY;
}

function errorOf(
  { day, time, injured, severe, handledOn }: LedgerValues,
  today: string,
): LedgerProblem | null {
  const error = (field: string, text: string) => ({ severity: 'error', field, text }) as const;
  if (typeof day === 'string' && day > today) return error('day', '起火日期还没有到，请核对');
  if (typeof time === 'string' && time !== '' && !/^([01]?\d|2[0-3]):[0-5]\d$/u.test(time))
    return error('time', '起火时刻请写成 14:30 这样');
  if (numberOf(severe) > numberOf(injured)) return error('severe', '重伤人数不能比受伤人数多，请核对');
  if (typeof day === 'string' && typeof handledOn === 'string' && handledOn < day)
    return error('handledOn', '处理完毕日期在起火日期以前，请核对');
  return null;
}

function hintsOf(values: LedgerValues, today: string, standards: LedgerStandards): LedgerProblem[] {
  const { day, injured, severe, state, liability } = values;
  const hints: LedgerProblem[] = [];
  const hint = (field: string, text: string) => hints.push({ severity: 'hint', field, text });
  const { value: days = 30 } = standards['verifyDays'] ?? {};
  if (state === 'flash' && typeof day === 'string' && addDays(day, days) < today)
    hint('state', `快报已超过 ${days} 天，请核定`);
  if (fireGrade(values, standards) !== ORDINARY && liability === '')
    hint('liability', '较大以上火灾，请登记责任追究');
  const { value: severeFrom = 10 } = standards['largeSevere'] ?? {};
  if (numberOf(injured) >= severeFrom && severe === null)
    hint('severe', `受伤 ${numberOf(injured)} 人，请填写其中重伤，才能定火灾等级`);
  return hints;
}

function numberOf(value: LedgerValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
