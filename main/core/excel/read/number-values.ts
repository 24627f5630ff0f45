import type { CellContent } from '#shared/workbook.ts';
import type { NumberFormat } from './number-formats.ts';
import { dateOfSerial, secondsOfSerial, timeOfSerial } from './serial-dates.ts';
import { cheapNumberText, formatNumber, plainNumber } from './shown-text.ts';

/** A cell's value and looks; `warning` names what the clerk should check. */
export interface CellReading {
  readonly content: CellContent;
  readonly text: string;
  readonly warning?: string;
}

/** Reads a number in the light of its format, which alone tells dates from numbers. */
export type NumberReader = (number: number, format: NumberFormat) => CellReading;

/** Excel keeps 15 digits. */
const FIRST_INEXACT_INTEGER = 1e15;
const REMEMBERED_READINGS = 50_000;

/** Remembers what is dear to format: a column of dates holds few different numbers. */
export function createNumberReader(is1904: boolean): NumberReader {
  const byFormat = new Map<string, Map<number, CellReading>>();
  let remembered = 0;
  return (number, format) => {
    const cheapText = format.kind === 'number' ? cheapNumberText(number, format.code) : undefined;
    if (cheapText !== undefined) return readPlain(number, cheapText);
    let readings = byFormat.get(format.code);
    const known = readings?.get(number);
    if (known !== undefined) return known;
    if (remembered >= REMEMBERED_READINGS) {
      byFormat.clear();
      readings = undefined;
      remembered = 0;
    }
    if (readings === undefined) byFormat.set(format.code, (readings = new Map()));
    const text = formatNumber(number, format.code, is1904);
    const reading =
      format.kind === 'number' ? readPlain(number, text) : readDate(number, format, text, is1904);
    readings.set(number, reading);
    remembered += 1;
    return reading;
  };
}

function readPlain(number: number, text: string): CellReading {
  const reading: CellReading = { content: { type: 'number', value: number }, text };
  const isExact = !Number.isInteger(number) || Math.abs(number) < FIRST_INEXACT_INTEGER;
  if (isExact) return reading;
  return {
    ...reading,
    warning: '数字超过 15 位，Excel 已不能保住后面几位，请核对原件（身份证号、账号等要按文本录入）',
  };
}

function readDate(number: number, format: NumberFormat, text: string, is1904: boolean): CellReading {
  const content = contentOfDate(number, format, is1904);
  if (content !== undefined) return { content, text };
  const plain = plainNumber(number);
  return {
    content: { type: 'number', value: number },
    text: plain,
    warning: `设成了日期格式，但 ${plain} 不是有效的日期，已按数字读出`,
  };
}

function contentOfDate(number: number, format: NumberFormat, is1904: boolean): CellContent | undefined {
  if (format.kind === 'duration') return { type: 'duration', value: secondsOfSerial(number) };
  const time = format.kind === 'date' ? undefined : timeOfSerial(number);
  if (time !== undefined) return { type: 'time', value: time };
  const date = dateOfSerial(number, is1904);
  return date === undefined ? undefined : { type: 'date', value: date };
}
