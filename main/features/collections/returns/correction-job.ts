import { AppError } from '#shared/errors.ts';
import type { ReturnedRow, ReturnProblem } from '#shared/rules/collections/returns/model.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type HandedOut, type HandOutInput, writeForUnits } from '../hand-out.ts';
import type { UnitRow } from '../queries.ts';
import { definitionOf, requireCollection, requireUnits } from '../rows.ts';
import type { CorrectedRow, Corrections } from '../workbook/model.ts';
import { returnsOfUnit } from './queries.ts';
import { problemsOf, saidOf } from './rows.ts';

const MOST_WORDS = 15;

/** What each unit has to correct, as its workbook with what it has returned and a comment at each such cell. */
export function exportCorrections(
  { uid, unitUids, as, office }: HandOutInput,
  job: JobContext,
): Promise<HandedOut> {
  const collection = requireCollection(job.db, uid);
  const { columns } = definitionOf(collection);
  const units = requireUnits(job.db, collection, unitUids).flatMap((unit) => {
    const corrections = correctionsOf(unit, columns[0]?.key ?? '', job);
    return corrections === null ? [] : [{ unit, corrections }];
  });
  if (units.length === 0)
    throw new AppError('refused', { reason: '所选的单位没有要更正的，不用导出更正清单。' });
  return writeForUnits(collection, units, { as, office, title: `${collection.title} 更正` }, job);
}

/** Of the latest table that came back; null: it is in order. */
function correctionsOf({ id }: UnitRow, firstColumn: string, { db }: JobContext): Corrections | null {
  const latest = db.all(returnsOfUnit, { unitId: id }).findLast(({ state }) => state !== 'replaced');
  if (latest?.state !== 'mustCorrect') return null;
  const [rows, problems] = [saidOf(latest), problemsOf(latest).filter(({ kind }) => kind !== 'note')];
  const corrected = rows.map((row, place): [ReturnedRow, CorrectedRow] => [
    row,
    { ...row, notes: notesOf(row, place, problems, firstColumn) },
  ]);
  return {
    words: wordsOf(problems),
    given: new Map(corrected.flatMap(([{ key }, row]) => (key === null ? [] : [[key, row]]))),
    own: corrected.flatMap(([{ key }, row]) => (key === null ? [row] : [])),
  };
}

/** At the cell, or where it is about the whole row at its first one. */
function notesOf(
  { row }: ReturnedRow,
  place: number,
  problems: readonly ReturnProblem[],
  firstColumn: string,
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const { cell, text, ...problem } of problems) {
    if (cell === null ? problem.row !== row : cell.place !== place) continue;
    const column = cell?.column ?? firstColumn;
    const before = notes.get(column);
    notes.set(column, before === undefined ? text : `${before}\n${text}`);
  }
  return notes;
}

function wordsOf(problems: readonly ReturnProblem[]): string[] {
  const places = problems.filter(({ cell }) => cell !== null).length;
  const words = problems
    .slice(0, MOST_WORDS)
    .map(
      ({ row, column, text }) =>
        `${row === 0 ? '' : `原表第 ${row} 行${column === '' ? '' : ` ${column} 列`}：`}${text}`,
    );
  const more = problems.length - words.length;
  return [
    ...(places === 0 ? [] : ['标红的格子上有批注，请照着改，改好后交回这个文件。']),
    ...words,
    ...(more > 0 ? [`……共 ${problems.length} 处。`] : []),
  ];
}
