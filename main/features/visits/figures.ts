import type { visits as contract, VisitFigure, WantedFigure } from '#shared/contract/visits.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { allFigures, type FigureRecord } from './queries.ts';

type Input = Parameters<Handlers<typeof contract>['setFigures']>[0];

export function figuresOf(db: ReadStore): VisitFigure[] {
  return db.all(allFigures).map((row) => ({ ...wantedOf(row), uid: row.uid, usedBy: row.used_by }));
}

/** The list as the office wants it; what records have counted stays. */
export function setFigures({ base, set }: Input, { db, summarize }: WriteContext): { count: number } {
  const rows = db.all(allFigures);
  // The list is one field: two clerks at it at the same time see each other's.
  const changes = decidePatch<{ figures: WantedFigure[] }>({ figures: rows.map(wantedOf) }, base, set);
  if (changes.figures !== undefined) writeFigures(db, rows, changes.figures);
  summarize(set.figures.map(({ name }) => name).join('、'));
  return { count: set.figures.length };
}

function writeFigures(db: WriteStore, rows: readonly FigureRecord[], wanted: readonly WantedFigure[]): void {
  requireDistinctNames(wanted);
  for (const row of rows.filter(({ uid }) => !wanted.some((figure) => figure.uid === uid))) {
    if (row.used_by > 0)
      throw new AppError('inUse', { what: `统计项“${row.name}”`, by: ` ${row.used_by} 份检查记录` });
    db.remove('visit_figure', row.id);
  }
  for (const [index, { uid, ...columns }] of wanted.entries()) {
    const row = rows.find((each) => each.uid === uid);
    if (row !== undefined) db.update('visit_figure', row.id, { ...columns, position: index + 1 });
    else if (uid === null) db.insert('visit_figure', { ...columns, position: index + 1 });
    else throw new AppError('notFound', { what: `统计项“${columns.name}”` });
  }
}

function requireDistinctNames(wanted: readonly WantedFigure[]): void {
  const twice = wanted.find(({ name }, index) => wanted.slice(0, index).some((other) => other.name === name));
  if (twice !== undefined) throw new AppError('duplicate', { what: '统计项', value: twice.name });
}

function wantedOf({ uid, name, unit, proposes }: FigureRecord): WantedFigure {
  return { uid, name, unit, proposes };
}
