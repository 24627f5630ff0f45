import { UNREADABLE_VALUE } from '../../../workbook.ts';
import { compareFractions, fractionOfDecimal } from '../../fraction.ts';
import { type CollectedColumn, numberKinds, type ValueRange } from '../definition.ts';
import { showValue } from '../show-value.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { readChoice, readText, readYesNo } from './read-words.ts';
import { isStroke, nothing, plainText, type ReadValue, type WrittenCell } from './written-value.ts';

/**
 * Reads one cell of a returned table.
 * @param cell undefined: it is empty
 * @param range of this row, which may be narrower than the column's
 */
export function readValue(
  column: CollectedColumn,
  cell: WrittenCell | undefined,
  range: ValueRange = column,
): ReadValue {
  if (cell === undefined) return nothing;
  if (cell.type === 'error' && cell.value === UNREADABLE_VALUE) return { wrong: unreadableWords(cell) };
  if (plainText(cell.text) === '') return nothing;
  if (column.kind !== 'text' && column.kind !== 'yesNo' && isStroke(plainText(cell.text)))
    return stroke(column, cell);
  const read = ofKind(column, cell);
  if (!('value' in read)) return read;
  const problem = rangeProblem(column, read.value, range);
  return problem === null ? read : { wrong: problem };
}

/** @param cell its text is the formula, where that has no result in the file */
function unreadableWords({ text }: WrittenCell): string {
  if (text === '') return '这一格没有读出来，请重新填写';
  return `这一格是公式(${text})，表里没有它的结果，请用 Excel 或 WPS 打开、保存以后再交，或直接填写`;
}

/** Where something has to stand a stroke may mean 0 or unknown; elsewhere it says that there is nothing. */
function stroke({ kind, required, choices }: CollectedColumn, { text }: WrittenCell): ReadValue {
  if (kind === 'choice' && choices.includes(text.trim())) return { value: text.trim() };
  if (!required) return nothing;
  const zero = numberKinds.includes(kind) ? '是 0 还是不清楚' : '应填什么';
  return { question: `这里必须填，写的是“${text.trim()}”，${zero}?`, guess: null };
}

function ofKind(column: CollectedColumn, cell: WrittenCell): ReadValue {
  if (cell.type === 'error' && column.kind !== 'text')
    return { wrong: `这一格是出错的公式(${cell.text})，请直接填写` };
  switch (column.kind) {
    case 'text':
      return readText(cell);
    case 'day':
      return readDay(cell);
    case 'choice':
      return readChoice(column.choices, cell);
    case 'yesNo':
      return readYesNo(cell);
    default:
      return readNumber(column, cell);
  }
}

/** @param value canonical */
function rangeProblem({ kind }: CollectedColumn, value: string, { min, max }: ValueRange): string | null {
  if (value === '' || (kind !== 'day' && !numberKinds.includes(kind))) return null;
  const compare = (one: string, other: string): number =>
    kind === 'day'
      ? one.localeCompare(other)
      : compareFractions(fractionOfDecimal(one), fractionOfDecimal(other));
  const shown = (text: string): string => (kind === 'money' ? `${showValue({ kind }, text)} 元` : text);
  const [least, most] = kind === 'day' ? ['不能早于', '不能晚于'] : ['不能小于', '不能大于'];
  if (min !== null && compare(value, min) < 0) return `填的是 ${shown(value)}，${least} ${shown(min)}`;
  if (max !== null && compare(value, max) > 0) return `填的是 ${shown(value)}，${most} ${shown(max)}`;
  return null;
}
