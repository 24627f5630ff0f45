import type { Indicator } from '#shared/contract/schemes.ts';
import { compareFractions, roundHalfUp } from '#shared/rules/fraction.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { paperStyle } from '#main/core/excel/write/paper-styles.ts';
import { cellReference, foreignReference } from '#main/core/excel/write/references.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import { centeredCell, countCell, footRow, headCell, liveCell, numberCell, textCell } from '../cells.ts';
import { spreadWidths } from '../column-widths.ts';
import { pointsNumber, roundedNumber } from '../live-numbers.ts';
import {
  DETAIL_HEAD,
  DETAIL_LEAD,
  frameOfLosses,
  type LossFrame,
  type LossPaper,
  type LossSheet,
  lossAt,
  sumOfLosses,
  topRows,
} from './loss-paper.ts';

const HEADS = [
  '序号',
  '考评内容',
  '分值',
  '已评单位',
  '失分单位',
  '失分面',
  '合计失分',
  '失分率',
  '失分的单位（失分）',
] as const;
const WIDTHS = [7, 34, 7, 9, 9, 9, 10, 9, 50];
/** Content and units. */
const FLEXIBLE: ReadonlySet<number> = new Set([1, 8]);
const HEAD_ROWS = 3;
const COLUMN = { points: 3, counted: 4, losing: 5, lost: 7 };

/** 失分指标: on each indicator who lost, how many of those scored, and how many of the points. */
export function indicatorsSheet(paper: LossPaper): LossSheet {
  const frame = frameOfLosses(paper);
  const columns = HEADS.length;
  const widths = spreadWidths(
    WIDTHS.map((width, place) => ({ width, flexible: FLEXIBLE.has(place) })),
    paper.room,
  );
  return {
    widths,
    headRows: [HEAD_ROWS, HEAD_ROWS],
    frozenColumns: 2,
    rows: [
      ...topRows(paper, 'indicators', widths),
      { cells: HEADS.map((name) => headCell(name)) },
      ...frame.indicators.map((_indicator, place) => indicatorRow(paper, frame, place)),
      footRow('失分面：失分单位占已评单位的比例；失分率：合计失分占应得分的比例。', columns),
    ],
  };
}

interface Loser {
  name: string;
  lost: NonNullable<ReturnType<typeof lossAt>>;
}

function indicatorRow(paper: LossPaper, frame: LossFrame, place: number): StreamedRow {
  const indicator = frame.indicators[place];
  if (indicator === undefined) return { cells: [] };
  const scored = frame.objects.flatMap(({ uid, shortName }): Loser[] => {
    const lost = lossAt(paper, uid, indicator);
    return lost === null ? [] : [{ name: shortName, lost }];
  });
  const losers = scored.filter(({ lost }) => lost.n > 0n);
  const row = HEAD_ROWS + 1 + place;
  const cell = (column: number): string => cellReference(row, column);
  const range = detailRange(paper, frame, place);
  const sum = sumOfLosses(
    paper,
    frame.objects.map(({ uid }) => uid),
    [indicator],
  );
  const { decimals } = paper;
  const share = scored.length === 0 ? 0 : losers.length / scored.length;
  const lost = roundHalfUp(sum);
  return {
    cells: [
      centeredCell(indicator.number),
      textCell(indicator.content),
      numberCell(pointsNumber(indicator.maxPoints), decimals),
      countCell({ formula: `COUNT(${range})`, result: scored.length }),
      countCell({ formula: `COUNTIF(${range},">0")`, result: losers.length }),
      shareCell(`IF(${cell(COLUMN.counted)}=0,0,${cell(COLUMN.losing)}/${cell(COLUMN.counted)})`, share),
      liveCell(roundedNumber(`SUM(${range})`, sum), decimals),
      shareCell(
        `IF(${cell(COLUMN.counted)}=0,0,${cell(COLUMN.lost)}/${cell(COLUMN.points)}/${cell(COLUMN.counted)})`,
        lossShare(indicator, scored.length, lost),
      ),
      textCell(losersText(losers)),
    ],
  };
}

/** The same order of calculation as in the cell, so that both come to the same number. */
function lossShare({ maxPoints }: Indicator, counted: number, lost: number): number {
  return counted === 0 ? 0 : pointsNumber(lost) / pointsNumber(maxPoints) / counted;
}

function shareCell(formula: string, result: number): StreamedCell {
  return { content: { formula, result }, style: paperStyle('cell', 'center', '0.0%') };
}

/** The indicator's column on the detailed sheet. */
function detailRange({ detailName }: LossPaper, { objects }: LossFrame, place: number): string {
  const column = DETAIL_LEAD + 1 + place;
  const from = foreignReference(detailName, DETAIL_HEAD + 1, column);
  return `${from}:${cellReference(DETAIL_HEAD + objects.length, column)}`;
}

function losersText(losers: readonly Loser[]): string {
  return losers
    .toSorted((left, right) => compareFractions(right.lost, left.lost))
    .map(({ name, lost }) => `${name}${pointsText(roundHalfUp(lost))}`)
    .join('、');
}
