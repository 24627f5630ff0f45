import type { StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import { headCell, textCell } from '../cells.ts';
import { spreadWidths } from '../column-widths.ts';
import { rankCell } from './detail-sheet.ts';
import { frameOfLosses, type LossPaper, type LossSheet, topRows } from './loss-paper.ts';

/** The text takes two columns, so that there is room for the caption above. */
const WIDTHS = { rank: 7, unit: 24, text: 83, textBelowDate: 30 };
/** Of one cell: a row may be no higher than the format allows, and a page breaks between rows only. */
const LINES_IN_A_ROW = 10;

/** 结果说明: what is said of each object, as the clerk left it. */
export function textsSheet(paper: LossPaper): LossSheet {
  const { objects } = frameOfLosses(paper);
  const widths = spreadWidths(
    [
      { width: WIDTHS.rank, flexible: false },
      { width: WIDTHS.unit, flexible: false },
      { width: WIDTHS.text, flexible: true },
      { width: WIDTHS.textBelowDate, flexible: false },
    ],
    paper.room,
  );
  return {
    widths,
    headRows: [3, 3],
    frozenColumns: 2,
    rows: [
      ...topRows(paper, 'texts', widths),
      { cells: [headCell('名次'), headCell('单位'), headCell('说明', { across: 2 })] },
      ...objects.flatMap(({ uid, name }) => textRows(paper, uid, name)),
    ],
  };
}

function textRows({ group, says }: LossPaper, uid: string, name: string): StreamedRow[] {
  const lines = (says.texts.get(uid) ?? '').split('\n');
  const portions: string[] = [];
  for (let first = 0; first < lines.length; first += LINES_IN_A_ROW) {
    portions.push(lines.slice(first, first + LINES_IN_A_ROW).join('\n'));
  }
  const down = portions.length;
  return portions.map((portion, place) => {
    const text = textCell(portion, { across: 2 });
    if (place > 0) return { cells: [text] };
    return {
      cells: [{ ...rankCell(group.scorer.standing(uid).rank), down }, textCell(name, { down }), text],
    };
  });
}
