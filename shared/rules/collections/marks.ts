/*
 * What a workbook handed out carries in hidden cells, so that it is known again whatever its file is called and
 * through whatever program it has gone.
 */

/** Which hand-out a sheet is of. */
export interface CollectedIdentity {
  collectionUid: string;
  /** Of the unit within the collection. */
  unitUid: string;
  /** How often this unit was handed its workbook anew: 1 is the first. */
  version: number;
  /** Of the definition, 16 hexadecimal digits. */
  digest: string;
}

export type CollectedMark =
  | ({ kind: 'sheet' } & CollectedIdentity)
  /** The row of headings, the last row above the table. */
  | { kind: 'heads' }
  /** A given row. */
  | { kind: 'row'; key: string }
  /** A row that was handed out empty. */
  | { kind: 'blank' };

/** What all of them begin with. */
const BEGINNING = 'collected-';
const UID = '[0-9a-f-]{36}';
const SHEET = new RegExp(`^collected-sheet:(${UID}):(${UID}):(\\d{1,6}):([0-9a-f]{16})$`, 'u');
const ROW = /^collected-row:([0-9A-Za-z-]{1,80})$/u;
const HEADS = 'collected-heads';
const BLANK = 'collected-blank';

export function collectedMarkText(mark: CollectedMark): string {
  if (mark.kind === 'heads') return HEADS;
  if (mark.kind === 'blank') return BLANK;
  if (mark.kind === 'row') return `collected-row:${mark.key}`;
  const { collectionUid, unitUid, version, digest } = mark;
  return ['collected-sheet', collectionUid, unitUid, String(version), digest].join(':');
}

/** @param cells texts of one row */
export function readCollectedMark(cells: readonly string[]): CollectedMark | null {
  for (const cell of cells) {
    const mark = cell.includes(BEGINNING) ? markOf(cell.trim()) : null;
    if (mark !== null) return mark;
  }
  return null;
}

function markOf(text: string): CollectedMark | null {
  if (text === HEADS) return { kind: 'heads' };
  if (text === BLANK) return { kind: 'blank' };
  const key = ROW.exec(text)?.[1];
  if (key !== undefined) return { kind: 'row', key };
  const [, collectionUid, unitUid, version, digest] = SHEET.exec(text) ?? [];
  if (!collectionUid || !unitUid || !version || !digest) return null;
  return { kind: 'sheet', collectionUid, unitUid, version: Number(version), digest };
}
