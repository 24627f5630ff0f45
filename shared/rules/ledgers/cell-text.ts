import { readWrittenDay } from '../../calendar/written-day.ts';
import { readCoordinates } from './coordinates.ts';
import type { LedgerColumn, LedgerValue } from './definition.ts';
import { numberText, readNumber } from './numbers.ts';
import { emptyOf, isEmpty, valueProblem } from './values.ts';

/* A value as one cell of a table has it, both ways. */

/** Names of what values only point at: terms and key sites by uid. */
export type NameOf = (column: LedgerColumn, uid: string) => string;

export function cellText(column: LedgerColumn, value: LedgerValue | undefined, nameOf: NameOf): string {
  if (value === undefined || value === null) return '';
  switch (column.kind) {
    case 'whole':
    case 'decimal':
    case 'money':
      return typeof value === 'number' ? numberText(column, value) : '';
    case 'choice':
      return column.choices.find((choice) => choice.value === value)?.name ?? '';
    case 'flag':
      return value === 1 ? (column.yes ?? '是') : (column.no ?? '否');
    case 'term':
    case 'site':
      return nameOf(column, String(value));
    case 'line':
    case 'text':
    case 'day':
    case 'month':
    case 'coordinates':
      return String(value);
  }
}

/** Finds what a word stands for; null: nothing, or more than one thing; a problem: it can be no word. */
export type UidOf = (column: LedgerColumn, text: string) => string | { problem: string } | null;

export type ReadCell = { value: LedgerValue; remark?: string } | { problem: string };

/** What people draw through a cell that has nothing to say. */
const NOTHING = /^[/\uFF0F\\\p{Pd}\u2212]+$/u;

/** @returns for an empty text the empty value */
export function readCell(column: LedgerColumn, text: string, uidOf: UidOf): ReadCell {
  const plain = text.trim();
  if (NOTHING.test(plain)) return { value: emptyOf(column), remark: `“${plain}”按没有填写` };
  const read = plain === '' ? { value: emptyOf(column) } : readFilled(column, plain, uidOf);
  if ('problem' in read) return read;
  const problem = isEmpty(read.value) ? null : valueProblem(column, read.value);
  return problem === null ? read : { problem };
}

const yes = new Set(['是', '有', '已', '√', '✓', '✔', '1', 'y', 'yes']);
const no = new Set(['否', '无', '没有', '未', '×', '✗', '✘', '0', 'n', 'no', 'x', '不是']);

function readFilled(column: LedgerColumn, text: string, uidOf: UidOf): ReadCell {
  switch (column.kind) {
    case 'line':
      return { value: text.replaceAll(/\s+/gu, ' ') };
    case 'text':
      return { value: text };
    case 'whole':
    case 'decimal':
    case 'money': {
      const read = readNumber(column, text);
      if ('problem' in read) return read;
      return read.isRough
        ? { value: read.value, remark: `“${text}”按 ${numberText(column, read.value)} 登记` }
        : { value: read.value };
    }
    case 'day':
      return readDay(text);
    case 'month':
      return readMonth(text);
    case 'choice':
      return readChoice(column.choices, text);
    case 'flag':
      return readFlag(column, text);
    case 'coordinates':
      return readCoordinates(text);
    case 'term':
    case 'site': {
      const uid = uidOf(column, text);
      if (uid !== null) return typeof uid === 'string' ? { value: uid } : uid;
      const advice =
        column.kind === 'term' ? `请改正，或先在“${column.name}”里新增` : '请写重点单位台账里的全称';
      return { problem: `没有找到“${text}”，${advice}` };
    }
  }
}

function readDay(text: string): ReadCell {
  const day = readWrittenDay(text.normalize('NFKC')) ?? compactDay(text);
  if (day !== null) return { value: day };
  const isMonth = /^\d{4}[-./年]\d{1,2}月?$/u.test(text);
  return {
    problem: isMonth
      ? `“${text}”没有写日，请写成 2026-11-23 这样`
      : `“${text}”不是日期，请写成 2026-11-23 这样`,
  };
}

function compactDay(text: string): string | null {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ?? [];
  return year === undefined ? null : readWrittenDay(`${year}-${month ?? ''}-${date ?? ''}`);
}

function readMonth(text: string): ReadCell {
  const [, year = '', month = ''] = /^(\d{4})[-./年]?(\d{1,2})(?:月|[-./]\d{1,2})?$/u.exec(text) ?? [];
  const number = Number(month);
  if (number >= 1 && number <= 12) return { value: `${year}-${String(number).padStart(2, '0')}` };
  return { problem: `“${text}”不是年月，请写成 2026-11 这样` };
}

function readChoice(choices: Extract<LedgerColumn, { kind: 'choice' }>['choices'], text: string): ReadCell {
  const meant = choices.find(({ name, words = '' }) => [name, ...words.split(' ')].includes(text));
  if (meant !== undefined) return { value: meant.value };
  return { problem: `“${text}”请写成：${choices.map(({ name }) => name).join('、')}` };
}

function readFlag(column: Extract<LedgerColumn, { kind: 'flag' }>, text: string): ReadCell {
  const word = text.toLowerCase();
  const [yesWord, noWord] = [column.yes ?? '是', column.no ?? '否'];
  if (word === yesWord || yes.has(word)) return { value: 1 };
  if (word === noWord || no.has(word)) return { value: 0 };
  return { problem: `“${text}”请写成“${yesWord}”或“${noWord}”` };
}
