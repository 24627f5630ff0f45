import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { exportSet } from './jobs.ts';
import { allSets, type SetRow } from './queries.ts';
import { setTitle } from './sets.ts';

/** Sets of reports that were handed upward in the year, as they were frozen; the withdrawn ones say so. */
export const reportArchive: ArchivePart = {
  key: 'reports',
  name: '上报的统计报表',
  unit: '次上报',

  survey: (scope) => ({ count: handedIn(scope).length }),

  async write(scope, target) {
    for (const row of handedIn(scope)) {
      const title = `${setTitle(row)}${row.withdrawn_at === null ? '' : '（已撤回）'}`;
      const belongsTo = `指纹 ${row.fingerprint}`;
      await target.add(
        { name: `${row.handed_on} ${title}`, kind: '上报报表', title, day: row.handed_on, belongsTo },
        (job) => exportSet({ uid: row.uid }, job),
      );
    }
  },
};

/** The first day first. */
function handedIn({ db, from, to }: ArchiveScope): SetRow[] {
  return db
    .all(allSets)
    .filter(({ handed_on: day }) => day >= from && day <= to)
    .toReversed();
}
