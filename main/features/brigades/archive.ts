import type { BrigadeRow } from '#shared/contract/brigades.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { exportBrigades } from './ledger.ts';
import { listBrigades } from './rows.ts';

const filter = { denominator: 'townships', view: 'all', text: '' } as const;

/** The ledger of towns' full-time fire brigades as it stands, with their files. */
export const brigadeArchive: ArchivePart = {
  key: 'brigades',
  name: '专职消防队',
  unit: '支专职消防队',

  survey: (scope) => ({ count: known(scope).length }),

  async write(scope, target) {
    const { db, today } = scope;
    const brigades = known(scope);
    if (brigades.length === 0) return;
    const officeName = paperSettings(db).printer;
    const name = '乡镇专职消防队建设台账';
    await target.add({ name, kind: '台账', title: name, day: today }, (job) =>
      exportBrigades({ filter, officeName, today }, job),
    );
    for (const { uid, name: town, countyName } of brigades) {
      const belongsTo = `${countyName}${town}`;
      const item = { below: [belongsTo], kind: '专职消防队材料', belongsTo };
      await archiveFilesOf(db, { kind: 'brigade', uid }, target, item);
    }
  },
};

function known({ db, today }: ArchiveScope): (BrigadeRow & { uid: string })[] {
  return listBrigades(db, filter, today).rows.flatMap((row) =>
    row.uid === null ? [] : [{ ...row, uid: row.uid }],
  );
}
