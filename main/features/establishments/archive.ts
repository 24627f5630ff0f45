import type { EstablishmentRow } from '#shared/contract/establishments.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { exportEstablishments } from './ledger.ts';
import { allKinds, type KindRecord } from './queries.ts';
import { establishmentRows } from './rows.ts';

interface KnownBodies {
  kind: KindRecord;
  /** Of which something was entered. */
  rows: (EstablishmentRow & { uid: string })[];
}

/** The ledgers of grass-roots bodies as they stand, one for each kind, with their files. */
export const establishmentArchive: ArchivePart = {
  key: 'establishments',
  name: '基层机构',
  unit: '个机构',

  survey: (scope) => ({ count: known(scope).reduce((sum, { rows }) => sum + rows.length, 0) }),

  async write(scope, target) {
    const { db, today } = scope;
    const officeName = paperSettings(db).printer;
    for (const { kind, rows } of known(scope)) {
      const name = `${kind.name}建设台账`;
      const filter = { kindUid: kind.uid, countyUid: null, view: 'all', text: '' } as const;
      await target.add({ name, kind: '台账', title: name, day: today }, (job) =>
        exportEstablishments({ filter, officeName, today }, job),
      );
      for (const row of rows) {
        const unit = `${row.countyName}${row.townshipName}${row.name}`;
        const item = { below: [kind.name, unit], kind: '基层机构材料', belongsTo: `${unit}${kind.name}` };
        await archiveFilesOf(db, { kind: 'establishment', uid: row.uid }, target, item);
      }
    }
  },
};

function known({ db, today }: ArchiveScope): KnownBodies[] {
  return db
    .all(allKinds)
    .map((kind) => ({
      kind,
      rows: establishmentRows(db, kind, today).flatMap((row) =>
        row.uid === null ? [] : [{ ...row, uid: row.uid }],
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}
