import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { printOneByOne, writePrintedPdf } from '#main/features/papers/print/index.ts';
import { logSheet } from './log-sheet.ts';
import { periodsBetween, type PeriodRecord } from './queries.ts';
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
    const logOf = ({ first_day: from, last_day: last }: PeriodRecord) =>
      logSheet(db, { from, to: last < asOf ? last : asOf });
    for await (const [period, log] of printOneByOne(periodsIn(scope), logOf, target.job)) {
      const { uid, name, first_day: day } = period;
      const item = { below: [`${day} ${name}`], day, belongsTo: name };
      await target.add({ ...item, name: '值班表', kind: '值班表', title: `${name}值班表` }, (job) =>
        exportRoster({ uid, officeName, today, now }, job),
      );
      if (day > asOf) continue;
      await target.add({ ...item, name: '值班日志', kind: '值班日志', title: `${name}值班日志` }, (job) =>
        writePrintedPdf(log, job),
      );
    }
  },
};

function periodsIn({ db, from, to }: ArchiveScope): PeriodRecord[] {
  return db.all(periodsBetween, { from, to });
}
