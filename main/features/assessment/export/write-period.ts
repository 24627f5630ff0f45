import type { ExportOptions } from '#shared/contract/export-options.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import { yearRows, yearStandings } from '#shared/rules/assessment/year-rows.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import {
  createStreamedWorkbook,
  type StreamedRow,
  type StreamedSheetSetup,
  type StreamedWorkbook,
} from '#main/core/excel/write/streamed-workbook.ts';
import { contentsSheet } from './contents-sheet.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import { OBJECT_WIDTHS, objectRows } from './object-sheet.ts';
import { resultListSheet } from './result-list-sheet.ts';
import { HEAD_ROWS, layOutSheet, type SheetLayout } from './sheet-layout.ts';
import { summarySheet } from './summary-sheet.ts';
import { yearSheet } from './year-sheet.ts';

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
  /** Of a year that is made of parts. */
  year: string | null;
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
const YEAR = '年度成绩表';

/** Names of the tables first: an object's sheet may have to step aside, never a table. */
function planGroups(groups: readonly ExportGroup[]): GroupPlan[] {
  const nameFor = createSheetNames();
  if (groups.length > 1) nameFor(CONTENTS);
  const named = groups.map((group) => {
    const ending = groups.length > 1 ? `-${group.name}` : '';
    return { group, ...tableNames(group, (name) => nameFor(`${name}${ending}`)) };
  });
  return named.map(({ group, ...tables }) => {
    const sheets = group.objects.map(({ uid, shortName }): [string, ObjectPlan] => [
      uid,
      { name: nameFor(shortName), layout: layOutSheet(group, group.scorer.score(uid)) },
    ]);
    return { group, ...tables, sheets: new Map(sheets) };
  });
}

/** A year that has no scores of its own has its table in the place of their summary. */
function tableNames({ year }: ExportGroup, nameFor: (name: string) => string) {
  const summary = nameFor(year?.isScoredItself === false ? YEAR : '汇总表');
  const list = nameFor('结果名单');
  if (year === undefined) return { summary, list, year: null };
  return { summary, list, year: year.isScoredItself ? nameFor(YEAR) : summary };
}

async function writeGroup(
  workbook: StreamedWorkbook,
  period: ExportPeriod,
  { group, summary, list, year, sheets }: GroupPlan,
  options: ExportOptions,
  beforeObject: (name: string) => void,
): Promise<void> {
  const results = resultRows(group, group.scorer);
  const standings = group.year === undefined ? null : yearStandings(group.year.inputs);
  if (year !== null && group.year !== undefined && standings !== null) {
    const { rows, ...setup } = yearSheet({ period, group, year: group.year, standings }, options);
    await writeSheet(workbook, { name: year, ...setup }, rows);
  }
  if (year !== summary) {
    const { rows, ...setup } = summarySheet({ period, group, rows: results, sheets }, options);
    await writeSheet(workbook, { name: summary, ...setup }, rows);
  }
  const listed = standings === null ? results : yearRows(standings);
  const { rows: listRows, ...listSetup } = resultListSheet({ period, group, rows: listed }, options);
  await writeSheet(workbook, { name: list, ...listSetup }, listRows);
  if (year === summary) return;
  for (const object of group.objects) {
    beforeObject(object.shortName);
    const plan = sheets.get(object.uid);
    if (plan === undefined) continue;
    const rows = objectRows(
      {
        period,
        object,
        layout: plan.layout,
        score: group.scorer.score(object.uid),
        standing: group.scorer.standing(object.uid),
        entries: group.entries.get(object.uid),
        selfEntries: group.selfEntries.get(object.uid),
        grounds: group.grounds,
      },
      options,
    );
    const setup = { widths: OBJECT_WIDTHS, headRows: [REPEATED_FROM, HEAD_ROWS] as const, frozenColumns: 2 };
    await writeSheet(workbook, { name: plan.name, ...setup }, rows);
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
