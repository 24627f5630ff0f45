import {
  type LossSheetKind,
  lossSheetKinds,
  lossSheetNames,
} from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { pageRoom } from '#shared/rules/assessment/export-form/page-room.ts';
import { sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import { foreignReference } from '#main/core/excel/write/references.ts';
import { totalDecimals } from '../decimals.ts';
import type { ExportGroup, ExportPeriod } from '../export-group.ts';
import { type SheetDrawing, sheetPage } from '../sheet-drawing.ts';
import { itemRowOf, type SheetLayout } from '../sheet-layout.ts';
import type { ObjectPlan } from '../summary-numbers.ts';
import { baseTitle } from '../texts.ts';
import { detailSheet } from './detail-sheet.ts';
import { indicatorsSheet } from './indicators-sheet.ts';
import { frameOfLosses, type LossPaper, type LossSheet } from './loss-paper.ts';
import { objectsSheet } from './objects-sheet.ts';
import { textsSheet } from './texts-sheet.ts';

const drawings: Readonly<Record<LossSheetKind, (paper: LossPaper) => LossSheet>> = {
  objects: objectsSheet,
  indicators: indicatorsSheet,
  detail: detailSheet,
  texts: textsSheet,
};

/** Names of the sheets of 失分分析; none where nothing can be lost, or nobody is assessed. */
export function planLosses(
  group: ExportGroup,
  nameFor: (kind: string) => string,
): ReadonlyMap<LossSheetKind, string> {
  const { indicators, objects } = frameOfLosses({ group });
  const isEmpty = indicators.length === 0 || objects.length === 0;
  const kinds = isEmpty ? [] : lossSheetKinds;
  return new Map(kinds.map((kind) => [kind, nameFor(lossSheetNames[kind])]));
}

interface LossPlan {
  group: ExportGroup;
  losses: ReadonlyMap<LossSheetKind, string>;
  objects: ReadonlyMap<string, ObjectPlan>;
}

export function lossSheets(
  period: ExportPeriod,
  { group, losses, objects }: LossPlan,
  options: ExportOptions,
): { name: string; draw: () => SheetDrawing }[] {
  const { says } = group;
  if (says === undefined) return [];
  const paper: LossPaper = {
    period,
    group,
    says,
    unit: options.unit,
    date: options.date,
    title: baseTitle(options),
    decimals: totalDecimals(options, group.scheme.settings),
    room: pageRoom(options.page, sheetOf(options, 'losses').orientation),
    detailName: losses.get('detail') ?? '',
    scoreCell: (objectUid, indicatorUid) =>
      scoreCellOf(objects.get(objectUid), (layout) => itemRowOf(layout, indicatorUid)),
    totalCell: (objectUid) => scoreCellOf(objects.get(objectUid), ({ foot }) => foot.total),
  };
  const page = sheetPage(options, 'losses');
  return [...losses].map(([kind, name]) => ({ name, draw: () => ({ ...drawings[kind](paper), page }) }));
}

/** Null where the workbook holds no sheet of the object, or that no such row. */
function scoreCellOf(
  plan: ObjectPlan | undefined,
  rowIn: (layout: SheetLayout) => number | null,
): string | null {
  if (plan === undefined || plan.name === null) return null;
  const row = rowIn(plan.layout);
  return row === null ? null : foreignReference(plan.name, row, plan.layout.scoreColumn);
}
