import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { exportSites } from './ledger.ts';
import { sitesOfFilter } from './list.ts';

const filter = { view: 'all', placeUid: null, tradeUid: null, kindUid: null, text: '' } as const;

/** The ledger of the sites that have to be inspected one by one, as it stands. */
export const keySiteArchive: ArchivePart = {
  key: 'keySites',
  name: '重点单位',
  unit: '家单位',

  survey: (scope) => ({ count: countOf(scope), steps: 1 }),

  async write(scope, target) {
    const { db, today } = scope;
    if (countOf(scope) === 0) return;
    const officeName = paperSettings(db).printer;
    await target.add({ name: '重点单位台账', kind: '台账', title: '重点单位台账', day: today }, (job) =>
      exportSites({ filter, uids: null, officeName, today }, job),
    );
  },
};

function countOf({ db, today }: ArchiveScope): number {
  return [...sitesOfFilter(db, filter, today)].length;
}
