import { join } from 'node:path';
import type { ListChoice, ListPreview } from '#shared/contract/table-import.ts';
import { AppError } from '#shared/errors.ts';
import { refuseSheet, tableOfPaste, type TableSource, withLines } from '../excel/read/source-table.ts';
import type { JobContext } from '../jobs/run-job.ts';
import type { ReadTable } from '../jobs/table-preview.ts';
import type { ReadStore } from '../store/read-store.ts';
import { stagedOrigin } from '../store/staging.ts';
import type { ListImport, Plain, Surroundings, Understood } from './list-import.ts';
import { listPreview } from './preview.ts';
import { readStagedTable, type StagedTable, writeStagedTable } from './staged-table.ts';
import { understandTable } from './understand-table.ts';
import { basisNow, writeUnderstood } from './understood-file.ts';

export interface ReadListInput<Options> {
  source: TableSource | { stagedUid: string };
  choice: ListChoice;
  options: Options;
  today: string;
  caller: Surroundings<Options>['caller'];
}

export interface ReadListTable extends ReadTable<ListPreview> {
  /** Of what waits for the clerk's yes, beside its payload; null for none. */
  piecesFile: string | null;
  /** What was understood, in the job's own folder; null while errors stand in the way, and where it must not lie open. */
  understoodFile: string | null;
  isSealed: boolean;
}

/** The job that reads a table against a list; stores nothing. */
export function readList<Meaning extends string, Options, Read extends Understood & Plain<Read>>(
  list: ListImport<Meaning, Options, Read>,
) {
  return async (input: ReadListInput<Options>, job: JobContext): Promise<ReadListTable> => {
    const { source, choice, options, today, caller } = input;
    const around = { options, today, caller, resourcesFolder: job.resourcesFolder };
    job.progress(null, '读取内容');
    const sealing = list.sealing?.(job.db, around) ?? null;
    const staged =
      'stagedUid' in source
        ? stagedTable(list, job.db, source.stagedUid, around)
        : await readGiven(source, job);
    job.throwIfCancelled();
    // Before anything is understood of it: a long table is large as a text as well.
    const files =
      'stagedUid' in source
        ? { payloadFile: null, piecesFile: null }
        : writeStagedTable(job.temporaryFolder, staged, sealing);
    job.progress(null, `核对 ${staged.table.rows.length} 行`);
    // Whatever is saved while it is being understood makes another of it.
    const basisOf = basisNow(job.db, { key: list.key, options, today });
    const table = understandTable(list, job.db, staged.table, choice, around);
    job.throwIfCancelled();
    const preview = listPreview({ ...staged, mayBeInWords: list.takeApart !== undefined }, table);
    const isSealed = sealing !== null;
    if (table.read === null || preview.errorCount > 0 || isSealed)
      return { preview, ...files, understoodFile: null, isSealed };
    const understoodFile = join(job.temporaryFolder, 'understood');
    const { headings, form, read } = table;
    const bases = [basisOf(choice), basisOf({ ...choice, form: preview.form })];
    writeUnderstood(understoodFile, bases, { headings, mapping: form.mapping, read });
    return { preview, ...files, understoodFile, isSealed };
  };
}

async function readGiven(source: TableSource, job: JobContext): Promise<StagedTable> {
  if ('text' in source) return { table: tableOfPaste(source.text, withLines), sheets: [] };
  const { table, sheets } = await job.readTable(source.path, source.sheet);
  return { table: table ?? refuseSheet(), sheets };
}

/** @throws AppError notFound */
export function stagedTable<Meaning extends string, Options, Read extends Understood & Plain<Read>>(
  list: ListImport<Meaning, Options, Read>,
  db: ReadStore,
  stagedUid: string,
  around: Surroundings<Options>,
): StagedTable {
  requireStaged(db, list.key, stagedUid, around.caller.userUid ?? '');
  const staged = readStagedTable(db, stagedUid, () => list.sealing?.(db, around) ?? null);
  if (staged === null) throw stagedNotFound();
  return staged;
}

/** That it waits, for this list and this user; it may be long. @throws AppError notFound */
export function requireStaged(db: ReadStore, key: string, stagedUid: string, userUid: string): void {
  const origin = stagedOrigin(db, stagedUid);
  if (origin?.kind !== key || origin.userUid !== userUid) throw stagedNotFound();
}

function stagedNotFound(): AppError {
  return new AppError('notFound', { what: '要导入的内容' });
}
