import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { ExportOptions } from '#shared/contract/export-options.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { scoreInPlan } from '#shared/rules/scoring/object.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import {
  captionRow,
  centeredCell,
  signatureRow,
  headCell,
  liveCell,
  numberCell,
  strongCell,
  textCell,
  titleRow,
} from './cells.ts';
import { columnTitle } from './columns.ts';
import type { ObjectPaper } from './object-paper.ts';
import { exactNumber, pointsNumber } from './live-numbers.ts';
import { itemScore, SHEET_COLUMNS } from './sheet-layout.ts';
import { sheetFoot } from './sheet-foot.ts';
import { decimalsOf, type SheetDecimals } from './decimals.ts';
import { baseTitle, reasonText, ruleText, signatureText, spanText, withGrounds } from './texts.ts';
import { subtotal } from './total-formulas.ts';

export const OBJECT_WIDTHS = [7, 34, 7, 38, 14, 8, 9, 28] as const;

const LEFT_OF_CAPTION = 4;
const HEADS = ['序号', '考评内容', '分值', '评分标准', '考评方式', '自评分', '考评分', '扣分理由'] as const;
const NOT_COUNTED = '/';
const NO_ENTRIES: ReadonlyMap<string, ScoreEntry> = new Map();

/** One object's score sheet, laid out as on paper. */
export function objectRows(paper: ObjectPaper, options: ExportOptions): StreamedRow[] {
  const { period, object, score, layout } = paper;
  const decimals = decimalsOf(layout, score);
  return [
    titleRow(`${baseTitle(options)}评分表`, SHEET_COLUMNS),
    captionRow(
      `被考评单位：${object.name}`,
      `考评时间：${spanText(period.firstDay, period.lastDay)}`,
      SHEET_COLUMNS,
      LEFT_OF_CAPTION,
    ),
    { cells: HEADS.map((name) => headCell(columnTitle(options, name))) },
    ...layout.blocks.flatMap((block, place) => [
      categoryRow(paper, place, decimals),
      ...block.indicators.map((indicator) => itemRow(paper, indicator, decimals)),
    ]),
    ...sheetFoot(paper),
    signatureRow(signatureText(options.signatures), SHEET_COLUMNS),
    signatureRow(
      `${options.unit}（盖章）\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日`,
      SHEET_COLUMNS,
      'right',
    ),
  ];
}

function categoryRow({ layout, score }: ObjectPaper, place: number, decimals: SheetDecimals): StreamedRow {
  const block = layout.blocks[place];
  const sum = block === undefined ? null : subtotal(block, place, score);
  if (block === undefined || sum === null) throw new Error(`no category at ${place}`);
  const { name, maxPoints } = block.category;
  return {
    cells: [
      strongCell(name, { across: 2 }),
      numberCell(pointsNumber(maxPoints), decimals.full, 'strong'),
      strongCell('', { across: 3 }),
      liveCell(sum, decimals.score, 'strong'),
      strongCell(''),
    ],
  };
}

function itemRow(paper: ObjectPaper, indicator: Indicator, decimals: SheetDecimals): StreamedRow {
  const entry = paper.entries?.get(indicator.uid) ?? null;
  const own = paper.score.indicators.get(indicator.uid);
  const inBonusCategory = paper.layout.plan.bonusCategories.has(indicator.categoryUid);
  const reason = own === undefined ? '' : reasonText(indicator, entry, own, inBonusCategory);
  const grounds =
    paper.grounds.get(cellKey({ objectUid: paper.object.uid, indicatorUid: indicator.uid })) ?? [];
  return {
    cells: [
      centeredCell(indicator.number),
      textCell(indicator.content),
      numberCell(pointsNumber(indicator.maxPoints), decimals.full),
      textCell(ruleText(indicator)),
      centeredCell(indicator.method),
      selfCell(paper, indicator, decimals),
      scoreCell(paper, indicator, decimals),
      textCell(withGrounds(reason, grounds)),
    ],
  };
}

function scoreCell(
  { layout, score }: ObjectPaper,
  indicator: Indicator,
  decimals: SheetDecimals,
): StreamedCell {
  const own = score.indicators.get(indicator.uid);
  if (own === undefined || own.status === 'empty') return numberCell(null, decimals.score);
  const counts = own.status === 'scored' || own.points > 0;
  return counts
    ? numberCell(exactNumber(itemScore(layout, indicator, score)), decimals.score)
    : centeredCell(NOT_COUNTED);
}

function selfCell(
  { layout, object, selfEntries = NO_ENTRIES }: ObjectPaper,
  indicator: Indicator,
  decimals: SheetDecimals,
): StreamedCell {
  const entry = selfEntries.get(indicator.uid) ?? null;
  const applies = !object.inapplicable.includes(indicator.uid);
  const own = scoreInPlan(layout.plan, indicator, entry, applies);
  if (entry === null || !applies) return numberCell(null, decimals.score);
  return own.status === 'scored'
    ? numberCell(exactNumber(own.score), decimals.score)
    : centeredCell(NOT_COUNTED);
}
