import type { Committee } from '#shared/contract/roster-views.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { listCommittees } from './committees.ts';
import { exportRosters } from './export/job.ts';

/** Rosters of all committees as they were on the last day of the year. */
export const rosterArchive: ArchivePart = {
  key: 'rosters',
  name: '名册',
  unit: '个委员会',

  survey: (scope) => ({ count: filled(scope).length, steps: 1 }),

  async write(scope, target) {
    const { asOf } = scope;
    const committeeUids = filled(scope).map(({ uid }) => uid);
    if (committeeUids.length === 0) return;
    await target.add({ name: '名册', kind: '名册', title: `名册（${asOf}）`, day: asOf }, (job) =>
      exportRosters({ committeeUids, day: asOf, options: { sheets: ['roster'], maskPhones: false } }, job),
    );
  },
};

function filled({ db, asOf }: ArchiveScope): Committee[] {
  return listCommittees(db, asOf).filter(({ personCount }) => personCount > 0);
}
