import type { Indicator, SchemeCategory } from '#shared/contract/schemes.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { losable } from '#shared/rules/assessment/analysis/losses.ts';
import { type LossSheetKind, lossSheetNames } from '#shared/rules/assessment/export-form/definitions.ts';
import { type Fraction, fractionOf, sumFractions } from '#shared/rules/fraction.ts';
import type { StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import type { GroupSays } from '../../analysis/group-says.ts';
import { captionRow, titleRow } from '../cells.ts';
import type { ExportGroup, ExportPeriod } from '../export-group.ts';
import type { SheetDrawing } from '../sheet-drawing.ts';
import { groupCaption } from '../texts.ts';

/*
 * 失分分析 as sheets of the workbook. The detailed sheet takes each loss from the object's own sheet, and the others
 * add it up: whoever corrects a score in the workbook sees all of them follow.
 */

export interface LossPaper {
  period: ExportPeriod;
  group: ExportGroup;
  says: GroupSays;
  /** Where the workbook holds an object's score on an indicator, or its total; null: nowhere. */
  scoreCell: (objectUid: string, indicatorUid: string) => string | null;
  totalCell: (objectUid: string) => string | null;
  /** Name of the detailed sheet. */
  detailName: string;
  unit: string;
  date: string;
  title: string;
  decimals: number;
  /** Of a page, in characters. */
  room: number;
}

export type LossSheet = Omit<SheetDrawing, 'page'>;

/** Columns of rank and name before the first indicator on the detailed sheet. */
export const DETAIL_LEAD = 2;
/** Title, caption, categories, numbers, points. */
export const DETAIL_HEAD = 5;

export interface LossFrame {
  categories: SchemeCategory[];
  indicators: Indicator[];
  /** In rank order. */
  objects: { uid: string; name: string; shortName: string }[];
}

export function frameOfLosses({ group }: Pick<LossPaper, 'group'>): LossFrame {
  const byUid = new Map(group.objects.map((object) => [object.uid, object]));
  const objects = group.scorer.standings().flatMap(({ uid }) => byUid.get(uid) ?? []);
  return { ...losable(group.scheme), objects };
}

/** Title and caption, above the heads of each of these sheets. */
export function topRows(paper: LossPaper, kind: LossSheetKind, widths: readonly number[]): StreamedRow[] {
  return [
    titleRow(`${paper.title}${lossSheetNames[kind]}`, widths.length),
    captionRow(groupCaption(paper.unit, paper.group), paperDay(paper.date), widths),
  ];
}

/** Exact thousandths; null where the cell is not scored. */
export function lossAt({ group }: LossPaper, objectUid: string, indicator: Indicator): Fraction | null {
  const own = group.scorer.score(objectUid).indicators.get(indicator.uid);
  return own?.status === 'scored' ? fractionOf(indicator.maxPoints).sub(own.score) : null;
}

export function sumOfLosses(
  paper: LossPaper,
  objectUids: readonly string[],
  indicators: readonly Indicator[],
): Fraction {
  const losses = objectUids.flatMap((uid) =>
    indicators.map((indicator) => lossAt(paper, uid, indicator) ?? fractionOf(0)),
  );
  return sumFractions(losses);
}

export function numberedName({ number, content }: Pick<Indicator, 'number' | 'content'>): string {
  return number === '' ? content : `${number} ${content}`;
}
