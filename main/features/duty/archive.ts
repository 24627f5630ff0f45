import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { periodsBetween, type PeriodRecord } from './queries.ts';
import { writeLogSheet } from './sheet-job.ts';
import { exportRoster } from './workbook.ts';

/** Duty periods with a day in the year: who was on duty, and the log of what came in. */
export const dutyArchive: ArchivePart = {
  key: 'duty',
  name: '值班',
  unit: '个值班时段',

  survey: (scope) => ({ count: periodsIn(scope).length }),

  async write(scope, target) {
    const { db, asOf, today, now } = scope;
    const officeName = paperSettings(db).printer;
    for (const { uid, name, first_day: firstDay, last_day: lastDay } of periodsIn(scope)) {
      const item = { below: [`${firstDay} ${name}`], day: firstDay, belongsTo: name };
      await target.add({ ...item, name: '值班表', kind: '值班表', title: `${name}值班表` }, (job) =>
        exportRoster({ uid, officeName, today, now }, job),
      );
      const days = { from: firstDay, to: lastDay < asOf ? lastDay : asOf };
      if (firstDay > asOf) continue;
      await target.add({ ...item, name: '值班日志', kind: '值班日志', title: `${name}值班日志` }, (job) =>
        writeLogSheet({ ...days, format: 'pdf' }, job),
      );
    }
  },
};

function periodsIn({ db, from, to }: ArchiveScope): PeriodRecord[] {
  return db.all(periodsBetween, { from, to });
}
