import { becameDate, exactNumber, plainText, type ReadValue, type WrittenCell } from './written-value.ts';

/** Longer than any text of a ledger: what was handed out comes back as it is. */
const LONGEST_TEXT = 4_000;
const SHOWN_CHOICES = 8;

/** A text as it was written; a number keeps all its digits, as of a telephone. */
export function readText(cell: WrittenCell): ReadValue {
  if (cell.type === 'date') return { question: `${becameDate(cell.text)}。这里应写什么?`, guess: null };
  if (cell.type === 'error') return { wrong: `这一格是出错的公式(${cell.text})，请直接填写内容` };
  const isPlain = cell.type === 'number' && !cell.text.includes('%');
  const text = isPlain ? exactNumber(cell.value) : cell.text.trim();
  if (text.length <= LONGEST_TEXT) return { value: text };
  return { wrong: `写了 ${text.length} 个字，最多 ${LONGEST_TEXT} 个字，请缩短` };
}

export function readChoice(choices: readonly string[], cell: WrittenCell): ReadValue {
  const written = word(cell.text);
  const same = choices.find((choice) => word(choice) === written);
  if (same !== undefined) return { value: same };
  const like = choices.filter(
    (choice) => written !== '' && (word(choice).includes(written) || written.includes(word(choice))),
  );
  const [only, ...others] = like;
  if (only !== undefined && others.length === 0)
    return { question: `“${cell.text}”不在可选的里面，是“${only}”吗?`, guess: only };
  const shown = choices.slice(0, SHOWN_CHOICES).join('、');
  return { wrong: `“${cell.text}”不在可选的里面，请选${shown}${choices.length > SHOWN_CHOICES ? '等' : ''}` };
}

const yes = new Set('是 有 对 已 √ ✓ ✔ ☑ y yes true'.split(' '));
const no = new Set('否 不是 没有 无 未 × ✗ ✘ x n no false'.split(' '));

/** 1 and 0 may be counts, and are asked about. */
export function readYesNo(cell: WrittenCell): ReadValue {
  const written = word(cell.text);
  if (yes.has(written)) return { value: 'yes' };
  if (no.has(written)) return { value: 'no' };
  if (written === '1' || written === '0')
    return { question: `“${cell.text}”是“是”还是“否”?`, guess: written === '1' ? 'yes' : 'no' };
  return { wrong: `“${cell.text}”看不出是“是”还是“否”，请从列表里选` };
}

function word(text: string): string {
  return plainText(text).replaceAll(/\s/gu, '').toLowerCase();
}
