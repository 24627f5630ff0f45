import { blankValues, PLACE, problemsOf } from '#shared/rules/ledgers/values.ts';
import type {
  LedgerAround,
  LedgerDefinition,
  LedgerValue,
  LedgerValues,
} from '#shared/rules/ledgers/definition.ts';
import { placeMeaningsOf } from '#shared/rules/ledgers/places.ts';
import { type LineWords, readLine } from '#shared/rules/ledgers/read-line.ts';
import type { SheetCellAddress } from '#renderer/ui/sheet-grid/types.ts';
import { rowTexts, type SheetEdits } from './sheet-edits.ts';

type Values = Record<string, LedgerValue>;

/** What stands in the way of saving, at its cell. */
export interface CellProblem extends SheetCellAddress {
  text: string;
}

export interface EnteredLines {
  added: Values[];
  changed: { uid: string; base: Values; set: Values }[];
  removed: string[];
  problems: CellProblem[];
}

/** What the edits mean, line by line. */
export function readEdits(
  definition: LedgerDefinition,
  edits: SheetEdits,
  words: LineWords,
  around: LedgerAround,
): EnteredLines {
  const entered: EnteredLines = { added: [], changed: [], removed: [...edits.removed], problems: [] };
  const [placeColumn = PLACE] = placeMeaningsOf(definition.levels);
  for (const [key, { seen, texts }] of edits.lines) {
    const all = seen === null ? texts : { ...rowTexts(definition, seen), ...texts };
    const read = readLine(definition, all, new Set(Object.keys(texts)), words);
    const stored: LedgerValues = seen?.values ?? blankValues(definition);
    const whole = { ...stored, ...read.values };
    const isRead = Object.keys(read.problems).length === 0;
    const unsound = isRead ? problemsOf(definition, whole, around) : [];
    const problems = [
      ...Object.entries(read.problems),
      ...unsound
        .filter(({ severity }) => severity === 'error')
        .map(({ field, text }) => [field === PLACE ? placeColumn : field, text] as const),
    ];
    entered.problems.push(...problems.map(([columnKey, text]) => ({ rowKey: key, columnKey, text })));
    if (seen === null) entered.added.push(whole);
    else {
      const base = Object.fromEntries(Object.keys(read.values).map((name) => [name, stored[name] ?? null]));
      entered.changed.push({ uid: seen.uid, base, set: read.values });
    }
  }
  return entered;
}
