import { scoreStages, type ScoreStage } from '../stages.ts';

/*
 * What a score sheet given out to be filled in carries in hidden cells, so that it is known again whatever its file
 * is called and however its words have changed.
 */

/** What a sheet is about. */
export interface SheetIdentity {
  periodUid: string;
  groupUid: string;
  /** The version of the scheme that its rows are of. */
  schemeUid: string;
  objectUid: string;
  stage: ScoreStage;
  /** Whose scores are written on it; null: those of the stage. */
  judgeUid: string | null;
}

/** The words above the columns that are filled in. */
export interface SheetHeads {
  score: string;
  reason: string;
}

export type RowMark =
  | ({ kind: 'sheet' } & SheetIdentity)
  | ({ kind: 'heads' } & SheetHeads)
  | { kind: 'item'; indicatorUid: string };

const UID = '[0-9a-f-]{36}';
const SHEET = new RegExp(
  `^score-sheet:(${UID}):(${UID}):(${UID}):(${UID}):(${scoreStages.join('|')}):(${UID}|-)$`,
  'u',
);
const HEADS = /^score-heads:(.*)\|(.*)$/u;
const ITEM = new RegExp(`^score-item:(${UID})$`, 'u');

export function markText(mark: RowMark): string {
  if (mark.kind === 'item') return `score-item:${mark.indicatorUid}`;
  if (mark.kind === 'heads') return `score-heads:${headWord(mark.score)}|${headWord(mark.reason)}`;
  const { periodUid, groupUid, schemeUid, objectUid, stage, judgeUid } = mark;
  return ['score-sheet', periodUid, groupUid, schemeUid, objectUid, stage, judgeUid ?? '-'].join(':');
}

export function readMark(cells: readonly string[]): RowMark | null {
  for (const cell of cells) {
    const mark = sheetMark(cell) ?? headsMark(cell) ?? itemMark(cell);
    if (mark !== null) return mark;
  }
  return null;
}

/** As heads are compared: without what layout adds. */
export function headWord(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s|]/gu, '');
}

function sheetMark(cell: string): RowMark | null {
  const [, periodUid, groupUid, schemeUid, objectUid, stage, judge] = SHEET.exec(cell.trim()) ?? [];
  const known = scoreStages.find((each) => each === stage);
  if (!periodUid || !groupUid || !schemeUid || !objectUid || !known || !judge) return null;
  const judgeUid = judge === '-' ? null : judge;
  return { kind: 'sheet', periodUid, groupUid, schemeUid, objectUid, stage: known, judgeUid };
}

function headsMark(cell: string): RowMark | null {
  const [, score, reason] = HEADS.exec(cell.trim()) ?? [];
  return score === undefined || reason === undefined ? null : { kind: 'heads', score, reason };
}

function itemMark(cell: string): RowMark | null {
  const indicatorUid = ITEM.exec(cell.trim())?.[1];
  return indicatorUid === undefined ? null : { kind: 'item', indicatorUid };
}
