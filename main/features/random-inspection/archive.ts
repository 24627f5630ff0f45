import { publicationKindNames } from '#shared/rules/random-inspection/model.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { allDraws, allPublications, type DrawRecord, type PublicationRecord } from './draw-queries.ts';
import { drawRow } from './draws.ts';
import { exportCertificate, exportDrawn, exportPublication } from './exports.ts';

/** Every draw of the year, cancelled ones as well, with the file that verifies it; and what was published. */
export const randomArchive: ArchivePart = {
  key: 'randomInspection',
  name: '双随机抽查',
  unit: '次抽取',

  survey: (scope) => ({ count: drawsIn(scope).length }),

  async write(scope, target) {
    const { db, today } = scope;
    const given = { officeName: paperSettings(db).printer, today };
    for (const draw of drawsIn(scope)) {
      const { uid, day, number, cancelReason } = drawRow(draw);
      const state = cancelReason === '' ? '' : '(作废)';
      const title = `第 ${number} 号抽取${state}`;
      const list = { name: `${number} 抽取结果${state}`, kind: '抽取结果', title, day };
      await target.add(list, (job) => exportDrawn({ uid, ...given }, job));
      // A pool that was given up before anything was drawn has nothing to verify.
      if (draw.seed === '') continue;
      const file = { name: `${number} 抽取证书${state}`, kind: '抽取证书文件', title, day };
      await target.add(file, (job) => exportCertificate({ uid, ...given }, job));
    }
    for (const { month, kind, published_on: day } of publicationsIn(scope)) {
      const name = `${month} ${publicationKindNames[kind]}公示表`;
      await target.add({ name, kind: '公示表', title: name, day }, (job) =>
        exportPublication({ month, kind, ...given }, job),
      );
    }
  },
};

function drawsIn({ db, from, to }: ArchiveScope): DrawRecord[] {
  return db
    .all(allDraws)
    .filter(({ day }) => day >= from && day <= to)
    .toReversed();
}

function publicationsIn({ db, from, to }: ArchiveScope): PublicationRecord[] {
  return db.all(allPublications).filter(({ published_on: day }) => day >= from && day <= to);
}
