import { join } from 'node:path';
import type { LibraryFilter } from '#shared/contract/library.ts';
import { libraryColumns, type LibraryMeaning } from '#shared/rules/library/columns.ts';
import { levelNames, validityNames } from '#shared/rules/library/model.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { CitationSource } from './citing.ts';
import { listLibrary } from './list.ts';
import { replacementOf, requireEntry } from './rows.ts';

export interface LibraryExport {
  filter: LibraryFilter;
  officeName: string;
  today: string;
}

const widths: readonly (readonly [LibraryMeaning, number, ListColumn[2]])[] = [
  ['title', 46, 'left'],
  ['number', 24, 'left'],
  ['issuer', 24, 'left'],
  ['level', 12, 'center'],
  ['issuedOn', 13, 'center'],
  ['inForceFrom', 13, 'center'],
  ['inForceTo', 13, 'center'],
  ['validity', 10, 'center'],
  ['subjects', 20, 'left'],
];
const columns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ...widths.map(([meaning, width, align]): ListColumn => [libraryColumns[meaning].name, width, align]),
  ['由哪份文件替代', 30, 'left'],
  ['条款数', 8, 'center'],
  ['引用处数', 9, 'center'],
];
const PAGE = 200;

/** 文件目录, readable by `libraryImport`. @returns path of the workbook in the job's own folder */
export function exportLibraryWith(sources: readonly CitationSource[]) {
  return async ({ filter, officeName, today }: LibraryExport, job: JobContext): Promise<{ path: string }> => {
    job.progress(null, '写入文件目录');
    const path = join(job.temporaryFolder, 'library.xlsx');
    const sheet = listPaper({
      name: '文件目录',
      columns,
      title: '法规和文件目录',
      caption: { left: `填报单位：${officeName}`, right: `截至 ${today}` },
      rows: exportedRows(job.db, sources, filter, today),
      frozenColumns: 2,
    });
    await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
    return { path };
  };
}

function* exportedRows(
  db: ReadStore,
  sources: readonly CitationSource[],
  filter: LibraryFilter,
  today: string,
): Generator<PaperRow> {
  let after: string | null = null;
  let place = 0;
  do {
    const page: ReturnType<typeof listLibrary> = listLibrary(
      db,
      sources,
      { ...filter, order: 'relevance', after, limit: PAGE },
      today,
    );
    for (const { uid, title, number, issuer, level, issuedOn, clauses, citedBy } of page.rows) {
      const entry = requireEntry(db, uid);
      place += 1;
      yield paperRow([
        place,
        title,
        number,
        issuer,
        levelNames[level],
        issuedOn,
        entry.in_force_from,
        entry.in_force_to,
        validityNames[entry.validity],
        entry.subjects,
        replacementOf(db, entry)?.title ?? '',
        clauses,
        citedBy,
      ]);
    }
    after = page.next;
  } while (after !== null);
}
