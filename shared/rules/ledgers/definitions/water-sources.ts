import { addMonths } from '../../../calendar/days.ts';
import { fallsShort } from '../../water-sources/pressure.ts';
import { waterStates } from '../../water-sources/states.ts';
import type { LedgerDefinition } from '../definition.ts';

/** Clauses of the code for fire water supply. */
const GB_SPACING = '《消防给水及消火栓系统技术规范》GB 50974-2014 第7.2.5条';
const GB_PRESSURE = '《消防给水及消火栓系统技术规范》GB 50974-2014 第7.2.8条';
const OWN = '本程序拟定，可以修改';

/** 消防水源: hydrants and other water that fire engines can take, in which state it is, and when it is looked after. */
export const waterSources: LedgerDefinition = {
  key: 'waterSources',
  table: 'water_source',
  name: '消防水源',
  unit: '处',
  path: '/water-sources',
  section: '消防设施',
  keywords: 'xfsy xiaofang shuiyuan xiaohuoshuan xhs',
  intro: '这里登记市政消火栓、消防水池、取水平台和天然水源：在哪里、状态和水压、谁负责、什么时候检查。',
  levels: ['county', 'township'],
  title: 'number',
  unique: ['organizationUid', 'number'],
  apart: { standard: 'apart', kind: 'kind' },
  searched: ['spot', 'road', 'personInCharge', 'phone'],
  filters: ['state', 'kind'],
  map: { by: 'state' },
  registered: 'registeredOn',
  files: '照片和材料',
  columns: [
    {
      key: 'number',
      name: '编号',
      words: '水源编号 消火栓编号 栓号 编号或名称 名称 水源名称 消火栓号 设施编号',
      kind: 'line',
      limit: 40,
      required: true,
      width: 96,
    },
    {
      key: 'kind',
      name: '类别',
      words: '水源类别 水源类型 类型 种类 水源种类 设施类型',
      kind: 'choice',
      required: true,
      usual: 'hydrant',
      width: 100,
      choices: [
        { value: 'hydrant', name: '市政消火栓', words: '消火栓 消防栓 室外消火栓 市政消防栓 地上栓 地下栓' },
        { value: 'fireWaterTank', name: '消防水池', words: '水池' },
        { value: 'waterReservoir', name: '蓄水池', words: '水塔 高位水池' },
        { value: 'draftingPlatform', name: '取水平台', words: '取水口 取水码头 消防取水口' },
        { value: 'natural', name: '天然水源', words: '河流 湖泊 水库 池塘 江河 天然' },
      ],
    },
    {
      key: 'spot',
      name: '位置',
      words: '地址 详细地址 详细位置 具体位置 安装位置 设置位置 地点 具体地点 坐落',
      kind: 'line',
      limit: 200,
      width: 140,
    },
    { key: 'road', name: '所在道路', words: '道路 路名 道路名称 街道名称', kind: 'line', limit: 60 },
    {
      key: 'state',
      name: '状态',
      words: '完好情况 使用状态 设施状态 运行状态 是否完好 现状 完好状况 水源状态',
      kind: 'choice',
      required: true,
      usual: 'good',
      width: 96,
      choices: waterStates,
    },
    {
      key: 'position',
      name: '坐标',
      words: '经纬度 坐标位置 地理坐标 经纬度坐标',
      kind: 'coordinates',
      hint: '先经度，后纬度；可以不填，填了才能画在示意图上。',
    },
    {
      key: 'diameter',
      name: '管径',
      words: '管道直径 管网管径 口径 供水管径',
      kind: 'whole',
      min: 10,
      max: 3_000,
      unit: 'mm',
    },
    {
      key: 'pressure',
      name: '水压',
      words: '压力 静水压力 供水压力 实测压力 栓口压力 出水压力',
      kind: 'decimal',
      places: 3,
      min: 0,
      max: 10,
      unit: 'MPa',
      width: 116,
      givesWay: true,
    },
    {
      key: 'flow',
      name: '流量',
      words: '出流量 出水流量 流量升秒 供水流量',
      kind: 'decimal',
      places: 1,
      min: 0,
      max: 1_000,
      unit: 'L/s',
    },
    { key: 'sign', name: '标识', words: '标志 有无标识 标识牌 标志牌', kind: 'flag', yes: '有', no: '无' },
    {
      key: 'personInCharge',
      name: '管护责任人',
      words: '责任人 管护人 负责人 维护人 管理人 管护单位 维护单位 责任单位 管理单位',
      kind: 'line',
      limit: 60,
      width: 122,
      givesWay: true,
    },
    {
      key: 'phone',
      name: '联系电话',
      words: '电话 联系方式 手机 手机号 责任人电话',
      kind: 'line',
      limit: 60,
    },
    { key: 'builtOn', name: '建成日期', words: '建成时间 建设时间 安装日期 安装时间 投用日期', kind: 'day' },
    {
      key: 'checkedOn',
      name: '最近检查日期',
      words: '检查日期 检查时间 最近检查 上次检查 巡查日期 测试日期 测水日期',
      kind: 'day',
      hint: '登记检查以后自动更新。',
    },
    {
      key: 'registeredOn',
      name: '登记日期',
      words: '登记时间 录入日期 入账日期 建档日期',
      kind: 'day',
      hint: '不填就是录入的那天；没有检查过、也没有建成日期的，从这天起算下次检查。',
    },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  standards: [
    { key: 'checkMonths', name: '检查间隔', unit: '个月', min: 1, max: 36, usual: 3, source: OWN },
    {
      key: 'pressure',
      name: '平时水压不小于',
      unit: 'MPa',
      places: 2,
      min: 0,
      max: 10,
      usual: 0.14,
      source: GB_PRESSURE,
    },
    {
      key: 'firePressure',
      name: '火灾时水压不小于',
      unit: 'MPa',
      places: 2,
      min: 0,
      max: 10,
      usual: 0.1,
      source: GB_PRESSURE,
    },
    {
      key: 'flow',
      name: '出流量不小于',
      unit: 'L/s',
      places: 1,
      min: 0,
      max: 1_000,
      usual: 15,
      source: GB_PRESSURE,
    },
    {
      key: 'spacing',
      name: '消火栓间距不大于',
      unit: 'm',
      min: 1,
      max: 10_000,
      usual: 120,
      source: GB_SPACING,
    },
    {
      key: 'radius',
      name: '消火栓保护半径不大于',
      unit: 'm',
      min: 1,
      max: 10_000,
      usual: 150,
      source: GB_SPACING,
    },
    { key: 'apart', name: '同类水源相距不到就算重复', unit: 'm', min: 1, max: 100, usual: 3, source: OWN },
  ],
  due: {
    name: '检查',
    /** Of one that was never looked after, from its first day on, or from when the office has known of it. */
    on({ checkedOn, builtOn, registeredOn }, { checkMonths }) {
      const from = checkedOn ?? builtOn ?? registeredOn;
      return typeof from === 'string' ? addMonths(from, checkMonths?.value ?? 3) : null;
    },
    soonDays: 15,
    last: 'checkedOn',
  },
  checks(values, { today, standards }) {
    const { builtOn, checkedOn } = values;
    if (typeof builtOn === 'string' && builtOn > today)
      return [{ severity: 'error', field: 'builtOn', text: '建成日期还没有到，请核对' }];
    if (typeof checkedOn === 'string' && checkedOn > today)
      return [{ severity: 'error', field: 'checkedOn', text: '检查日期还没有到，请核对' }];
    return fallsShort(values, standards);
  },
  measures: [
    ...waterStates.map(({ value, name }) => ({
      key: value,
      name: `消防水源${name}`,
      unit: '处',
      kind: 'count' as const,
      of: ({ state }: { readonly [key: string]: unknown }) => Number(state === value),
    })),
    { key: 'goodRate', name: '消防水源完好率', unit: '%', kind: 'share', part: 'good', whole: 'count' },
    {
      key: 'unchecked',
      name: '消防水源没有检查过',
      unit: '处',
      kind: 'count',
      of: ({ checkedOn }) => Number(typeof checkedOn !== 'string'),
    },
    {
      key: 'hydrants',
      name: '市政消火栓',
      unit: '个',
      kind: 'count',
      of: ({ kind }) => Number(kind === 'hydrant'),
    },
    {
      key: 'goodHydrants',
      name: '市政消火栓完好',
      unit: '个',
      kind: 'count',
      of: ({ kind, state }) => Number(kind === 'hydrant' && state === 'good'),
    },
    {
      key: 'notGoodHydrants',
      name: '市政消火栓不完好',
      unit: '个',
      kind: 'count',
      of: ({ kind, state }) => Number(kind === 'hydrant' && state !== 'good'),
    },
    {
      key: 'hydrantRate',
      name: '市政消火栓完好率',
      unit: '%',
      kind: 'share',
      part: 'goodHydrants',
      whole: 'hydrants',
    },
  ],
};
