import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { allDraws, type DrawRecord } from './draw-queries.ts';
import { drawRow } from './draws.ts';
import { exportCertificate, exportDrawn } from './exports.ts';

/** Every draw of the year, cancelled ones as well: who was drawn, and the file that verifies it. */
export const randomArchive: ArchivePart = {
  key: 'randomInspection',
  name: '双随机抽查',
  unit: '次抽取',

  survey: (scope) => ({ count: drawsIn(scope).length }),

  async write(scope, target) {
    const { db, today } = scope;
    const officeName = paperSettings(db).printer;
    for (const draw of drawsIn(scope)) {
      const { uid, day, cancelReason } = drawRow(draw);
      const { number } = drawRow(draw);
      const state = cancelReason === '' ? '' : '(作废)';
      const title = `第 ${number} 号抽取${state}`;
      await target.add({ name: `${number} 抽取结果${state}`, kind: '抽取结果', title, day }, (job) =>
        exportDrawn({ uid, officeName, today }, job),
      );
      await target.add({ name: `${number} 抽取证书${state}`, kind: '抽取证书文件', title, day }, (job) =>
        exportCertificate({ uid, officeName, today }, job),
      );
    }
  },
};

function drawsIn({ db, from, to }: ArchiveScope): DrawRecord[] {
  return db
    .all(allDraws)
    .filter(({ day, seed }) => seed !== '' && day >= from && day <= to)
    .toReversed();
}
