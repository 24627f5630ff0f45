import {
  moveChart,
  moveDrawing,
  moveNames,
  moveOldDrawing,
  movePivotSource,
  moveSheetPart,
} from './move-parts.ts';
import type { RowPlans } from './move-references.ts';
import type { FormSheet, OpenForm } from './open-form.ts';

/** Names, print areas and titles of the workbook. */
export function moveWorkbook(form: OpenForm, plans: RowPlans): void {
  if (plans.size === 0) return;
  edit(form, form.workbook, (xml) => moveNames(xml, plans));
  for (const part of form.names()) {
    if (/\/charts?(?:ex)?\/[^/]*\.xml$/u.test(part) && !/\/(?:style|colors)\d*\.xml$/u.test(part))
      edit(form, part, (xml) => moveChart(xml, plans));
    if (/\/pivotcache\/[^/]*definition[^/]*\.xml$/u.test(part))
      edit(form, part, (xml) => movePivotSource(xml, plans));
  }
}

/** A sheet whose rows stay and name nothing that moves: its formats and checks may. */
export function moveSheet(form: OpenForm, { name, part }: FormSheet, plans: RowPlans): void {
  edit(form, part, (xml) => moveSheetPart(xml, name, plans));
}

/** What lies upon a sheet whose rows move: drawings, notes, tables. */
export function moveNeighbours(form: OpenForm, plans: RowPlans): void {
  for (const { name, part } of form.sheets) {
    const plan = plans.get(name.toLowerCase());
    if (plan === undefined) continue;
    for (const { kind, target } of form.related(part)) {
      if (target === undefined) continue;
      if (kind === 'drawing') edit(form, target, (xml) => moveDrawing(xml, plan));
      else if (kind === 'vmlDrawing') edit(form, target, (xml) => moveOldDrawing(xml, plan));
      else if (movedAsSheet.has(kind)) edit(form, target, (xml) => moveSheetPart(xml, name, plans));
    }
  }
}

const movedAsSheet: ReadonlySet<string> = new Set(['comments', 'threadedComment', 'table', 'pivotTable']);

function edit(form: OpenForm, part: string, change: (xml: string) => string): void {
  const xml = form.read(part);
  if (xml !== undefined) form.write(part, change(xml));
}
