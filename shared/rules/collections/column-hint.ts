import { type CollectedColumn, columnKindNames, type ValueRange } from './definition.ts';
import { showValue } from './show-value.ts';

const kindHints: Readonly<Partial<Record<CollectedColumn['kind'], string>>> = {
  whole: '填整数，不写单位',
  decimal: '填数字，不写单位',
  money: '填金额，单位元，不写“元”“万”',
  day: '填日期，如 2026-9-30',
  choice: '从列表里选',
  yesNo: '选“是”或“否”',
};

/** What to fill into a column, for who fills it in: 必填；填整数，不写单位；0 至 100. */
export function columnHint(column: CollectedColumn): string {
  if (column.locked) return '已填好，请不要改';
  const parts = [
    column.required ? '必填' : '',
    kindHints[column.kind] ?? '',
    rangeWords(column, column),
    column.hint,
  ];
  const words = parts.filter((part) => part !== '').join('；');
  return words === '' ? '没有可以不填' : words;
}

/** 0 至 100, 不小于 0; empty without limits. */
function rangeWords(column: Pick<CollectedColumn, 'kind'>, { min, max }: ValueRange): string {
  const [least, most] = [min, max].map((bound) => showValue(column, bound ?? undefined));
  if (min !== null && max !== null) return `${least} 至 ${most}`;
  const isDay = column.kind === 'day';
  if (min !== null) return isDay ? `不早于 ${least}` : `不小于 ${least}`;
  return max === null ? '' : isDay ? `不晚于 ${most}` : `不大于 ${most}`;
}

/** 必填·整数: a column in a few words. */
export function shortHint({ locked, required, kind }: CollectedColumn): string {
  if (locked) return '已填好';
  return `${required ? '必填' : '选填'}·${columnKindNames[kind]}`;
}
