import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import { type ArchivePart, type ArchiveScope, NOT_RELEASED } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { secretListedUids } from '#main/features/findings/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { exportListed } from './ledger.ts';
import { isListedIn } from './list.ts';
import { revealedListed } from './secret.ts';

/** What was under listed supervision at any time of the year. */
export const listedArchive: ArchivePart = {
  key: 'listedSupervision',
  name: '挂牌督办',
  unit: '项',

  survey(scope) {
    const rows = listedIn(scope);
    const open = rows.filter(({ delistedOn }) => delistedOn === null).length;
    return {
      count: rows.length,
      steps: 1,
      unfinished: open === 0 ? [] : [`有 ${open} 项挂牌督办还没有摘牌。`],
    };
  },

  async write(scope, target) {
    const { db, from, to, today, year } = scope;
    if (secretListedUids(db).length > 0) target.leaveOut('暗访发现的问题的挂牌督办', NOT_RELEASED);
    const rows = listedIn(scope);
    if (rows.length === 0) return;
    const officeName = paperSettings(db).printer;
    await target.add({ name: '挂牌督办一览表', kind: '台账', title: `${year}年挂牌督办一览表` }, (job) =>
      exportListed({ view: 'all', officeName, today, during: { from, to } }, job),
    );
    for (const { uid, name } of rows) {
      const subject = { kind: 'listedSupervision', uid };
      await archiveFilesOf(db, subject, target, { below: [name], kind: '挂牌督办材料', belongsTo: name });
    }
  },
};

function listedIn({ db, from, to, today }: ArchiveScope): ListedRow[] {
  return revealedListed(db, today).filter((row) => isListedIn(row, { from, to }));
}
