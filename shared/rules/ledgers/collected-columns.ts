import { type CollectedColumn, collectedColumn, collectionLimits } from '../collections/definition.ts';
import { showValue } from '../collections/show-value.ts';
import { cellText, type NameOf } from './cell-text.ts';
import type { LedgerColumn, LedgerDefinition, LedgerValue } from './definition.ts';
import { isNumber, type NumberColumn, unitOf } from './numbers.ts';
import { placeNames } from './places.ts';

/* A ledger as units are handed it (下发收集): its columns, and its values in the canonical form of collections. */

/** Key of the column with the village, of ledgers whose rows may be in one: villages report to their township. */
export const VILLAGE = 'village';

/** What the office enters for itself, such as the day of registration, is not asked. */
export function askedColumns({ columns, registered }: LedgerDefinition): LedgerColumn[] {
  return columns.filter(({ key }) => key !== registered);
}

/** What the store knows. */
interface Known {
  /** Whether there are villages in which rows may be. */
  hasVillages: boolean;
  /** The office's own words for a column. */
  wordsOf(key: string): readonly string[];
}

/** Title first, as in lists. */
export function collectedColumns(definition: LedgerDefinition, known: Known): CollectedColumn[] {
  const asked = askedColumns(definition).map((column) =>
    collectedColumn(column.key, headingOf(column), {
      hint: column.hint ?? '',
      ...shapeOf(column, known),
      required: column.required === true,
      locked: isKnownBy(definition, column),
    }),
  );
  const village = known.hasVillages ? [collectedColumn(VILLAGE, placeNames.village, { locked: true })] : [];
  const isTitle = ({ key }: CollectedColumn) => key === definition.title;
  return [...asked.filter(isTitle), ...village, ...asked.filter((column) => !isTitle(column))];
}

/** By what a row is known: its title, and what its key cannot do without. What may be empty is left to be filled in. */
function isKnownBy({ title, unique = [] }: LedgerDefinition, { key, required }: LedgerColumn): boolean {
  return key === title || (required === true && unique.includes(key));
}

function headingOf(column: LedgerColumn): string {
  const unit = isNumber(column) ? unitOf(column) : '';
  return unit === '' ? column.name : `${column.name}(${unit})`;
}

type Shape = Partial<Omit<CollectedColumn, 'key' | 'heading'>>;

function shapeOf(column: LedgerColumn, known: Known): Shape {
  switch (column.kind) {
    case 'whole':
      return { kind: 'whole', ...limitsOf(column) };
    case 'decimal':
      return { kind: 'decimal', decimals: column.places, ...limitsOf(column) };
    case 'money':
      return column.shownIn === '元'
        ? { kind: 'money', min: '0' }
        : { kind: 'decimal', decimals: PLACES_OF_TEN_THOUSANDS, min: '0' };
    case 'day':
      return { kind: 'day' };
    case 'choice':
      return { kind: 'choice', choices: column.choices.map(({ name }) => name) };
    case 'flag':
      return column.yes === undefined
        ? { kind: 'yesNo' }
        : { kind: 'choice', choices: [column.yes, column.no ?? '否'] };
    case 'term': {
      const words = known.wordsOf(column.key);
      const isList = words.length > 0 && words.length <= collectionLimits.choices;
      return isList ? { kind: 'choice', choices: [...words] } : {};
    }
    case 'month':
      return { hint: '写成 2026-11 这样' };
    case 'site':
      return { hint: '写重点单位的全称' };
    case 'line':
    case 'text':
    case 'coordinates':
      return {};
  }
}

/** Of 万元 down to 分. */
const PLACES_OF_TEN_THOUSANDS = 6;

function limitsOf({ min, max }: Exclude<NumberColumn, { kind: 'money' }>): Shape {
  return { min: String(min), max: String(max) };
}

/** A value of a row as collections keep it; empty: there is none. */
export function collectedValue(column: LedgerColumn, value: LedgerValue | undefined, nameOf: NameOf): string {
  if (column.kind === 'money' && column.shownIn === '元')
    return typeof value === 'number' ? String(value) : '';
  if (column.kind === 'flag' && column.yes === undefined) {
    if (value === 1) return 'yes';
    return value === 0 ? 'no' : '';
  }
  return cellText(column, value, nameOf).replaceAll('\r\n', '\n').trim();
}

/** What collections keep, as it would be written into a table of the ledger. */
export function writtenText(column: LedgerColumn, value: string): string {
  if (column.kind === 'money' && column.shownIn === '元') return showValue({ kind: 'money' }, value);
  if (column.kind === 'flag' && column.yes === undefined) return showValue({ kind: 'yesNo' }, value);
  return value;
}
