import type { SheetScope } from '#shared/contract/score-sheets.ts';
import type { Judge, SheetObject } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import { columnDefinitions } from '#shared/rules/assessment/export-form/definitions.ts';
import { type ExportOptions, filledForm } from '#shared/rules/assessment/export-form/model.ts';
import { columnsOf, sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import { type GroupEntries, scorerOf } from '#shared/rules/assessment/group-scores.ts';
import { stageNames } from '#shared/rules/assessment/stages.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { formsFor } from '../export/forms/stored.ts';
import { layOutSheet, type SheetLayout } from '../export/sheet-layout.ts';
import { judgesAt } from '../judges/cells.ts';
import { requireJudge } from '../judges/column.ts';
import { type LoadedGroup, loadEntries, loadGroup } from '../load-group.ts';

/** One sheet to be filled in: of one object, for the stage or for one judge. */
export interface BlankSheet {
  group: LoadedGroup;
  object: SheetObject;
  judge: Judge | null;
  stage: SheetScope['stage'];
  layout: SheetLayout;
  selfEntries: ReturnType<GroupEntries['get']>;
  /** What nobody scores there: by the scheme's conditions, or because the office has said so. */
  leftOut: ReadonlySet<string>;
  options: ExportOptions;
}

/** @throws AppError notFound, refused where there is nothing to fill in */
export function blankSheets(db: ReadStore, scope: SheetScope, today: string): BlankSheet[] {
  const group = loadGroup(db, scope.groupUid);
  const options = optionsFor(db, group, scope, today);
  const self = loadEntries(db, group.row, 'self');
  const checked = loadEntries(db, group.row, 'checked');
  const scorer = scorerOf(group, new Map());
  const scoreColumn = columnsOf(options, 'objects').findIndex(({ key }) => key === 'score') + 1;
  const sheets = chosenPairs(group, scope).map(({ object, judge }): BlankSheet => {
    const marks = [...(checked.get(object.uid) ?? [])].filter(([, entry]) => entry.notApplicable);
    return {
      group,
      object,
      judge,
      stage: scope.stage,
      layout: layOutSheet(group, scorer.score(object.uid), scoreColumn),
      selfEntries: scope.withSelf ? self.get(object.uid) : undefined,
      leftOut: new Set([...object.inapplicable, ...marks.map(([uid]) => uid)]),
      options,
    };
  });
  if (sheets.length === 0)
    throw new AppError('refused', { reason: '没有要填的评分表：所选的评委都回避了所选的单位。' });
  return sheets;
}

/** Judge by judge: each is given his own. */
function chosenPairs(
  { objects, judges }: LoadedGroup,
  { objectUids, judgeUids }: SheetScope,
): { object: SheetObject; judge: Judge | null }[] {
  const wanted = objects.filter(({ uid }) => objectUids.includes(uid));
  if (judgeUids.length === 0) return wanted.map((object) => ({ object, judge: null }));
  const chosen = judgeUids.map((uid) => requireJudge(judges, uid));
  return chosen.flatMap((judge) =>
    wanted.filter(({ uid }) => judgesAt([judge], uid).length > 0).map((object) => ({ object, judge })),
  );
}

/** The form that was taken last, with the columns that are filled in. */
function optionsFor(
  db: ReadStore,
  { period }: LoadedGroup,
  { stage, withSelf }: SheetScope,
  date: string,
): ExportOptions {
  const [kept] = formsFor(db, period.kind);
  if (kept === undefined) throw new Error('an office has a form for every kind of period');
  const form = { ...filledForm(kept.form, period.title), date };
  const own = sheetOf(form, 'objects');
  const nameOf = new Map<string, string>(columnsOf(form, 'objects').map(({ key, name }) => [key, name]));
  const asked = columnDefinitions('objects')
    .filter(({ key, required }) => {
      if (key === 'self') return withSelf;
      return nameOf.has(key) || required || key === 'points' || key === 'reason';
    })
    .map(({ key, name }) => ({
      key,
      name: key === 'score' && stage !== 'checked' ? stageNames[stage] : (nameOf.get(key) ?? name),
    }));
  const order = own.columns.map(({ key }) => key);
  const columns = asked.toSorted((one, other) => placeOf(order, one.key) - placeOf(order, other.key));
  const sheets = form.sheets.filter(({ kind }) => kind !== 'objects');
  return { ...form, sheets: [...sheets, { ...own, columns }] };
}

/** What the form does not name keeps its usual place. */
function placeOf(order: readonly string[], key: string): number {
  const place = order.indexOf(key);
  if (place >= 0) return place;
  const usual = columnDefinitions('objects').map((column) => column.key as string);
  const before = usual.slice(0, usual.indexOf(key)).findLast((other) => order.includes(other));
  return before === undefined ? -1 : order.indexOf(before) + 0.5;
}
