import { detailSheet } from './detail-sheet.ts';
import { indicatorsSheet } from './indicators-sheet.ts';
import { frameOfLosses, type LossPaper, type LossSheet } from './loss-paper.ts';
import { objectsSheet } from './objects-sheet.ts';
import { textsSheet } from './texts-sheet.ts';

/** Sheets of 失分分析 that each group has one of, in the order of the workbook. */
export const lossSheetNames = {
  objects: '失分情况',
  indicators: '失分指标',
  detail: '失分明细',
  texts: '结果说明',
} as const;
export type LossSheetKind = keyof typeof lossSheetNames;
export const lossSheetKinds = ['objects', 'indicators', 'detail', 'texts'] as const satisfies LossSheetKind[];

const draw: Readonly<Record<LossSheetKind, (paper: LossPaper) => LossSheet>> = {
  objects: objectsSheet,
  indicators: indicatorsSheet,
  detail: detailSheet,
  texts: textsSheet,
};

/** Null where nothing can be lost, or nobody is assessed. */
export function drawLosses(kind: LossSheetKind, paper: LossPaper): LossSheet | null {
  const { indicators, objects } = frameOfLosses(paper);
  return indicators.length === 0 || objects.length === 0 ? null : draw[kind](paper);
}
