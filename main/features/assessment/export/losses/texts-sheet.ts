import { paperDay } from '#shared/calendar/days.ts';
import { captionRow, headCell, textCell, titleRow } from '../cells.ts';
import { spreadWidths } from '../column-widths.ts';
import { rankCell } from './detail-sheet.ts';
import { frameOfLosses, type LossPaper, type LossSheet } from './loss-paper.ts';

const COLUMNS = 3;
const WIDTHS = { rank: 7, unit: 24, text: 113 };

/** 结果说明: what is said of each object, as the clerk left it. */
export function textsSheet(paper: LossPaper): LossSheet {
  const { objects } = frameOfLosses(paper);
  const left = `填报单位：${paper.unit}\u3000\u3000${paper.group.name}（${objects.length}个）`;
  const widths = spreadWidths(
    [
      { width: WIDTHS.rank, flexible: false },
      { width: WIDTHS.unit, flexible: false },
      { width: WIDTHS.text, flexible: true },
    ],
    paper.room,
  );
  return {
    widths,
    headRows: [3, 3],
    frozenColumns: 2,
    rows: [
      titleRow(`${paper.title}结果说明`, COLUMNS),
      captionRow(left, paperDay(paper.date), widths),
      { cells: ['名次', '单位', '说明'].map((name) => headCell(name)) },
      ...objects.map(({ uid, name }) => ({
        cells: [
          rankCell(paper.group.scorer.standing(uid).rank),
          textCell(name),
          textCell(paper.says.texts.get(uid) ?? ''),
        ],
      })),
    ],
  };
}
