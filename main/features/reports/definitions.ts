import { v7 } from 'uuid';
import type { ReportDefinition, ReportFields, reports as contract } from '#shared/contract/reports.ts';
import { AppError } from '#shared/errors.ts';
import { type RowKind, rowKindNames, rowKinds } from '#shared/rules/reports/table.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { decidePatch } from '#main/core/patch.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { measuresIn, tellsRows } from './count.ts';
import { allDefinitions, definitionByName, definitionByUid, type DefinitionRow } from './queries.ts';

type Names = 'list' | 'measures' | 'add' | 'update' | 'remove';

/** What reports are made of: data of the office, the shipped ones as well. */
export function definitionHandlers(
  sources: readonly MeasureSource[],
): Pick<Handlers<typeof contract>, Names> {
  return {
    list: (_input, { db }) => allReports(db),

    measures: (_input, { db }) =>
      [...measuresIn(db, sources)].map(([key, { source, measure }]) => ({
        ...measure,
        key,
        sourceName: source.name,
        initials: initialsOf(measure.name),
        rowKinds: rowKinds.filter((kind) => tellsRows(source, kind)),
        tables: [...source.tables],
      })),

    add(fields, { db, summarize }) {
      requireSound(db, sources, fields, null);
      const uid = v7();
      const last = db.all(allDefinitions).at(-1)?.position ?? 0;
      db.insert('report_definition', { uid, ...columnsOf(fields), position: last + 1 });
      summarize(fields.name);
      return { uid };
    },

    update({ uid, base, set }, { db, summarize }) {
      const row = requireDefinition(db, uid);
      const { uid: _uid, ...stored } = toDefinition(row);
      const fields = { ...stored, ...decidePatch<ReportFields>(stored, base, set) };
      requireSound(db, sources, fields, row);
      db.update('report_definition', row.id, columnsOf(fields));
      summarize(fields.name);
      return { uid };
    },

    remove({ uid }, { db, summarize }) {
      const { id, name } = requireDefinition(db, uid);
      db.remove('report_definition', id);
      summarize(name);
      return { uid };
    },
  };
}

export function allReports(db: ReadStore): ReportDefinition[] {
  return db.all(allDefinitions).map(toDefinition);
}

/** @throws AppError notFound */
function requireDefinition(db: ReadStore, uid: string): DefinitionRow {
  const row = db.get(definitionByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这张统计报表' });
  return row;
}

/** @throws AppError notFound */
export function definitionOf(db: ReadStore, uid: string): ReportDefinition {
  return toDefinition(requireDefinition(db, uid));
}

function toDefinition(row: DefinitionRow): ReportDefinition {
  return {
    uid: row.uid,
    name: row.name,
    rowKind: row.row_kind,
    hidesEmpty: row.hides_empty === 1,
    columns: JSON.parse(row.columns) as ReportFields['columns'],
    cycle: row.cycle,
    source: row.source,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function columnsOf({ name, rowKind, hidesEmpty, columns, cycle, source, validFrom, validTo }: ReportFields) {
  return {
    name,
    row_kind: rowKind,
    hides_empty: Number(hidesEmpty),
    columns: JSON.stringify(columns),
    cycle,
    source,
    valid_from: validFrom,
    valid_to: validTo,
  };
}

/** @throws AppError duplicate, badInput for what cannot be told by such rows */
function requireSound(
  db: ReadStore,
  sources: readonly MeasureSource[],
  { name, rowKind, columns, validFrom, validTo }: ReportFields,
  own: DefinitionRow | null,
): void {
  const other = db.get(definitionByName, { name });
  if (other !== undefined && other.id !== own?.id)
    throw new AppError('duplicate', { what: '统计报表', value: name });
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw new AppError('badInput', { detail: '停用日期不能早于施行日期', field: 'validTo' });
  const known = measuresIn(db, sources);
  for (const { measure } of columns) {
    const found = known.get(measure);
    // What the office has given up since stays until somebody takes it out.
    if (found !== undefined && !tellsRows(found.source, rowKind))
      throw new AppError('badInput', { detail: untold(found.measure.name, rowKind), field: 'columns' });
  }
}

function untold(name: string, kind: RowKind): string {
  return `“${name}”不能按${rowKindNames[kind]}分列，请去掉这一栏，或换一种行`;
}
