import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListChoice, ListPreview } from '#shared/contract/table-import.ts';
import { AppError } from '#shared/errors.ts';
import {
  refuseSheet,
  type SourceTable,
  tableOfPaste,
  type TableSource,
  withLines,
} from '../excel/read/source-table.ts';
import type { JobContext } from '../jobs/run-job.ts';
import type { ReadTable } from '../jobs/table-preview.ts';
import type { ReadStore } from '../store/read-store.ts';
import { getStaged, stagedOrigin } from '../store/staging.ts';
import type { ListImport, Plain, Understood } from './list-import.ts';
import { listPreview } from './preview.ts';
import { understandTable } from './understand-table.ts';
import { basisNow, writeUnderstood } from './understood-file.ts';

export interface ReadListInput<Options> {
  source: TableSource | { stagedUid: string };
  choice: ListChoice;
  options: Options;
  today: string;
  userUid: string;
}

/** What waits for the clerk's yes: the table itself, read anew against the store as it is by then. */
export interface StagedTable {
  table: SourceTable;
  sheets: string[];
}

export interface ReadListTable extends ReadTable<ListPreview> {
  /** What was understood, in the job's own folder; null while errors stand in the way. */
  understoodFile: string | null;
}

/** The job that reads a table against a list; stores nothing. */
export function readList<Meaning extends string, Options, Read extends Understood & Plain<Read>>(
  list: ListImport<Meaning, Options, Read>,
) {
  return async (input: ReadListInput<Options>, job: JobContext): Promise<ReadListTable> => {
    const { source, choice, options, today } = input;
    job.progress(null, '读取内容');
    const staged =
      'stagedUid' in source
        ? stagedTable(job.db, list.key, source.stagedUid, input.userUid)
        : await readGiven(source, job);
    job.throwIfCancelled();
    // Before anything is understood of it: a long table is large as a text as well.
    const payloadFile = 'stagedUid' in source ? null : join(job.temporaryFolder, 'staged.json');
    if (payloadFile !== null) writeFileSync(payloadFile, JSON.stringify(staged satisfies StagedTable));
    job.progress(null, `核对 ${staged.table.rows.length} 行`);
    const { resourcesFolder } = job;
    // Whatever is saved while it is being understood makes another of it.
    const basisOf = basisNow(job.db, { key: list.key, options, today });
    const table = understandTable(list, job.db, staged.table, choice, { options, today, resourcesFolder });
    job.throwIfCancelled();
    const preview = listPreview(staged, table);
    if (table.read === null || preview.errorCount > 0) return { preview, payloadFile, understoodFile: null };
    const understoodFile = join(job.temporaryFolder, 'understood');
    const { headings, form, read } = table;
    const bases = [basisOf(choice), basisOf({ ...choice, form: preview.form })];
    writeUnderstood(understoodFile, bases, { headings, mapping: form.mapping, read });
    return { preview, payloadFile, understoodFile };
  };
}

async function readGiven(source: TableSource, job: JobContext): Promise<StagedTable> {
  if ('text' in source) return { table: tableOfPaste(source.text, withLines), sheets: [] };
  const { table, sheets } = await job.readTable(source.path, source.sheet);
  return { table: table ?? refuseSheet(), sheets };
}

/** @throws AppError notFound */
export function stagedTable(db: ReadStore, key: string, stagedUid: string, userUid: string): StagedTable {
  requireStaged(db, key, stagedUid, userUid);
  const payload = getStaged(db, stagedUid)?.payload ?? '';
  // Written by the job above, in this form.
  return JSON.parse(payload) as StagedTable;
}

/** That it waits, for this list and this user; it may be long. @throws AppError notFound */
export function requireStaged(db: ReadStore, key: string, stagedUid: string, userUid: string): void {
  const origin = stagedOrigin(db, stagedUid);
  if (origin?.kind !== key || origin.userUid !== userUid)
    throw new AppError('notFound', { what: '要导入的内容' });
}
