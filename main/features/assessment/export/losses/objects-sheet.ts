import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { compareFractions, roundHalfUp } from '#shared/rules/fraction.ts';
import { foreignReference } from '#main/core/excel/write/references.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import { centeredCell, countCell, footRow, headCell, liveCell, numberCell, textCell } from '../cells.ts';
import { spreadWidths } from '../column-widths.ts';
import { type LiveNumber, pointsNumber, roundedNumber } from '../live-numbers.ts';
import { rankNumbers } from '../rank-numbers.ts';
import { stateLine } from '../remarks.ts';
import {
  DETAIL_HEAD,
  DETAIL_LEAD,
  frameOfLosses,
  type LossFrame,
  type LossPaper,
  type LossSheet,
  lossAt,
  numberedName,
  sumOfLosses,
  topRows,
} from './loss-paper.ts';

const HEAD_ROWS = 3;
const TOTAL_COLUMN = 3;
const SHOWN_LOSSES = 3;
const WORST_WIDTH = 46;
const NONE = '—';

/** 失分情况: of each object rank, total, grade, what it lost by category, and how it moved. */
export function objectsSheet(paper: LossPaper): LossSheet {
  const frame = frameOfLosses(paper);
  const { previous, lastYear } = paper.says;
  const moved = [previous, lastYear].filter((since) => since !== null);
  const fixed = [6, 20, 9, 9, ...frame.categories.map(() => 9), 9, ...moved.map(() => 16)];
  const widths = spreadWidths(
    [...fixed.map((width) => ({ width, flexible: false })), { width: WORST_WIDTH, flexible: true }],
    paper.room,
  );
  const columns = widths.length;
  const ranks = ranksOf(paper, frame);
  return {
    widths,
    headRows: [HEAD_ROWS, HEAD_ROWS],
    frozenColumns: 2,
    rows: [
      ...topRows(paper, 'objects', widths),
      {
        cells: [
          ...['名次', '单位', '总分', '等次'].map((name) => headCell(name)),
          ...frame.categories.map(({ name }) => headCell(`${name}失分`)),
          headCell('失分合计'),
          ...(previous === null ? [] : [headCell('比上期')]),
          ...(lastYear === null ? [] : [headCell('比去年同期')]),
          headCell('失分最多的指标'),
        ],
      },
      ...frame.objects.map((_object, place) => objectRow(paper, frame, place, ranks)),
      ...moved.map(({ periodTitle }, place) =>
        footRow(`${place === 0 && previous !== null ? '上期' : '去年同期'}：${periodTitle}`, columns),
      ),
      footRow(stateLine(paper.period), columns),
    ],
  };
}

/** By object uid; objects without a total stand behind all others. */
function ranksOf({ group }: LossPaper, { objects }: LossFrame): ReadonlyMap<string, LiveNumber> {
  const ranked = objects.flatMap(({ uid }) => {
    const total = group.scorer.score(uid).totalPoints;
    const { rank } = group.scorer.standing(uid);
    return total === null || rank === null ? [] : [{ uid, total, rank }];
  });
  const place = { firstRow: HEAD_ROWS + 1, totalColumn: TOTAL_COLUMN, rankColumn: 1 };
  const numbers = rankNumbers(ranked, group.scheme.settings.ties, place);
  return new Map(
    ranked.flatMap(({ uid }, index) => {
      const number = numbers[index];
      return number === undefined ? [] : [[uid, number] as const];
    }),
  );
}

function objectRow(
  paper: LossPaper,
  frame: LossFrame,
  place: number,
  ranks: ReadonlyMap<string, LiveNumber>,
): StreamedRow {
  const object = frame.objects[place];
  if (object === undefined) return { cells: [] };
  const { uid, name } = object;
  const { previous, lastYear } = paper.says;
  const { decimals } = paper;
  const rank = ranks.get(uid);
  const sums = [...frame.categories.map((category) => category.uid), null].map((categoryUid) =>
    liveCell(lostIn(paper, frame, place, categoryUid), decimals, categoryUid === null ? 'strong' : 'cell'),
  );
  const since = [previous, lastYear].filter((earlier) => earlier !== null);
  return {
    cells: [
      rank === undefined ? centeredCell(NONE) : countCell(rank.content, rank.note),
      textCell(name),
      totalCell(paper, uid, decimals),
      centeredCell(paper.group.scorer.standing(uid).grade?.name ?? ''),
      ...sums,
      ...since.map(({ byObject }) => centeredCell(byObject.get(uid) ?? '')),
      textCell(worstText(paper, frame, uid)),
    ],
  };
}

function totalCell({ group, totalCell: placeOf }: LossPaper, uid: string, decimals: number): StreamedCell {
  const total = group.scorer.score(uid).totalPoints;
  const cell = placeOf(uid);
  if (total === null) return centeredCell(NONE);
  const result = pointsNumber(total);
  return numberCell(cell === null ? result : { formula: `ROUND(${cell},3)`, result }, decimals, 'strong');
}

/** What the object lost in one category, or in all: the sum of its cells on the detailed sheet. */
function lostIn(paper: LossPaper, frame: LossFrame, place: number, categoryUid: string | null): LiveNumber {
  const isMeant = (indicator: { categoryUid: string }): boolean =>
    categoryUid === null || indicator.categoryUid === categoryUid;
  const { indicators, objects } = frame;
  const [first, last] = [indicators.findIndex(isMeant), indicators.findLastIndex(isMeant)];
  const row = DETAIL_HEAD + 1 + place;
  const from = foreignReference(paper.detailName, row, DETAIL_LEAD + 1 + first);
  const [, to = ''] = foreignReference(paper.detailName, row, DETAIL_LEAD + 1 + last).split('!');
  const sum = sumOfLosses(paper, [objects[place]?.uid ?? ''], indicators.filter(isMeant));
  return roundedNumber(`SUM(${from}:${to})`, sum);
}

function worstText(paper: LossPaper, { indicators }: LossFrame, uid: string): string {
  const losses = indicators.flatMap((indicator) => {
    const lost = lossAt(paper, uid, indicator);
    return lost === null || lost.n === 0n ? [] : [{ indicator, lost }];
  });
  return losses
    .toSorted((left, right) => compareFractions(right.lost, left.lost))
    .slice(0, SHOWN_LOSSES)
    .map(({ indicator, lost }) => `${numberedName(indicator)}失${pointsText(roundHalfUp(lost))}分`)
    .join('；');
}
