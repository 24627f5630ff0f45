import { addMonths, daysBetween } from '../../../calendar/days.ts';
import type { LedgerDefinition } from '../definition.ts';

const DAYS_OF_YEAR = 365.25;

/** 消防车辆: what the brigades and stations drive, how old it is, and when it is inspected. */
export const fireVehicles: LedgerDefinition = {
  key: 'fireVehicles',
  table: 'fire_vehicle',
  name: '消防车辆',
  unit: '辆',
  path: '/fire-vehicles',
  section: '消防设施',
  keywords: 'xfcl xiaofang cheliang xiaofangche',
  intro: '这里登记各队站的消防车：车牌、种类、在哪个队站、是否在用、什么时候年检。',
  levels: ['city', 'county', 'township'],
  title: 'plate',
  unique: ['plate'],
  searched: ['station', 'note'],
  filters: ['state', 'kind'],
  sorts: ['madeOn'],
  files: '照片和材料',
  columns: [
    {
      key: 'plate',
      name: '车牌号',
      words: '车牌 牌照 牌照号 车牌号码 号牌 车号',
      kind: 'line',
      limit: 20,
      required: true,
      width: 104,
    },
    {
      key: 'kind',
      name: '车辆种类',
      words: '种类 类型 车型 车辆类型 车种 消防车种类',
      kind: 'term',
      required: true,
      width: 100,
    },
    {
      key: 'station',
      name: '所在队站',
      words: '队站 消防站 消防队 所属队站 配属单位 使用单位',
      kind: 'line',
      limit: 60,
      width: 130,
      givesWay: true,
    },
    {
      key: 'state',
      name: '状态',
      words: '使用状态 车辆状态 使用情况 车况',
      kind: 'choice',
      required: true,
      usual: 'inUse',
      width: 84,
      choices: [
        { value: 'inUse', name: '在用', words: '正常 完好 执勤', light: 'green' },
        { value: 'repair', name: '维修', words: '维修中 故障 待修', light: 'yellow' },
        { value: 'scrapped', name: '报废', words: '已报废 停用', light: 'plain' },
      ],
    },
    {
      key: 'madeOn',
      name: '出厂日期',
      words: '出厂时间 生产日期 制造日期 购置日期 购置时间',
      kind: 'day',
      width: 104,
      givesWay: true,
    },
    {
      key: 'tank',
      name: '载水量',
      words: '载水量吨 水罐容量 水罐吨位 载液量 吨位 水罐吨数',
      kind: 'decimal',
      places: 1,
      min: 0,
      max: 100,
      unit: '吨',
      width: 84,
      givesWay: true,
    },
    {
      key: 'inspectedOn',
      name: '最近年检日期',
      words: '年检日期 检验日期 年检时间 最近检验日期',
      kind: 'day',
    },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  derived: [
    {
      key: 'age',
      name: '车龄',
      width: 64,
      isNumber: true,
      text: ({ madeOn }, { today }) =>
        typeof madeOn === 'string' && madeOn <= today ? `${yearsSince(madeOn, today)} 年` : '',
    },
  ],
  standards: [
    {
      key: 'inspectionMonths',
      name: '年检间隔',
      unit: '个月',
      min: 1,
      max: 60,
      usual: 12,
      source: '本程序拟定，可以修改',
    },
    {
      key: 'lifeYears',
      name: '使用年限',
      unit: '年',
      min: 1,
      max: 50,
      usual: 15,
      source: '本程序拟定，可以修改',
    },
  ],
  due: {
    name: '年检',
    on({ state, inspectedOn }, { inspectionMonths }) {
      if (state === 'scrapped' || typeof inspectedOn !== 'string') return null;
      return addMonths(inspectedOn, inspectionMonths?.value ?? 12);
    },
    soonDays: 30,
  },
  checks({ madeOn, inspectedOn, state }, { today, standards }) {
    if (typeof madeOn === 'string' && madeOn > today)
      return [{ severity: 'error', field: 'madeOn', text: '出厂日期还没有到，请核对' }];
    if (typeof inspectedOn === 'string' && inspectedOn > today)
      return [{ severity: 'error', field: 'inspectedOn', text: '最近年检日期还没有到，请核对' }];
    if (typeof madeOn !== 'string' || state === 'scrapped') return [];
    const years = yearsSince(madeOn, today);
    const { value: life = 15, source = '' } = standards['lifeYears'] ?? {};
    if (years < life) return [];
    return [
      { severity: 'hint', field: 'madeOn', text: `已使用 ${years} 年，达到使用年限 ${life} 年(${source})` },
    ];
  },
  measures: [
    {
      key: 'inUse',
      name: '消防车辆在用',
      unit: '辆',
      kind: 'count',
      of: ({ state }) => Number(state === 'inUse'),
    },
    {
      key: 'repair',
      name: '消防车辆维修',
      unit: '辆',
      kind: 'count',
      of: ({ state }) => Number(state === 'repair'),
    },
    {
      key: 'tank',
      name: '在用消防车载水量',
      unit: '吨',
      kind: 'sum',
      of: ({ state, tank }) => (state === 'inUse' && typeof tank === 'number' ? tank / 10 : 0),
    },
  ],
};

/** Whole years. */
function yearsSince(day: string, today: string): number {
  return Math.floor(daysBetween(day, today) / DAYS_OF_YEAR);
}
