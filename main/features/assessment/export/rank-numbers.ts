import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import { cellReference } from '#main/core/excel/write/references.ts';
import type { LiveNumber } from './live-numbers.ts';

export interface RankedTotal {
  /** Rounded, in thousandths. */
  total: number;
  /** By the exact totals. */
  rank: number;
}

/** Comparing each with each, for each: beyond this many the workbook would stand still at every change. */
const MOST_COMPARED = 300;

const NOTE = '名次按未四舍五入的得分排定；表中得分四舍五入后看不出先后，所以这里直接写入名次。';

/**
 * Ranks as formulas over the rounded totals of one column; a rank that only the exact totals show is a number with
 * a note.
 * @param totals in rank order, in consecutive rows from `firstRow`
 */
export function rankNumbers(
  totals: readonly RankedTotal[],
  ties: SchemeSettings['ties'],
  place: { firstRow: number; totalColumn: number; rankColumn: number },
): LiveNumber[] {
  const shown = roundedRanks(totals, ties);
  return totals.map(({ rank }, index): LiveNumber => {
    if (shown[index] !== rank) return { content: rank, note: NOTE };
    const formula =
      ties === 'skip' ? skippingRank(place, index, totals.length) : denseRank(place, index, totals.length);
    return { content: { formula: `ROUND(${formula},3)`, result: rank } };
  });
}

function roundedRanks(totals: readonly RankedTotal[], ties: SchemeSettings['ties']): number[] {
  const values = totals.map(({ total }) => total);
  return values.map((own) => {
    const above = values.filter((other) => other > own);
    return (ties === 'skip' ? above.length : new Set(above).size) + 1;
  });
}

type Place = Parameters<typeof rankNumbers>[2];

function skippingRank(place: Place, index: number, count: number): string {
  return `RANK(${ownTotal(place, index)},${allTotals(place, count)},0)`;
}

function denseRank(place: Place, index: number, count: number): string {
  if (count > MOST_COMPARED) return denseRankInOrder(place, index);
  const all = allTotals(place, count);
  return `SUMPRODUCT((${all}>${ownTotal(place, index)})/COUNTIF(${all},${all}))+1`;
}

/** From the rank of the row above; right as long as the rows stay in rank order. */
function denseRankInOrder(place: Place, index: number): string {
  if (index === 0) return '1';
  const above = cellReference(place.firstRow + index - 1, place.rankColumn);
  return `${above}+IF(${ownTotal(place, index)}<${ownTotal(place, index - 1)},1,0)`;
}

function ownTotal({ firstRow, totalColumn }: Place, index: number): string {
  return cellReference(firstRow + index, totalColumn);
}

function allTotals({ firstRow, totalColumn }: Place, count: number): string {
  const first = cellReference(firstRow, totalColumn);
  const last = cellReference(firstRow + count - 1, totalColumn);
  return `${absolute(first)}:${absolute(last)}`;
}

function absolute(reference: string): string {
  return reference.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
