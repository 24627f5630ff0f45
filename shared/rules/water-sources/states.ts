import type { LedgerChoice } from '../ledgers/definition.ts';

/** In which state water is found (domain.md §4); each has a mark of its own on the sketch map. */
export const waterStates = [
  { value: 'good', name: '完好', words: '正常 良好 是 可用', light: 'green', mark: 'circle' },
  { value: 'dry', name: '无水', words: '没水 缺水', light: 'red', mark: 'triangle' },
  { value: 'broken', name: '损坏', words: '破损 故障 损毁 不能使用 否', light: 'red', mark: 'cross' },
  { value: 'buried', name: '埋压', words: '掩埋 被埋压', light: 'red', mark: 'square' },
  { value: 'occupied', name: '圈占', words: '被圈占 占用 遮挡', light: 'red', mark: 'frame' },
  { value: 'rusted', name: '锈蚀', words: '锈死 生锈', light: 'yellow', mark: 'diamond' },
  { value: 'weak', name: '水压不足', words: '压力不足 水压低 压力低', light: 'yellow', mark: 'ring' },
] as const satisfies readonly LedgerChoice[];

export type WaterState = (typeof waterStates)[number]['value'];

export const waterStateValues = waterStates.map(({ value }) => value);

export function waterStateName(state: WaterState): string {
  return waterStates.find(({ value }) => value === state)?.name ?? '';
}
