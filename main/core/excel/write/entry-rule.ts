import type ExcelJS from 'exceljs';

/** What Excel, WPS and LibreOffice let somebody fill into a cell. Limits are included; null: none. */
export type EntryRule = { hint?: EntryHint } & (
  | { kind: 'any' }
  /** A few short words, or more of them on another sheet: '可选'!$A$1:$A$60. */
  | { kind: 'choice'; choices: readonly string[] | { range: string } }
  | { kind: 'whole' | 'decimal'; min: number | null; max: number | null }
  /** Days as the numbers that the program keeps for them, see `dayNumber`. */
  | { kind: 'day'; min: number | null; max: number | null }
);

/** Shown while the cell is chosen. */
export interface EntryHint {
  title: string;
  text: string;
}

const LONGEST_TITLE = 32;
const LONGEST_HINT = 255;
/** The programs refuse a rule without any limit. */
const MOST = 1e15;
const FIRST_DAY = 1;
const LAST_DAY = 2_958_465;

const wrong = { showErrorMessage: true, errorStyle: 'stop', allowBlank: true } as const;

export function entryValidation(rule: EntryRule): ExcelJS.DataValidation {
  return { ...conditionOf(rule), ...promptOf(rule.hint) };
}

function conditionOf(rule: EntryRule): ExcelJS.DataValidation {
  // Always true: a cell with nothing but a hint.
  if (rule.kind === 'any') return { type: 'custom', formulae: ['TRUE'], allowBlank: true };
  if (rule.kind === 'choice') return choiceOf(rule.choices);
  const isDay = rule.kind === 'day';
  const least = rule.min ?? (isDay ? FIRST_DAY : -MOST);
  const most = rule.max ?? (isDay ? LAST_DAY : MOST);
  return {
    ...wrong,
    // A day is a whole number with a format: so the library writes it as it is.
    type: isDay ? 'whole' : rule.kind,
    operator: 'between',
    formulae: [least, most],
    errorTitle: isDay ? '这里填日期' : '这里填数字',
    error: isDay
      ? '请填日期，如 2026-9-30；超出规定的日期也不能填。'
      : '请只填数字，不写单位和“约”；超出规定范围的也不能填。',
  };
}

function choiceOf(choices: readonly string[] | { range: string }): ExcelJS.DataValidation {
  const isRange = 'range' in choices;
  return {
    ...wrong,
    type: 'list',
    formulae: [isRange ? choices.range : `"${choices.join(',')}"`],
    errorTitle: '请从列表里选',
    error: isRange ? '这里只能从列表里选。' : `这里只能选${choices.join('、')}。`,
  };
}

function promptOf(hint: EntryHint | undefined): Partial<ExcelJS.DataValidation> {
  if (hint === undefined) return {};
  const { title, text } = hint;
  return {
    showInputMessage: true,
    promptTitle: title.slice(0, LONGEST_TITLE),
    prompt: text.slice(0, LONGEST_HINT),
  };
}
