import type { Indicator } from '#shared/contract/schemes.ts';
import { lossColour, lossStep } from '#shared/rules/assessment/analysis/heat.ts';
import { roundHalfUp } from '#shared/rules/fraction.ts';
import { paperStyle } from '#main/core/excel/write/paper-styles.ts';
import type { StreamedCell } from '#main/core/excel/write/streamed-workbook.ts';
import { centeredCell, countCell, footRow, headCell, textCell } from '../cells.ts';
import { exactNumber, pointsNumber } from '../live-numbers.ts';
import {
  DETAIL_HEAD,
  DETAIL_LEAD,
  frameOfLosses,
  type LossFrame,
  type LossPaper,
  type LossSheet,
  lossAt,
  topRows,
} from './loss-paper.ts';

const WIDTHS = { rank: 6, unit: 16, loss: 7 };
const NOT_COUNTED = '/';

/** 失分明细: objects by indicators, coloured by the share of the points that was lost. */
export function detailSheet(paper: LossPaper): LossSheet {
  const frame = frameOfLosses(paper);
  const columns = DETAIL_LEAD + frame.indicators.length;
  const widths = [WIDTHS.rank, WIDTHS.unit, ...frame.indicators.map(() => WIDTHS.loss)];
  const { scorer } = paper.group;
  return {
    widths,
    headRows: [3, DETAIL_HEAD],
    frozenColumns: DETAIL_LEAD,
    rows: [
      ...topRows(paper, 'detail', widths),
      ...headRows(frame),
      ...frame.objects.map(({ uid, name }) => ({
        cells: [
          rankCell(scorer.standing(uid).rank),
          textCell(name),
          ...frame.indicators.map((indicator) => lossCell(paper, uid, indicator)),
        ],
      })),
      footRow('“/”为不适用，空白为未评；颜色越深，失分占该项分值的比例越大。', columns),
    ],
  };
}

function headRows({ categories, indicators }: LossFrame) {
  const blocks = categories.map(({ uid, name }) => ({
    name,
    count: indicators.filter(({ categoryUid }) => categoryUid === uid).length,
  }));
  return [
    {
      cells: [
        headCell('名次', { down: 3 }),
        headCell('单位', { down: 3 }),
        ...blocks.map(({ name, count }) => headCell(name, { across: count })),
      ],
    },
    { cells: indicators.map(({ number }, place) => headCell(number === '' ? String(place + 1) : number)) },
    { cells: indicators.map(({ maxPoints }) => headCell(String(pointsNumber(maxPoints)))) },
  ];
}

export function rankCell(rank: number | null): StreamedCell {
  return rank === null ? centeredCell('—') : countCell(rank);
}

function lossCell(paper: LossPaper, uid: string, indicator: Indicator): StreamedCell {
  const lost = lossAt(paper, uid, indicator);
  if (lost === null) {
    const status = paper.group.scorer.score(uid).indicators.get(indicator.uid)?.status;
    return centeredCell(status === 'notApplicable' ? NOT_COUNTED : '');
  }
  const colour = lossColour(lossStep(roundHalfUp(lost), indicator.maxPoints));
  const style = paperStyle('cell', 'center', lossFormat(paper.decimals), colour);
  const cell = paper.scoreCell(uid, indicator.uid);
  if (cell === null) return { content: exactNumber(lost), style };
  const result = Number(lost.s * lost.n) / Number(lost.d) / 1000;
  return { content: { formula: `${pointsNumber(indicator.maxPoints)}-${cell}`, result }, style };
}

/** Nothing lost is a plain 0, so that losses stand out. */
function lossFormat(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)};-0.${'0'.repeat(decimals)};0`;
}
