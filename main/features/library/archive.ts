import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import type { CitationSource } from './citing.ts';
import { exportLibraryWith } from './export.ts';
import { allEntries, countEntries } from './queries.ts';

const filter = { text: '', level: null, view: 'all' } as const;

/** The list of the library as it stands, with the files of its entries. */
export function libraryArchiveWith(sources: readonly CitationSource[]): ArchivePart {
  const count = ({ db }: ArchiveScope): number => db.get(countEntries)?.total ?? 0;
  const exportLibrary = exportLibraryWith(sources);
  return {
    key: 'library',
    name: '文件库',
    unit: '份文件',

    survey: (scope) => ({ count: count(scope) }),

    async write(scope, target) {
      const { db, today } = scope;
      if (count(scope) === 0) return;
      const officeName = paperSettings(db).printer;
      const name = '法规和文件目录';
      await target.add({ name, kind: '目录', title: name, day: today }, (job) =>
        exportLibrary({ filter, officeName, today }, job),
      );
      for (const { uid, title } of db.all(allEntries)) {
        const item = { below: [title], kind: '文件库文件', belongsTo: title };
        await archiveFilesOf(db, { kind: 'libraryEntry', uid }, target, item);
      }
    },
  };
}
