import {
  type LossSheetKind,
  sheetDefinitions,
  type SheetKind,
} from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import { lossSheets, planLosses } from './losses/index.ts';
import { objectColumns, objectSheet } from './object-sheet.ts';
import { resultListSheet } from './result-list-sheet.ts';
import type { SheetDrawing } from './sheet-drawing.ts';
import { layOutSheet } from './sheet-layout.ts';
import type { ObjectPlan } from './summary-numbers.ts';
import { type SummaryPaper, summarySheet } from './summary-sheet.ts';

/* The sheets of one group by a form, each drawn when its turn comes, so that a large workbook needs little memory. */

/** Sheets of which each group has one. */
export type TableKind = Exclude<SheetKind, 'objects' | 'losses'>;

const tables: Readonly<Record<TableKind, (paper: SummaryPaper, options: ExportOptions) => SheetDrawing>> = {
  summary: summarySheet,
  list: resultListSheet,
};

export interface GroupPlan {
  group: ExportGroup;
  /** Names of the sheets that each group has one of. */
  tables: ReadonlyMap<TableKind, string>;
  losses: ReadonlyMap<LossSheetKind, string>;
  /** By object uid, in the order of the objects. */
  objects: ReadonlyMap<string, ObjectPlan>;
}

export interface PlannedSheet {
  kind: SheetKind;
  name: string;
  draw: () => SheetDrawing;
}

function shownKinds({ sheets }: ExportOptions): SheetKind[] {
  return sheets.filter(({ shown }) => shown).map(({ kind }) => kind);
}

/** Those of which each group has one. */
export function shownTables(options: ExportOptions): TableKind[] {
  return shownKinds(options).filter((kind) => kind !== 'objects' && kind !== 'losses');
}

/** @param nameFor gives each sheet a name of its own; tables first: an object's sheet may have to step aside */
export function planGroups(
  groups: readonly ExportGroup[],
  options: ExportOptions,
  nameFor: (wanted: string) => string,
): GroupPlan[] {
  const kinds = shownKinds(options);
  const { scoreColumn } = objectColumns(options);
  const named = groups.map((group) => {
    const ending = groups.length > 1 ? `-${group.name}` : '';
    const own = shownTables(options);
    return {
      group,
      tables: new Map(own.map((kind) => [kind, nameFor(`${sheetDefinitions[kind].name}${ending}`)])),
      losses: planLosses(group, options, (name) => nameFor(`${name}${ending}`)),
    };
  });
  return named.map(({ group, ...names }) => {
    const objects = group.objects.map(({ uid, shortName }): [string, ObjectPlan] => [
      uid,
      {
        name: kinds.includes('objects') ? nameFor(shortName) : null,
        layout: layOutSheet(group, group.scorer.score(uid), scoreColumn),
      },
    ]);
    return { group, ...names, objects: new Map(objects) };
  });
}

/** In the order of the workbook. */
export function sheetsOfGroup(period: ExportPeriod, plan: GroupPlan, options: ExportOptions): PlannedSheet[] {
  const { group, objects } = plan;
  const paper: SummaryPaper = { period, group, rows: resultRows(group, group.scorer), sheets: objects };
  return shownKinds(options).flatMap((kind): PlannedSheet[] => {
    if (kind === 'objects') return objectSheets(period, plan, options);
    if (kind === 'losses') return lossSheets(period, plan, options).map((sheet) => ({ kind, ...sheet }));
    const name = plan.tables.get(kind);
    return name === undefined ? [] : [{ kind, name, draw: () => tables[kind](paper, options) }];
  });
}

function objectSheets(
  period: ExportPeriod,
  { group, objects }: GroupPlan,
  options: ExportOptions,
): PlannedSheet[] {
  const columns = objectColumns(options);
  const { scorer, entries, selfEntries, grounds } = group;
  return group.objects.flatMap((object): PlannedSheet[] => {
    const { uid } = object;
    const plan = objects.get(uid);
    if (plan === undefined || plan.name === null) return [];
    const { name, layout } = plan;
    const draw = () => {
      const paper = {
        period,
        object,
        layout,
        score: scorer.score(uid),
        standing: scorer.standing(uid),
        entries: entries.get(uid),
        selfEntries: selfEntries.get(uid),
        grounds,
      };
      return objectSheet(paper, columns, options);
    };
    return [{ kind: 'objects', name, draw }];
  });
}
