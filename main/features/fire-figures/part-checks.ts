import type { RowValues } from '#shared/rules/collections/definition.ts';
import type { ReturnedRow } from '#shared/rules/collections/returns/model.ts';
import { type FireFigures, figureKeys, figureNames } from '#shared/rules/fire-figures/figures.ts';
import { excessesOf, type FireSplit, fireSplits } from '#shared/rules/fire-figures/parts.ts';
import { fenOfTenThousands } from '#shared/rules/money.ts';
import type { RowChecks, RowProblem } from '#main/core/fields/collected-ledger.ts';
import { wordsOfAll } from './queries.ts';

/*
 * A month with its parts as units return it: a row for the whole, known by its month, and a row for each word, known by
 * the month and the word. What is left empty of a part falls to no word.
 */

const MONTH_LENGTH = '2026-11'.length;

export interface PartKey {
  month: string;
  /** Null: the whole of the month. */
  wordUid: string | null;
}

export function partKey({ month, wordUid }: PartKey): string {
  return wordUid === null ? month : `${month}-${wordUid}`;
}

export function readPartKey(key: string): PartKey {
  const wordUid = key.slice(MONTH_LENGTH + 1);
  return { month: key.slice(0, MONTH_LENGTH), wordUid: wordUid === '' ? null : wordUid };
}

/** Nothing is 0: what a part does not say falls to no word. */
export function partFigures({ fires = '', deaths = '', injuries = '', loss = '' }: RowValues): FireFigures {
  return {
    fires: Number(fires),
    deaths: Number(deaths),
    injuries: Number(injuries),
    loss: fenOfTenThousands(loss) ?? 0,
  };
}

interface PlacedRow {
  place: number;
  row: ReturnedRow;
  wordUid: string | null;
}

/** The whole has to be told where a part of it is, and is no less than its parts. */
export const partChecks: RowChecks = ({ db }) => {
  const splitOf = new Map(db.all(wordsOfAll).map(({ uid, split }) => [uid, split]));
  return (_unitUid, rows) => {
    const placed = rows.flatMap((row, place) => {
      if (row.key === null) return [];
      const { month, wordUid } = readPartKey(row.key);
      return [{ month, place, row, wordUid }];
    });
    return [...Map.groupBy(placed, ({ month }) => month).values()].flatMap((ofMonth) =>
      monthProblems(ofMonth, splitOf),
    );
  };
};

function monthProblems(rows: readonly PlacedRow[], splitOf: ReadonlyMap<string, FireSplit>): RowProblem[] {
  const whole = rows.find(({ wordUid }) => wordUid === null);
  // That its row is not there is told by the reading.
  if (whole === undefined) return [];
  const problems = rows.flatMap(({ place, row, wordUid }) =>
    wordUid === null ? [] : strayWords(place, row, whole.row),
  );
  const missing = figureKeys.filter((figure) => whole.row.values[figure] === undefined);
  if (rows.every(({ row }) => !saysAnything(row))) return problems;
  problems.push(
    ...missing.map((figure) => ({
      place: whole.place,
      column: figure,
      text: `“合计”没有填${figureNames[figure]}，没有发生的请填 0`,
    })),
  );
  if (whole.row.values['state'] === undefined)
    problems.push({ place: whole.place, column: 'state', text: '“合计”没有写是快报还是核定' });
  if (missing.length > 0) return problems;
  const of = (split: FireSplit) =>
    rows
      .filter(({ wordUid }) => splitOf.get(wordUid ?? '') === split)
      .map(({ row }) => partFigures(row.values));
  const [trade, cause] = fireSplits.map(of);
  const excesses = excessesOf(partFigures(whole.row.values), { trade: trade ?? [], cause: cause ?? [] });
  return [
    ...problems,
    ...excesses.map(({ figure, text }) => ({
      place: whole.place,
      column: figure,
      text: text.replace(/。$/u, ''),
    })),
  ];
}

/** State and source are those of the whole month. */
function strayWords(place: number, { values }: ReturnedRow, whole: ReturnedRow): RowProblem[] {
  return (['state', 'source'] as const)
    .filter((column) => values[column] !== undefined && values[column] !== whole.values[column])
    .map((column) => ({
      place,
      column,
      text: `${column === 'state' ? '数据状态' : '来源'}只填在“合计”一行，这里请删去`,
    }));
}

function saysAnything({ values, unread }: ReturnedRow): boolean {
  return [...figureKeys, 'state', 'source'].some(
    (column) => values[column] !== undefined || unread[column] !== undefined,
  );
}
