import type { library as contract } from '#shared/contract/library.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { loadCatalogue } from './catalogue.ts';
import { citedOutdated, type CitationSource, findCitations } from './citing.ts';
import { clauses } from './clauses.ts';
import { citationLinks, libraryDetail, outdatedCitations } from './detail.ts';
import { entries, similarEntries } from './entries.ts';
import { keepFileTexts } from './file-texts.ts';
import { libraryImport } from './import.ts';
import { listLibrary } from './list.ts';
import { countEntries } from './queries.ts';
import { linkOf } from './rows.ts';
import { takeOver } from './take-over.ts';

export type { CitationSource } from './citing.ts';
export { libraryForCore } from './file-texts.ts';

/** 文件库. @param sources of the features whose texts may cite what is in it */
export function libraryWith(sources: readonly CitationSource[]): Handlers<typeof contract> {
  return {
    list: (asked, { db, today }) => listLibrary(db, sources, asked, today),
    counts: (_input, { db, today }) => ({
      total: db.get(countEntries)?.total ?? 0,
      cited: citedOutdated(findCitations(db, sources, today), today).length,
    }),
    get: ({ uid }, { db, today }) => libraryDetail(db, sources, uid, today),
    outdated: ({ path }, { db, today }) => outdatedCitations(db, sources, path, today),
    links: ({ path }, { db, today }) => citationLinks(db, sources, path, today),
    similar: ({ title, number }, { db }) => similarEntries(db, title, number).map(linkOf),

    loadCatalogue(_input, { db, now, resourcesFolder, summarize }) {
      const added = loadCatalogue(db, resourcesFolder, now);
      if (added === 0) throw new AppError('refused', { reason: '常用法规目录里的文件都已经在文件库里了。' });
      summarize(`${added} 份`);
      return { added };
    },

    importTable: importList(libraryImport),
    ...entries,
    ...clauses,
    keepFileTexts,
    ...takeOver,
  };
}
