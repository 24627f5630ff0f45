import { filledForm } from '#shared/rules/assessment/export-form/model.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { exportSchemeWorkbook } from '#main/features/schemes/jobs.ts';
import { exportPeriod } from './export/jobs.ts';
import { formsFor } from './export/forms/stored.ts';
import { allPeriods, groupsOfPeriod, type PeriodRow, schemeById, type SchemeRow } from './queries.ts';

/** The assessments that end in the year: the workbook of each, and the schemes that were scored by. */
export const assessmentArchive: ArchivePart = {
  key: 'assessment',
  name: '考核',
  unit: '个考核期',

  survey(scope) {
    const periods = periodsOfYear(scope);
    const open = periods.filter(({ status }) => status === 'open');
    return { count: periods.length, unfinished: open.map(({ title }) => `“${title}”还没有定稿。`) };
  },

  async write(scope, target) {
    const { db, today } = scope;
    const periods = periodsOfYear(scope);
    for (const { uid: periodUid, code, kind, title, last_day: day } of periods) {
      await target.add({ name: `${code} ${title}`, kind: '考核结果', title, day }, (job) => {
        const [kept] = formsFor(db, kind);
        if (kept === undefined) throw new Error('every kind of period has a form');
        return exportPeriod({ periodUid, options: { ...filledForm(kept.form, title), date: today } }, job);
      });
    }
    for (const { uid, title, version } of schemesOf(scope, periods)) {
      const name = version === 1 ? title : `${title}(第${version}版)`;
      await target.add({ below: ['考核方案'], name, kind: '考核方案', title: name }, (job) =>
        exportSchemeWorkbook({ uid }, job),
      );
    }
  },
};

/** The earliest first. */
export function periodsOfYear({ db, from, to }: ArchiveScope): PeriodRow[] {
  return db
    .all(allPeriods)
    .filter(({ last_day: lastDay }) => lastDay >= from && lastDay <= to)
    .toReversed();
}

function schemesOf({ db }: ArchiveScope, periods: readonly PeriodRow[]): SchemeRow[] {
  const groups = periods.flatMap(({ id }) => db.all(groupsOfPeriod, { periodId: id }));
  const ids = new Set(groups.map((group) => group.scheme_id));
  return [...ids].flatMap((id) => db.get(schemeById, { id }) ?? []);
}
