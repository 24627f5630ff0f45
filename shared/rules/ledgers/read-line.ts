import { readCell, type UidOf } from './cell-text.ts';
import type { LedgerDefinition, LedgerValue } from './definition.ts';
import { type FoundPlace, placeMeanings, type PlaceTexts } from './places.ts';
import { PLACE } from './values.ts';

/* One line of a grid: what its cells say, each by its meaning. */

export type LineTexts = Readonly<Record<string, string>>;

export interface LineWords {
  findPlace: (said: PlaceTexts) => FoundPlace;
  uidOf: UidOf;
}

export interface ReadLine {
  /** Of the touched cells only. */
  values: Record<string, LedgerValue>;
  /** By meaning. */
  problems: Readonly<Record<string, string>>;
}

/** @param texts of all cells @param touched meanings of those that the clerk has changed */
export function readLine(
  { columns }: LedgerDefinition,
  texts: LineTexts,
  touched: ReadonlySet<string>,
  { findPlace, uidOf }: LineWords,
): ReadLine {
  const values: Record<string, LedgerValue> = {};
  const problems: Record<string, string> = {};
  for (const column of columns) {
    if (!touched.has(column.key)) continue;
    const read = readCell(column, texts[column.key] ?? '', uidOf);
    if ('problem' in read) problems[column.key] = read.problem;
    else values[column.key] = read.value;
  }
  if (placeMeanings.some((meaning) => touched.has(meaning))) {
    const { county = '', township = '', village = '' } = texts;
    const found = findPlace({ county, township, village });
    if (found === null) values[PLACE] = null;
    else if ('uid' in found) values[PLACE] = found.uid;
    else problems[found.meaning] = found.problem;
  }
  return { values, problems };
}
