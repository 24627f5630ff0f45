import { addMonths } from '../../../calendar/days.ts';
import { percentOf } from '../../reports/words.ts';
import type { LedgerDefinition, LedgerProblem } from '../definition.ts';

const PER_CENT = 100;

/** 智慧消防: points with devices that tell of fires, whether they reach the platform, and how many are online. */
export const smartPoints: LedgerDefinition = {
  key: 'smartPoints',
  table: 'smart_point',
  name: '智慧消防',
  unit: '处',
  path: '/smart-points',
  section: '消防设施',
  keywords: 'zhxf zhihui xiaofang wulianwang zhnenghua',
  intro: '这里登记智慧消防点位：种类、在哪个单位或场所、是否接入平台、设备多少台、在线多少台、什么时候巡检。',
  levels: ['city', 'county', 'township', 'village'],
  title: 'name',
  unique: ['organizationUid', 'name', 'kind'],
  searched: ['address', 'platform', 'note'],
  filters: ['kind', 'joined'],
  map: { by: 'joined' },
  files: '照片和材料',
  columns: [
    {
      key: 'name',
      name: '点位名称',
      words: '名称 点位 场所名称 安装点位 安装场所 单位名称',
      kind: 'line',
      limit: 60,
      required: true,
      width: 144,
    },
    {
      key: 'kind',
      name: '种类',
      words: '类型 类别 设备种类 设备类型 系统类型',
      kind: 'term',
      required: true,
      width: 112,
    },
    { key: 'site', name: '所属重点单位', words: '重点单位 所在单位', kind: 'site' },
    { key: 'address', name: '地址', words: '详细地址 安装位置 位置 地点', kind: 'line', limit: 100 },
    {
      key: 'joined',
      name: '接入平台',
      words: '是否接入平台 平台接入 是否联网 接入情况 联网情况',
      kind: 'choice',
      required: true,
      usual: 'waiting',
      width: 104,
      choices: [
        { value: 'joined', mark: 'circle', name: '已接入', words: '是 已联网 接入 联网', light: 'green' },
        { value: 'waiting', mark: 'ring', name: '未接入', words: '否 未联网', light: 'yellow' },
      ],
    },
    { key: 'platform', name: '平台名称', words: '接入平台名称 所接平台', kind: 'line', limit: 60 },
    {
      key: 'devices',
      name: '设备',
      words: '设备数 设备数量 设备总数 安装数量 台数',
      kind: 'whole',
      min: 0,
      max: 1_000_000,
      unit: '台',
      width: 92,
    },
    {
      key: 'online',
      name: '在线',
      words: '在线数 在线数量 在线设备 在线台数 在线设备数',
      kind: 'whole',
      min: 0,
      max: 1_000_000,
      unit: '台',
    },
    { key: 'checkedOn', name: '最近巡检日期', words: '巡检日期 检查日期 最近检查日期 巡检时间', kind: 'day' },
    { key: 'coordinates', name: '坐标', words: '经纬度 位置坐标', kind: 'coordinates' },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  derived: [
    {
      key: 'onlineRate',
      name: '在线率',
      width: 76,
      isNumber: true,
      text: ({ devices, online }) =>
        typeof devices === 'number' && typeof online === 'number' && devices > 0
          ? percentOf(online, devices)
          : '',
    },
  ],
  standards: [
    {
      key: 'onlinePercent',
      name: '在线率不低于',
      unit: '%',
      min: 1,
      max: 100,
      usual: 90,
      source: '本程序拟定，可以修改',
    },
    {
      key: 'checkMonths',
      name: '巡检间隔',
      unit: '个月',
      min: 1,
      max: 36,
      usual: 3,
      source: '本程序拟定，可以修改',
    },
  ],
  due: {
    name: '巡检',
    on: ({ checkedOn }, { checkMonths }) =>
      typeof checkedOn === 'string' ? addMonths(checkedOn, checkMonths?.value ?? 3) : null,
    soonDays: 15,
    last: 'checkedOn',
  },
  checks({ devices, online, joined, checkedOn }, { today, standards }) {
    const error = (field: string, text: string): LedgerProblem[] => [{ severity: 'error', field, text }];
    if (typeof checkedOn === 'string' && checkedOn > today)
      return error('checkedOn', '最近巡检日期还没有到，请核对');
    if (typeof online !== 'number') return [];
    if (typeof devices !== 'number') return error('devices', '填了在线台数，请把设备台数也填上');
    if (online > devices) return error('online', `在线 ${online} 台比设备 ${devices} 台还多，请核对`);
    const { value: least = 90, source = '' } = standards['onlinePercent'] ?? {};
    if (joined !== 'joined' || devices === 0 || online * PER_CENT >= devices * least) return [];
    const text = `在线率 ${percentOf(online, devices)}，低于 ${least}%(${source})`;
    return [{ severity: 'hint', field: 'online', text }];
  },
  measures: [
    {
      key: 'unchecked',
      name: '智慧消防没有巡检过',
      unit: '处',
      kind: 'count',
      of: ({ checkedOn }) => Number(typeof checkedOn !== 'string'),
    },
    {
      key: 'joined',
      name: '智慧消防已接入平台',
      unit: '处',
      kind: 'count',
      of: ({ joined }) => Number(joined === 'joined'),
    },
    {
      key: 'joinedRate',
      name: '智慧消防平台接入率',
      unit: '%',
      kind: 'share',
      part: 'joined',
      whole: 'count',
    },
    {
      key: 'devices',
      name: '智慧消防设备',
      unit: '台',
      kind: 'sum',
      of: ({ devices }) => Number(devices ?? 0),
    },
    {
      key: 'told',
      name: '智慧消防已知在线情况的设备',
      unit: '台',
      kind: 'sum',
      of: ({ devices, online }) => (typeof online === 'number' ? Number(devices ?? 0) : 0),
    },
    {
      key: 'online',
      name: '智慧消防在线设备',
      unit: '台',
      kind: 'sum',
      of: ({ online }) => Number(online ?? 0),
    },
    {
      key: 'onlineRate',
      name: '智慧消防设备在线率',
      unit: '%',
      kind: 'share',
      part: 'online',
      whole: 'told',
    },
  ],
};
