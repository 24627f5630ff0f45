import {
  type LossSheetKind,
  sheetDefinitions,
  type SheetKind,
} from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import { yearRows, yearStandings } from '#shared/rules/assessment/year-rows.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import { lossSheets, planLosses } from './losses/index.ts';
import { objectColumns, objectSheet } from './object-sheet.ts';
import { resultListSheet } from './result-list-sheet.ts';
import type { SheetDrawing } from './sheet-drawing.ts';
import { layOutSheet } from './sheet-layout.ts';
import type { ObjectPlan } from './summary-numbers.ts';
import { type SummaryPaper, summarySheet } from './summary-sheet.ts';
import { yearSheet } from './year-sheet.ts';

/* The sheets of one group by a form, each drawn when its turn comes, so that a large workbook needs little memory. */

/** Sheets of which each group has one. */
type TableKind = Exclude<SheetKind, 'objects' | 'losses'>;

/** Sheets of the year's own scores: there are none where it is made of other periods alone. */
const OWN_SCORES: readonly SheetKind[] = ['summary', 'losses', 'objects'];

export interface GroupPlan {
  group: ExportGroup;
  /** In the order of the workbook. */
  kinds: readonly SheetKind[];
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

/** A year that has no scores of its own has its table in their place, even in a form that does not name it. */
function kindsFor({ year }: ExportGroup, options: ExportOptions): SheetKind[] {
  const shown = shownKinds(options);
  if (year === undefined) return shown.filter((kind) => kind !== 'year');
  if (year.isScoredItself) return shown;
  const kinds = shown.filter((kind) => !OWN_SCORES.includes(kind));
  return kinds.includes('year') ? kinds : ['year', ...kinds];
}

/** @param nameFor gives each sheet a name of its own; tables first: an object's sheet may have to step aside */
export function planGroups(
  groups: readonly ExportGroup[],
  options: ExportOptions,
  nameFor: (wanted: string) => string,
): GroupPlan[] {
  const { scoreColumn } = objectColumns(options);
  const named = groups.map((group) => {
    const ending = groups.length > 1 ? `-${group.name}` : '';
    const kinds = kindsFor(group, options);
    const own = kinds.filter((kind) => kind !== 'objects' && kind !== 'losses');
    const losses = kinds.includes('losses')
      ? planLosses(group, (name) => nameFor(`${name}${ending}`))
      : new Map<LossSheetKind, string>();
    return {
      group,
      kinds,
      tables: new Map(own.map((kind) => [kind, nameFor(`${sheetDefinitions[kind].name}${ending}`)])),
      losses,
    };
  });
  return named.map(({ group, kinds, ...names }) => {
    const objects = group.objects.map(({ uid, shortName }): [string, ObjectPlan] => [
      uid,
      {
        name: kinds.includes('objects') ? nameFor(shortName) : null,
        layout: layOutSheet(group, group.scorer.score(uid), scoreColumn),
      },
    ]);
    return { group, kinds, ...names, objects: new Map(objects) };
  });
}

/** In the order of the workbook. */
export function sheetsOfGroup(period: ExportPeriod, plan: GroupPlan, options: ExportOptions): PlannedSheet[] {
  const draw = tableDrawings(period, plan, options);
  return plan.kinds.flatMap((kind): PlannedSheet[] => {
    if (kind === 'objects') return objectSheets(period, plan, options);
    if (kind === 'losses') return lossSheets(period, plan, options).map((sheet) => ({ kind, ...sheet }));
    const name = plan.tables.get(kind);
    const drawn = draw[kind];
    return name === undefined || drawn === undefined ? [] : [{ kind, name, draw: drawn }];
  });
}

/** Who got which grade follows from the year where there is one. */
function tableDrawings(
  period: ExportPeriod,
  { group, objects }: GroupPlan,
  options: ExportOptions,
): Partial<Record<TableKind, () => SheetDrawing>> {
  const { year } = group;
  const paper: SummaryPaper = { period, group, rows: resultRows(group, group.scorer), sheets: objects };
  const summary = () => summarySheet(paper, options);
  if (year === undefined) return { summary, list: () => resultListSheet(paper, options) };
  const standings = yearStandings(year.inputs);
  return {
    year: () => yearSheet({ period, group, year, standings }, options),
    summary,
    list: () => resultListSheet({ period, group, rows: yearRows(standings) }, options),
  };
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
