import { ROSTER_PREVIEW_ROWS, type RosterImportPreview } from '#shared/contract/roster-views.ts';
import { type RosterImportPlace } from '#shared/contract/rosters.ts';
import { readSource, type TableSource } from '#main/core/excel/read/source-table.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type Interpretation, interpret } from './interpret.ts';
import type { StagedRoster } from './staged.ts';

export interface ReadRosterInput {
  source: TableSource;
  place: RosterImportPlace;
  today: string;
}

export interface ReadRosterResult {
  preview: Omit<RosterImportPreview, 'stagedUid'>;
  /** JSON of StagedRoster; null while errors stand in the way. */
  payload: string | null;
}

/** Reads a pasted list or a workbook against what the office has; stores nothing. */
export async function readRoster(input: ReadRosterInput, job: JobContext): Promise<ReadRosterResult> {
  job.progress(null, '读取名单');
  const { table, sheets } = await readSource(input.source, job);
  job.throwIfCancelled();
  const read = interpret(job.db, table.rows, input.place, input.today);
  const preview = previewOf(read, input.place, { sheet: table.sheet, sheets });
  const payload: StagedRoster = { lines: table.rows, place: input.place };
  return { preview, payload: preview.errorCount > 0 ? null : JSON.stringify(payload) };
}

function previewOf(
  { form, columns, rows, problems, missing }: Interpretation,
  { mode }: RosterImportPlace,
  source: { sheet: string; sheets: string[] },
): Omit<RosterImportPreview, 'stagedUid'> {
  const problemOf = new Map(problems.toReversed().map((problem) => [problem.row, problem.text]));
  const errorCount = problems.filter(({ severity }) => severity === 'error').length;
  const count = (action: string) => rows.filter((row) => row.action === action).length;
  return {
    ...source,
    form,
    columns,
    rowCount: rows.length,
    rows: rows.slice(0, ROSTER_PREVIEW_ROWS).map(({ row, entry, positionName, unit, unitKnown, action }) => ({
      row,
      positionName,
      name: entry.person.name,
      unit,
      unitKnown,
      post: entry.post,
      phone: entry.person.mobile || entry.person.officePhone,
      action,
      problem: problemOf.get(row) ?? '',
    })),
    adds: count('add'),
    changes: count('change'),
    same: count('same'),
    leaving: mode === 'replace' ? missing.map((row) => row.person_name) : [],
    problems: problems.slice(0, ROSTER_PREVIEW_ROWS),
    errorCount,
    warningCount: problems.length - errorCount,
  };
}
