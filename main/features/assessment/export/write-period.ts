import type { ExportOptions } from '#shared/contract/export-options.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import {
  createStreamedWorkbook,
  type StreamedRow,
  type StreamedSheetSetup,
  type StreamedWorkbook,
} from '#main/core/excel/write/streamed-workbook.ts';
import { foreignReference } from '#main/core/excel/write/references.ts';
import { contentsSheet } from './contents-sheet.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import { drawLosses, lossSheetKinds, lossSheetNames, type LossSheetKind } from './losses/index.ts';
import { OBJECT_WIDTHS, objectRows } from './object-sheet.ts';
import { resultListSheet } from './result-list-sheet.ts';
import { HEAD_ROWS, itemRowOf, layOutSheet, SCORE_COLUMN, type SheetLayout } from './sheet-layout.ts';
import { summarySheet } from './summary-sheet.ts';
import { baseTitle } from './texts.ts';

/** How the writing goes on, and whether it is still wanted. */
export interface ExportWatch {
  /** 0 to 1. */
  progress(progress: number, step: string): void;
  /** @throws when it was cancelled */
  throwIfCancelled(): void;
}

interface ObjectPlan {
  name: string;
  layout: SheetLayout;
}

interface GroupPlan {
  group: ExportGroup;
  summary: string;
  list: string;
  losses: Map<LossSheetKind, string>;
  /** By object uid, in the order of the objects. */
  sheets: Map<string, ObjectPlan>;
}

const REPEATED_FROM = 2;

/** Writes a period's workbook to a file that the caller then puts into its place. */
export async function writePeriodWorkbook(
  path: string,
  { period, groups }: { period: ExportPeriod; groups: readonly ExportGroup[] },
  options: ExportOptions,
  watch: ExportWatch,
): Promise<void> {
  const plans = planGroups(groups);
  const titled = options.title.trim() === '' ? { ...options, title: period.title } : options;
  const workbook = createStreamedWorkbook(path, options.unit);
  try {
    if (plans.length > 1) {
      const { rows, ...setup } = contentsSheet(plans, titled);
      await writeSheet(workbook, { name: CONTENTS, ...setup }, rows);
    }
    const total = groups.reduce((sum, { objects }) => sum + objects.length, 0);
    let written = 0;
    for (const plan of plans) {
      await writeGroup(workbook, period, plan, titled, (name) => {
        watch.throwIfCancelled();
        watch.progress(written / total, `正在写“${name}”(${written + 1}/${total})`);
        written += 1;
      });
    }
    watch.throwIfCancelled();
    watch.progress(1, '正在完成文件');
    await workbook.finish();
  } catch (error) {
    workbook.abandon();
    throw error;
  }
}

const CONTENTS = '目录';

/** Names of the tables first: an object's sheet may have to step aside, never a table. */
function planGroups(groups: readonly ExportGroup[]): GroupPlan[] {
  const nameFor = createSheetNames();
  if (groups.length > 1) nameFor(CONTENTS);
  const named = groups.map((group) => {
    const ending = groups.length > 1 ? `-${group.name}` : '';
    const [summary, list] = [nameFor(`汇总表${ending}`), nameFor(`结果名单${ending}`)];
    const kinds = group.says === undefined ? [] : lossSheetKinds;
    const losses = new Map(kinds.map((kind) => [kind, nameFor(`${lossSheetNames[kind]}${ending}`)]));
    return { group, summary, list, losses };
  });
  return named.map(({ group, ...names }) => {
    const sheets = group.objects.map(({ uid, shortName }): [string, ObjectPlan] => [
      uid,
      { name: nameFor(shortName), layout: layOutSheet(group, group.scorer.score(uid)) },
    ]);
    return { group, ...names, sheets: new Map(sheets) };
  });
}

async function writeGroup(
  workbook: StreamedWorkbook,
  period: ExportPeriod,
  plan: GroupPlan,
  options: ExportOptions,
  beforeObject: (name: string) => void,
): Promise<void> {
  const { group, summary, list, sheets } = plan;
  const results = resultRows(group, group.scorer);
  const { rows: summaryRows, ...summarySetup } = summarySheet(
    { period, group, rows: results, sheets },
    options,
  );
  await writeSheet(workbook, { name: summary, ...summarySetup }, summaryRows);
  const { rows: listRows, ...listSetup } = resultListSheet({ period, group, rows: results }, options);
  await writeSheet(workbook, { name: list, ...listSetup }, listRows);
  await writeLosses(workbook, period, plan, options);
  for (const object of group.objects) {
    beforeObject(object.shortName);
    const own = sheets.get(object.uid);
    if (own === undefined) continue;
    const rows = objectRows(
      {
        period,
        object,
        layout: own.layout,
        score: group.scorer.score(object.uid),
        standing: group.scorer.standing(object.uid),
        entries: group.entries.get(object.uid),
        selfEntries: group.selfEntries.get(object.uid),
        grounds: group.grounds,
      },
      options,
    );
    const setup = { widths: OBJECT_WIDTHS, headRows: [REPEATED_FROM, HEAD_ROWS] as const, frozenColumns: 2 };
    await writeSheet(workbook, { name: own.name, ...setup }, rows);
  }
}

async function writeLosses(
  workbook: StreamedWorkbook,
  period: ExportPeriod,
  { group, losses, sheets }: GroupPlan,
  options: ExportOptions,
): Promise<void> {
  const { says } = group;
  if (says === undefined) return;
  const cellIn = (objectUid: string, rowIn: (layout: SheetLayout) => number | null): string | null => {
    const own = sheets.get(objectUid);
    const row = own === undefined ? null : rowIn(own.layout);
    return own === undefined || row === null ? null : foreignReference(own.name, row, SCORE_COLUMN);
  };
  const paper = {
    period,
    group,
    says,
    unit: options.unit,
    date: options.date,
    title: baseTitle(options),
    detailName: losses.get('detail') ?? '',
    scoreCell: (objectUid: string, indicatorUid: string) =>
      cellIn(objectUid, (layout) => itemRowOf(layout, indicatorUid)),
    totalCell: (objectUid: string) => cellIn(objectUid, ({ foot }) => foot.total),
  };
  for (const [kind, name] of losses) {
    const drawn = drawLosses(kind, paper);
    if (drawn === null) continue;
    const { rows, ...setup } = drawn;
    await writeSheet(workbook, { name, ...setup }, rows);
  }
}

async function writeSheet(
  workbook: StreamedWorkbook,
  setup: StreamedSheetSetup,
  rows: readonly StreamedRow[],
): Promise<void> {
  const sheet = workbook.sheet(setup);
  sheet.add(rows);
  await sheet.end();
}
