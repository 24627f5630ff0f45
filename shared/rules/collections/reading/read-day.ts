import { readWrittenDay } from '../../../calendar/written-day.ts';
import { plainText, type ReadValue, type WrittenCell } from './written-value.ts';

/** 2000-01-01 and 2099-12-31 as a workbook numbers days (ECMA-376 part 1, 18.17.4.1). */
const SERIALS = { first: 36_526, last: 73_050 };
const SERIAL_OF_1970 = 25_569;
const DAY_MILLISECONDS = 86_400_000;
const DAY_LENGTH = 10;

/** A day, however it is written where that is certain; a year is never made up. */
export function readDay(cell: WrittenCell): ReadValue {
  if (cell.type === 'date') {
    const [day, time] = [cell.value.slice(0, DAY_LENGTH), cell.value.slice(DAY_LENGTH)];
    return time === '' ? { value: day } : { question: `“${cell.text}”带着时刻，是哪一天?`, guess: day };
  }
  if (cell.type === 'number') return ofSerial(cell.value, cell.text) ?? notDay(cell.text);
  return cell.type === 'text' ? readDayText(cell.value) : notDay(cell.text);
}

function readDayText(written: string): ReadValue {
  const text = plainText(written)
    .replaceAll(/\s/gu, '')
    .replace(/[。.]$/u, '');
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ?? [];
  const day = readWrittenDay(year === undefined ? text : `${year}-${month}-${date}`);
  if (day !== null) return { value: day };
  if (/^\d{5}$/u.test(text)) {
    const read = ofSerial(Number(text), written);
    if (read !== null && 'value' in read) return { question: `“${written}”是哪一天?`, guess: read.value };
  }
  const short = /^(\d{2})[-./年](.+)$/u.exec(text);
  const guess = short === null ? null : readWrittenDay(`20${short[1]}-${short[2]}`);
  if (guess !== null) return { question: `“${written}”是哪一年?`, guess };
  if (/\d/u.test(text) && /[年月日./-]/u.test(text))
    return { question: `“${written}”没有写全，是哪一天?`, guess: null };
  return notDay(written);
}

/** A day whose cell has lost its format. */
function ofSerial(serial: number, written: string): ReadValue | null {
  if (/^(?:19|20)\d{6}$/u.test(String(serial))) return readDayText(String(serial));
  if (!Number.isInteger(serial) || serial < SERIALS.first || serial > SERIALS.last) return null;
  const day = new Date((serial - SERIAL_OF_1970) * DAY_MILLISECONDS).toISOString().slice(0, DAY_LENGTH);
  // Only a plain number may have lost it: 46,295.00 was meant as a number.
  return written === String(serial) ? { value: day } : { question: `“${written}”是哪一天?`, guess: day };
}

function notDay(written: string): ReadValue {
  return { wrong: `“${written}”不是日期，请写成 2026-09-30 这样` };
}
