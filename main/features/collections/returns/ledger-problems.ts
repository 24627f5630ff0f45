import type { ReturnedRow, ReturnProblem } from '#shared/rules/collections/returns/model.ts';
import type { RowProblem } from '#main/core/fields/collected-ledger.ts';

/** More are not told one by one: such a table is filled in anew. */
const MOST_PROBLEMS = 500;

/**
 * The problems of a table with what its ledger finds in it now, in place of what it found before. A cell of which
 * something is said already is left at that.
 * @param letterOf of the column in the table, empty where that is not known any more
 */
export function withLedgerProblems(
  problems: readonly ReturnProblem[],
  rows: readonly ReturnedRow[],
  found: readonly RowProblem[],
  letterOf: (column: string) => string,
): ReturnProblem[] {
  const others = problems.filter(({ kind }) => kind !== 'ledger');
  const said = new Set(others.map(({ cell }) => placeText(cell)));
  const news = found
    .filter(({ place, column }) => column === null || !said.has(placeText({ place, column })))
    .map(
      ({ place, column, text }): ReturnProblem => ({
        kind: 'ledger',
        row: rows[place]?.row ?? 0,
        column: column === null ? '' : letterOf(column),
        cell: column === null ? null : { place, column },
        text,
        guess: null,
      }),
    );
  if (news.length <= MOST_PROBLEMS) return [...others, ...news];
  const text = `另有 ${news.length - MOST_PROBLEMS} 处存不进台账，没有列出，请用下发的表重新填`;
  const more = { kind: 'ledger', row: 0, column: '', cell: null, text, guess: null } as const;
  return [...others, ...news.slice(0, MOST_PROBLEMS), more];
}

function placeText(cell: ReturnProblem['cell']): string {
  return cell === null ? '' : `${cell.place} ${cell.column}`;
}
