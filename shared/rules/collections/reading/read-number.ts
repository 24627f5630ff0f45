import { type Fraction, fractionOf, fractionOfDecimal } from '../../fraction.ts';
import type { CollectedColumn } from '../definition.ts';
import { headingUnit, SCALE_WORDS, scaleOf } from './heading-unit.ts';
import {
  becameDate,
  exactNumber,
  isExactInteger,
  plainText,
  type ReadValue,
  type WrittenCell,
} from './written-value.ts';

type NumberColumn = Pick<CollectedColumn, 'kind' | 'heading' | 'decimals'>;

/** What a text says: the digits, the scale word and the unit behind them. */
interface WrittenNumber {
  digits: string;
  percent: boolean;
  scale: string | undefined;
  unit: string;
}

const FEN_IN_A_YUAN = 100;
const PERCENT = 100;
const ABOUT =
  /^(?:大约|大概|约|将近|接近|近|超过|不足|大于|小于|[<>≤≥~≈])|(?:左右|上下|以上|以下|多|余|几|\+)(?=\p{Script=Han}{0,3}$)/gu;
const NUMBER = new RegExp(
  String.raw`^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%)?(${SCALE_WORDS})?([\p{Script=Han}㎡]{0,4})$`,
  'u',
);
/** What is counted in offices: behind a number they change nothing. */
const COUNTERS = new Set(
  '人 名 位 个 家 户 次 起 件 份 处 项 台 辆 套 条 所 座 栋 场 期 天 日 分 部 具 支 队 组 批 米 平方米 公里'.split(
    ' ',
  ),
);
const YUAN = new Set(['元', '圆', '块']);

/** A whole number, a decimal, or an amount of money. */
export function readNumber(column: NumberColumn, cell: WrittenCell): ReadValue {
  if (cell.type === 'date' || cell.type === 'time') return { wrong: becameDate(cell.text) };
  if (cell.type === 'text') return readNumberText(column, cell.value);
  if (cell.type !== 'number') return { wrong: `“${cell.text}”不是数字，请填数字` };
  const isPercent = cell.text.includes('%');
  // Most cells of most tables; the way of a text takes ten times as long.
  if (column.kind === 'whole' && !isPercent && isExactInteger(cell.value))
    return { value: String(cell.value) };
  if (!isPercent) return readNumberText(column, exactNumber(cell.value));
  return readNumberText(column, `${exactNumber(cell.value * PERCENT)}%`);
}

function readNumberText(column: NumberColumn, written: string): ReadValue {
  const text = plainText(written).replace(/^(?:¥|￥|人民币)/u, '');
  const isGrouped = /^[-+]?\d{1,3}(?:[\s,]\d{3})+(?!\d)/u.test(text);
  if (!isGrouped && /\d\s+\d/u.test(text)) return { question: `“${written}”是几?`, guess: null };
  const plain = text.replaceAll(/\s/gu, '').replace(/[。.]$/u, '');
  const exact = plain.replaceAll(ABOUT, '');
  const number = numberIn(exact);
  if (number !== null) {
    const read = valueOf(column, number, written);
    return exact === plain ? read : asked(read, `“${written}”不是准数，是几?`);
  }
  if (/\d/u.test(plain)) return { question: `“${written}”是几?`, guess: null };
  return { wrong: `“${written}”不是数字，请填数字` };
}

function numberIn(text: string): WrittenNumber | null {
  const parts = NUMBER.exec(text);
  if (parts === null) return null;
  const [, sign = '', whole = '', part = '', percent, scale, unit = ''] = parts;
  const digits = `${sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}${part}`;
  return { digits, percent: percent !== undefined, scale, unit };
}

function valueOf(column: NumberColumn, number: WrittenNumber, written: string): ReadValue {
  const value = column.kind === 'money' ? moneyOf(number) : countOf(column, number);
  if (value === null) return { question: `“${written}”的单位和这一栏的对不上，应是几?`, guess: null };
  const read = canonical(column, value, written);
  if (!number.percent || headingUnit(column.heading).plain === '%') return read;
  return asked(read, `“${written}”在这一栏应写成几?`);
}

/** In 分; null: it does not say how much. */
function moneyOf({ digits, percent, scale, unit }: WrittenNumber): Fraction | null {
  if (percent || (unit !== '' && !YUAN.has(unit))) return null;
  return fractionOfDecimal(digits).mul(fractionOf(scaleOf(scale) * FEN_IN_A_YUAN));
}

/** In the heading's own unit; null: it counts something else. */
function countOf({ heading }: NumberColumn, { digits, scale, unit }: WrittenNumber): Fraction | null {
  const own = headingUnit(heading);
  const value = fractionOfDecimal(digits);
  if (unit === '' && scale === undefined) return value;
  const isOfHeading = unit === own.plain || heading.includes(unit);
  const isCount = own.plain === '' && COUNTERS.has(unit);
  if (!isOfHeading && !isCount) return null;
  return value.mul(fractionOf(scaleOf(scale))).div(fractionOf(own.scale));
}

/** More digits than the column has are asked about, never rounded unseen. */
function canonical({ kind, decimals }: NumberColumn, value: Fraction, written: string): ReadValue {
  const most = kind === 'decimal' ? decimals : 0;
  const text = decimalText(value, most);
  if (text !== null) return { value: text };
  const rounded = decimalText(value.round(most), most);
  const words = kind === 'money' ? '最多写到分' : most === 0 ? '这一栏填整数' : `这一栏最多 ${most} 位小数`;
  return { question: `${words}，“${written}”应是几?`, guess: rounded };
}

/** Without needless zeros; null where it has more digits. */
export function decimalText(value: Fraction, decimals: number): string | null {
  const scaled = value.mul(fractionOf(10 ** decimals));
  if (scaled.d !== 1n) return null;
  const digits = scaled.n.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const part = decimals === 0 ? '' : digits.slice(digits.length - decimals).replace(/0+$/u, '');
  return `${scaled.s < 0n && scaled.n !== 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

function asked(read: ReadValue, question: string): ReadValue {
  if ('wrong' in read) return read;
  return { question, guess: 'value' in read ? read.value : read.guess };
}
