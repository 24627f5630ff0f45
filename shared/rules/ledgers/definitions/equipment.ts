import { addMonths } from '../../../calendar/days.ts';
import type { LedgerAround, LedgerDefinition, LedgerValues } from '../definition.ts';
import { requirementFor } from '../requirements.ts';
import { stationKinds } from './station-kinds.ts';
import { usualEquipment } from './usual-equipment.ts';

/** 器材装备: what each station has of each item, against what its kind has to have, and when that is inspected. */
export const equipment: LedgerDefinition = {
  key: 'equipment',
  table: 'equipment_item',
  name: '器材装备',
  unit: '项',
  path: '/equipment',
  section: '消防设施',
  keywords: 'qczb qicai zhuangbei',
  intro:
    '这里登记各队站的器材装备：名称、数量、检验和到期。应配多少在“设置配备标准”里按队站类别定，缺多少自动算出；一件也没有的，数量填 0。',
  levels: ['city', 'county', 'township', 'village'],
  title: 'item',
  unique: ['organizationUid', 'station', 'item'],
  uniqueWith: ['model'],
  searched: ['station', 'model', 'note'],
  filters: ['kind'],
  files: '照片和材料',
  columns: [
    {
      key: 'item',
      name: '器材名称',
      words: '名称 器材 装备名称 器材装备 器材装备名称 品名 物资名称',
      kind: 'line',
      limit: 40,
      required: true,
      width: 120,
    },
    {
      key: 'station',
      name: '所在队站',
      words: '队站 消防站 消防队 所属队站 配属单位 使用单位 存放地点 微型消防站',
      kind: 'line',
      limit: 60,
      required: true,
      width: 146,
    },
    {
      key: 'kind',
      name: '队站类别',
      words: '队站种类 队站类型 消防站类别 类别',
      kind: 'choice',
      required: true,
      choices: [
        ...stationKinds,
        { value: 'micro', name: '微型消防站', words: '微型站 微型' },
        { value: 'reserve', name: '物资储备库', words: '储备库 仓库 应急物资库' },
      ],
    },
    {
      key: 'number',
      name: '数量',
      words: '现有数量 实有数量 现有 实有 数目',
      kind: 'whole',
      min: 0,
      max: 99_999,
      required: true,
      width: 72,
      hint: '只算能用的；一件也没有填 0。',
    },
    { key: 'measure', name: '计量单位', words: '单位', kind: 'line', limit: 10 },
    { key: 'model', name: '规格型号', words: '规格 型号', kind: 'line', limit: 60 },
    { key: 'madeOn', name: '配备日期', words: '出厂日期 购置日期 购置时间 配备时间 生产日期', kind: 'day' },
    {
      key: 'inspectedOn',
      name: '最近检验日期',
      words: '检验日期 检查日期 最近检查日期 检测日期',
      kind: 'day',
    },
    { key: 'expiresOn', name: '到期日期', words: '有效期至 有效期 到期时间 报废日期 失效日期', kind: 'day' },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  requirements: {
    name: '配备标准',
    kind: 'kind',
    item: 'item',
    at: 'station',
    number: 'number',
    usual: usualEquipment,
  },
  derived: [
    {
      key: 'required',
      name: '应配',
      width: 60,
      isNumber: true,
      text: ({ kind, item }, { standards }) => {
        const asked = requirementFor(standards, String(kind), String(item));
        return asked === null ? '' : String(asked.value);
      },
    },
    {
      key: 'missing',
      name: '还缺',
      width: 60,
      isNumber: true,
      text: (values, around) => {
        const missing = missingOf(values, around);
        return missing === 0 ? '' : String(missing);
      },
    },
  ],
  standards: [
    {
      key: 'inspectionMonths',
      name: '检验间隔',
      unit: '个月',
      min: 1,
      max: 120,
      usual: 12,
      source: '本程序拟定，可以修改',
    },
  ],
  due: {
    name: '检验',
    on({ number, inspectedOn, expiresOn }, { inspectionMonths }) {
      if (number === 0) return null;
      const days = [
        ...(typeof inspectedOn === 'string' ? [addMonths(inspectedOn, inspectionMonths?.value ?? 12)] : []),
        ...(typeof expiresOn === 'string' ? [expiresOn] : []),
      ];
      return days.toSorted()[0] ?? null;
    },
    soonDays: 30,
  },
  checks(values, around) {
    const { today, standards, beside } = around;
    const { kind, item, number, madeOn, inspectedOn, expiresOn, measure } = values;
    if (typeof madeOn === 'string' && madeOn > today)
      return [{ severity: 'error', field: 'madeOn', text: '配备日期还没有到，请核对' }];
    if (typeof inspectedOn === 'string' && inspectedOn > today)
      return [{ severity: 'error', field: 'inspectedOn', text: '最近检验日期还没有到，请核对' }];
    if (typeof madeOn === 'string' && typeof expiresOn === 'string' && expiresOn < madeOn)
      return [{ severity: 'error', field: 'expiresOn', text: '到期日期早于配备日期，请核对' }];
    const asked = requirementFor(standards, String(kind), String(item));
    const missing = missingOf(values, around);
    if (asked === null || missing === 0) return [];
    const unit = measure === '' || measure === null || measure === undefined ? '' : ` ${measure}`;
    const all = beside?.number ?? Number(number ?? 0);
    const together = all === number ? '' : '(几种型号合计)';
    const text = `应配 ${asked.value}${unit}，现有 ${all}${unit}${together}，缺 ${missing}${unit}(${asked.source})`;
    return [{ severity: 'hint', field: 'number', text }];
  },
  measures: [
    {
      key: 'short',
      name: '器材装备不足',
      unit: '项',
      kind: 'count',
      of: (values, around) => Number(missingOf(values, around) > 0),
    },
    {
      key: 'missing',
      name: '器材装备还缺',
      unit: '件(套)',
      kind: 'sum',
      of: missingOf,
    },
    {
      key: 'asked',
      name: '有配备标准的器材装备',
      unit: '项',
      kind: 'count',
      of: (values, around) => Number(isAsked(values, around)),
    },
    {
      key: 'met',
      name: '器材装备配齐',
      unit: '项',
      kind: 'count',
      of: (values, around) => Number(isAsked(values, around) && missingOf(values, around) === 0),
    },
    { key: 'metRate', name: '器材装备配齐率', unit: '%', kind: 'share', part: 'met', whole: 'asked' },
  ],
};

/** Of rows that meet one requirement together, the first stands for all. */
function isAsked({ kind, item }: LedgerValues, { standards, beside }: LedgerAround): boolean {
  return requirementFor(standards, String(kind), String(item)) !== null && beside?.isFirst !== false;
}

/** Never below 0: what one station has too many of, no other one has. */
function missingOf(values: LedgerValues, around: LedgerAround): number {
  if (!isAsked(values, around)) return 0;
  const { kind, item, number } = values;
  const asked = requirementFor(around.standards, String(kind), String(item))?.value ?? 0;
  return Math.max(0, asked - (around.beside?.number ?? Number(number ?? 0)));
}
