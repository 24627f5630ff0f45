import type {
  LedgerDefinition,
  LedgerMeasure,
  LedgerProblem,
  LedgerStandards,
  LedgerValues,
} from '../definition.ts';
import { stationKinds } from './station-kinds.ts';

const AREA_SOURCE = '《城市消防站建设标准》建标152-2017第十四条';
const AREA_SCALE = 100;

/** Which standard holds for the area of a kind; a special station that answers for an area is held to that of a 一级站. */
const areaStandards: Readonly<Record<string, string>> = {
  first: 'areaFirst',
  special: 'areaFirst',
  second: 'areaSecond',
  small: 'areaSmall',
};

/** 消防站: where stations stand, what they answer for, who and what they have. */
export const fireStations: LedgerDefinition = {
  key: 'fireStations',
  table: 'fire_station',
  name: '消防站',
  unit: '个',
  path: '/fire-stations',
  section: '基层力量',
  keywords: 'xfz xiaofangzhan xiaofang zhan duizhan',
  intro: '这里登记消防站：类别、地址、辖区面积、建成和投勤日期、人员和车辆。辖区面积超出建设标准的会指出来。',
  levels: ['city', 'county', 'township'],
  title: 'name',
  unique: ['organizationUid', 'name'],
  searched: ['address', 'leader', 'note'],
  filters: ['kind'],
  sorts: ['area'],
  map: { by: 'kind' },
  files: '照片和材料',
  columns: [
    {
      key: 'name',
      name: '消防站名称',
      words: '名称 站名 消防站 队站名称 消防救援站 站点名称',
      kind: 'line',
      limit: 60,
      required: true,
      width: 150,
    },
    {
      key: 'kind',
      name: '类别',
      words: '消防站类别 种类 类型 站级 等级 级别 消防站类型',
      kind: 'choice',
      choices: stationKinds,
      required: true,
      width: 100,
    },
    {
      key: 'area',
      name: '辖区面积',
      words: '辖区面积平方公里 责任区面积 服务面积 面积',
      kind: 'decimal',
      places: 2,
      min: 0,
      max: 10_000,
      unit: 'km²',
      width: 140,
      source: AREA_SOURCE,
    },
    {
      key: 'isOutskirts',
      name: '设在近郊区',
      words: '近郊区 近郊 是否近郊区 是否近郊',
      kind: 'flag',
      hint: '设在近郊区的普通站辖区可以大一些。',
    },
    { key: 'address', name: '地址', words: '详细地址 站址 位置 地点', kind: 'line', limit: 100 },
    { key: 'coordinates', name: '坐标', words: '经纬度 位置坐标', kind: 'coordinates' },
    { key: 'builtOn', name: '建成日期', words: '建成时间 竣工日期 竣工时间', kind: 'day' },
    {
      key: 'dutyOn',
      name: '投勤日期',
      words: '投勤时间 执勤日期 投入执勤日期 投入执勤时间 启用日期',
      kind: 'day',
    },
    {
      key: 'people',
      name: '人员',
      words: '人数 人员数 执勤人数 队员人数 人员数量',
      kind: 'whole',
      min: 0,
      max: 9_999,
      unit: '人',
      width: 98,
    },
    {
      key: 'vehicles',
      name: '车辆',
      words: '车辆数 消防车 消防车辆 消防车数量 车辆数量',
      kind: 'whole',
      min: 0,
      max: 999,
      unit: '辆',
      width: 98,
    },
    { key: 'leader', name: '负责人', words: '站长 队长 联系人', kind: 'line', limit: 30 },
    {
      key: 'phone',
      name: '联系电话',
      words: '电话 值班电话 联系方式 手机',
      kind: 'line',
      limit: 40,
    },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  derived: [
    {
      key: 'progress',
      name: '进度',
      width: 76,
      text({ builtOn, dutyOn }, { today }) {
        if (isReached(dutyOn, today)) return '已投勤';
        return isReached(builtOn, today) ? '已建成' : '未建成';
      },
    },
  ],
  standards: [
    areaStandard('areaFirst', '一级、特勤站辖区不超过', 7),
    areaStandard('areaSecond', '二级站辖区不超过', 4),
    areaStandard('areaSmall', '小型站辖区不超过', 2),
    areaStandard('areaOutskirts', '近郊普通站辖区不超过', 15),
  ],
  checks(values, { today, standards }) {
    const { builtOn, dutyOn } = values;
    if (typeof builtOn === 'string' && builtOn > today)
      return [{ severity: 'error', field: 'builtOn', text: '建成日期还没有到，请核对；没有建成的请空着' }];
    if (typeof dutyOn === 'string' && dutyOn > today)
      return [{ severity: 'error', field: 'dutyOn', text: '投勤日期还没有到，请核对；没有投勤的请空着' }];
    if (typeof dutyOn === 'string' && typeof builtOn === 'string' && dutyOn < builtOn)
      return [{ severity: 'error', field: 'dutyOn', text: '投勤日期早于建成日期，请核对' }];
    return areaHints(values, standards);
  },
  measures: [
    ...stationKinds.map(
      ({ value, name }): LedgerMeasure => ({
        key: value,
        name: `消防站：${name}`,
        unit: '个',
        kind: 'count',
        of: ({ kind }) => Number(kind === value),
      }),
    ),
    {
      key: 'onDuty',
      name: '消防站已投勤',
      unit: '个',
      kind: 'count',
      of: ({ dutyOn }, { today }) => Number(isReached(dutyOn, today)),
    },
    {
      key: 'overArea',
      name: '消防站辖区面积超标准',
      unit: '个',
      kind: 'count',
      of: (values, { standards }) => Number(isOverArea(values, standards)),
    },
    { key: 'people', name: '消防站人员', unit: '人', kind: 'sum', of: ({ people }) => Number(people ?? 0) },
    {
      key: 'vehicles',
      name: '消防站车辆',
      unit: '辆',
      kind: 'sum',
      of: ({ vehicles }) => Number(vehicles ?? 0),
    },
  ],
};

function areaStandard(key: string, name: string, usual: number) {
  return { key, name, unit: 'km²', places: 2, min: 0.1, max: 1_000, usual, source: AREA_SOURCE };
}

function isReached(day: LedgerValues[string] | undefined, today: string): boolean {
  return typeof day === 'string' && day <= today;
}

/** What holds for the area of a station; null: nothing does. */
function areaLimit({ kind, isOutskirts }: LedgerValues, standards: LedgerStandards) {
  const ofKind = areaStandards[String(kind)];
  // The clause widens the area of 普通站 only: 一级, 二级 and 小型.
  const key = ofKind !== undefined && isOutskirts === 1 && kind !== 'special' ? 'areaOutskirts' : ofKind;
  return key === undefined ? null : (standards[key] ?? null);
}

function isOverArea(values: LedgerValues, standards: LedgerStandards): boolean {
  const limit = areaLimit(values, standards);
  return limit !== null && areaOf(values) > limit.value;
}

function areaOf({ area }: LedgerValues): number {
  return typeof area === 'number' ? area / AREA_SCALE : 0;
}

function areaHints(values: LedgerValues, standards: LedgerStandards): LedgerProblem[] {
  const limit = areaLimit(values, standards);
  if (limit === null || !isOverArea(values, standards)) return [];
  const text = `辖区面积 ${areaOf(values)} km²，超过 ${limit.value} km²(${limit.source})`;
  return [{ severity: 'hint', field: 'area', text }];
}
