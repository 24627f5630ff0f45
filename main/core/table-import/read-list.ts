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
import { getStaged } from '../store/staging.ts';
import type { ListImport, Understood } from './list-import.ts';
import { listPreview } from './preview.ts';
import { understandTable } from './understand-table.ts';

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

/** The job that reads a table against a list; stores nothing. */
export function readList<Meaning extends string, Options, Read extends Understood>(
  list: ListImport<Meaning, Options, Read>,
) {
  return async (input: ReadListInput<Options>, job: JobContext): Promise<ReadTable<ListPreview>> => {
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
    const read = understandTable(list, job.db, staged.table, choice, { options, today, resourcesFolder });
    job.throwIfCancelled();
    return { preview: listPreview(staged, read), payloadFile };
  };
}

async function readGiven(source: TableSource, job: JobContext): Promise<StagedTable> {
  if ('text' in source) return { table: tableOfPaste(source.text, withLines), sheets: [] };
  const { table, sheets } = await job.readTable(source.path, source.sheet);
  return { table: table ?? refuseSheet(), sheets };
}

/** @throws AppError notFound */
export function stagedTable(db: ReadStore, key: string, stagedUid: string, userUid: string): StagedTable {
  const staged = getStaged(db, stagedUid);
  if (staged?.kind !== key || staged.userUid !== userUid)
    throw new AppError('notFound', { what: '要导入的内容' });
  // Written by the job above, in this form.
  return JSON.parse(staged.payload) as StagedTable;
}
