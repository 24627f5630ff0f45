import { EVIDENCE_FILES } from '#shared/contract/evidence.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { periodsOfYear } from '#main/features/assessment/archive.ts';
import { Frames } from '#main/features/assessment/index.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { evidenceOfPeriod } from './queries.ts';

/** What units handed in for single items of the year's assessments, by assessment and unit. */
export const evidenceArchive: ArchivePart = {
  key: 'evidence',
  name: '佐证材料',
  unit: '项有材料',

  survey: (scope) => ({ count: placesOf(scope).length }),

  async write(scope, target) {
    const frames = new Frames(scope);
    for (const { period, place } of placesOf(scope)) {
      const unit = frames.object(place.group_uid, place.object_uid).name;
      const indicator = `${place.number} ${place.content}`.trim();
      await archiveFilesOf(scope.db, { kind: EVIDENCE_FILES, uid: place.uid }, target, {
        below: [period.title, unit, indicator],
        kind: '佐证材料',
        belongsTo: `${period.title}：${unit} ${indicator}`,
      });
    }
  },
};

function placesOf(scope: ArchiveScope) {
  return periodsOfYear(scope).flatMap((period) =>
    scope.db.all(evidenceOfPeriod, { periodUid: period.uid }).map((place) => ({ period, place })),
  );
}
