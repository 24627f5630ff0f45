import { addMonths } from '../../../calendar/days.ts';
import type { LedgerDefinition, LedgerProblem, LedgerStandards, LedgerValues } from '../definition.ts';

const STANDARD = '微型消防站建设标准(试行)(公消〔2015〕301号)';
const ARRIVAL_SCALE = 10;

/** 微型消防站 of key sites and communities, held against the standard of 2015: people and minutes to arrive. */
export const microStations: LedgerDefinition = {
  key: 'microStations',
  table: 'micro_station',
  name: '微型消防站',
  unit: '个',
  path: '/micro-stations',
  section: '基层力量',
  keywords: 'wxxfz weixing xiaofangzhan weixingzhan',
  intro:
    '这里登记重点单位和社区(村)的微型消防站：人员、到场时间、器材、站长和检查日期。达不到建设标准的会指出来。',
  levels: ['county', 'township', 'village'],
  title: 'name',
  unique: ['organizationUid', 'name'],
  searched: ['leader', 'address', 'note'],
  filters: ['kind'],
  map: { by: 'kind' },
  files: '照片和材料',
  columns: [
    {
      key: 'name',
      name: '微型站名称',
      words: '名称 站名 微型消防站 微型消防站名称 站点名称',
      kind: 'line',
      limit: 60,
      required: true,
      width: 160,
    },
    {
      key: 'kind',
      name: '类别',
      words: '种类 类型 微型站类别 建站类型 微型消防站类别',
      kind: 'choice',
      required: true,
      usual: 'community',
      width: 92,
      choices: [
        {
          value: 'keySite',
          mark: 'square',
          name: '重点单位',
          words: '单位 重点单位微型站 单位微型消防站 重点单位微型消防站',
        },
        {
          value: 'community',
          mark: 'circle',
          name: '社区(村)',
          words: '社区 村 村居 社区微型站 社区微型消防站 村社区',
        },
        { value: 'area', mark: 'triangle', name: '区域联防', words: '联防 区域 联勤联防' },
      ],
    },
    { key: 'site', name: '所属重点单位', words: '重点单位 单位名称 所在单位', kind: 'site' },
    { key: 'address', name: '地址', words: '详细地址 站址 位置 地点', kind: 'line', limit: 100 },
    {
      key: 'people',
      name: '人员',
      words: '人数 队员 队员人数 人员数 队员数 人员数量',
      kind: 'whole',
      min: 0,
      max: 999,
      unit: '人',
      width: 98,
      source: STANDARD,
    },
    {
      key: 'arrival',
      name: '到场时间',
      words: '到场分钟 到场时限 到达时间 出动时间',
      kind: 'decimal',
      places: 1,
      min: 0,
      max: 60,
      unit: '分钟',
      width: 140,
      hint: '拉动测试时从接到火警到赶到现场。',
      source: STANDARD,
    },
    {
      key: 'isEquipped',
      name: '器材配齐',
      words: '器材 器材是否配齐 器材配备 装备配齐 是否配齐器材',
      kind: 'flag',
    },
    {
      key: 'leader',
      name: '站长',
      words: '负责人 联系人 站长姓名',
      kind: 'line',
      limit: 30,
    },
    { key: 'phone', name: '联系电话', words: '电话 站长电话 联系方式 手机', kind: 'line', limit: 40 },
    { key: 'checkedOn', name: '最近检查日期', words: '检查日期 最近检查时间 检查时间', kind: 'day' },
    { key: 'coordinates', name: '坐标', words: '经纬度 位置坐标', kind: 'coordinates' },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  standards: [
    { key: 'people', name: '人员不少于', unit: '人', min: 1, max: 100, usual: 6, source: STANDARD },
    {
      key: 'arrival',
      name: '到场不超过',
      unit: '分钟',
      places: 1,
      min: 1,
      max: 30,
      usual: 3,
      source: STANDARD,
    },
    {
      key: 'checkMonths',
      name: '检查间隔',
      unit: '个月',
      min: 1,
      max: 36,
      usual: 6,
      source: '本程序拟定，可以修改',
    },
  ],
  due: {
    name: '检查',
    on: ({ checkedOn }, { checkMonths }) =>
      typeof checkedOn === 'string' ? addMonths(checkedOn, checkMonths?.value ?? 6) : null,
    soonDays: 30,
    last: 'checkedOn',
  },
  checks(values, { today, standards }) {
    const { checkedOn } = values;
    if (typeof checkedOn === 'string' && checkedOn > today)
      return [{ severity: 'error', field: 'checkedOn', text: '最近检查日期还没有到，请核对' }];
    return [...shortfalls(values, standards), ...kindHints(values)];
  },
  measures: [
    {
      key: 'people',
      name: '微型消防站人员',
      unit: '人',
      kind: 'sum',
      of: ({ people }) => Number(people ?? 0),
    },
    {
      key: 'sound',
      name: '微型消防站达标',
      unit: '个',
      kind: 'count',
      of: (values, { standards }) => Number(isSound(values, standards)),
    },
    { key: 'soundRate', name: '微型消防站达标率', unit: '%', kind: 'share', part: 'sound', whole: 'count' },
    {
      key: 'unchecked',
      name: '微型消防站没有检查过',
      unit: '个',
      kind: 'count',
      of: ({ checkedOn }) => Number(typeof checkedOn !== 'string'),
    },
  ],
};

/** What is known falls short of the standard; what is not known, does not. */
function shortfalls(
  { people, arrival, isEquipped }: LedgerValues,
  standards: LedgerStandards,
): LedgerProblem[] {
  const hints: LedgerProblem[] = [];
  const add = (field: string, text: string) => hints.push({ severity: 'hint', field, text });
  const { people: least, arrival: most } = standards;
  if (typeof people === 'number' && least !== undefined && people < least.value)
    add('people', `人员 ${people} 人，少于 ${least.value} 人(${least.source})`);
  const minutes = typeof arrival === 'number' ? arrival / ARRIVAL_SCALE : 0;
  if (most !== undefined && minutes > most.value)
    add('arrival', `到场要 ${minutes} 分钟，超过 ${most.value} 分钟(${most.source})`);
  if (isEquipped === 0) add('isEquipped', '器材没有配齐');
  return hints;
}

/** Counted as up to the standard only where everything that it asks for is known. */
function isSound(values: LedgerValues, standards: LedgerStandards): boolean {
  const { people, arrival, isEquipped } = values;
  const isKnown = typeof people === 'number' && typeof arrival === 'number' && isEquipped === 1;
  return isKnown && shortfalls(values, standards).length === 0;
}

/** A table that does not tell kinds gives 社区(村) to stations of key sites too. */
function kindHints({ kind, site }: LedgerValues): LedgerProblem[] {
  if (kind !== 'community' || typeof site !== 'string') return [];
  return [{ severity: 'hint', field: 'kind', text: '填了所属重点单位，类别却是社区(村)，请核对' }];
}
