import { columnName } from '../../../workbook.ts';
import { type CollectedColumn, plainHeading } from '../definition.ts';
import { readCollectedMark } from '../marks.ts';
import type { SheetRow } from './find-tables.ts';
import type { ReturnProblem } from './model.ts';

/** Where each column stands in a returned table; not there: it was not found. */
export interface FoundColumns {
  /** By key: from 0. */
  places: ReadonlyMap<string, number>;
  problems: ReturnProblem[];
}

/** Columns may have been moved; one with another heading is looked for behind the one that it stood behind. */
export function findColumns(columns: readonly CollectedColumn[], heads: SheetRow): FoundColumns {
  const words = heads.cells.map((cell) => (cell === undefined ? '' : plainHeading(cell.text)));
  const problems: ReturnProblem[] = [];
  const places = new Map<string, number>();
  for (const { key, heading } of columns) {
    const place = words.indexOf(plainHeading(heading));
    if (place >= 0) places.set(key, place);
  }
  const isMark = (place: number): boolean => readCollectedMark([words[place] ?? '']) !== null;
  const note = (kind: ReturnProblem['kind'], column: string, text: string): void => {
    problems.push({ kind, row: heads.row, column, cell: null, text, guess: null });
  };
  for (const [index, { key, heading }] of columns.entries()) {
    if (places.has(key)) continue;
    const before = places.get(columns[index - 1]?.key ?? '');
    const place = before === undefined ? (index === 0 ? 0 : -1) : before + 1;
    const isTaken =
      place < 0 || place >= words.length || isMark(place) || [...places.values()].includes(place);
    if (isTaken) {
      note('heading', '', `找不到“${heading}”一栏，请用下发的表重新填，不要删改栏目`);
      continue;
    }
    places.set(key, place);
    const written = words[place] ?? '';
    const change = written === '' ? '被删去了' : `被改成了“${written}”`;
    note('heading', columnName(place + 1), `标题“${heading}”${change}，请改回“${heading}”`);
  }
  const taken = new Set(places.values());
  for (const [place, word] of words.entries()) {
    if (word !== '' && !taken.has(place) && !isMark(place))
      note('note', columnName(place + 1), `多出一栏“${word}”，没有读`);
  }
  return { places, problems };
}
