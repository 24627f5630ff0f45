import { shortDay } from '#shared/calendar/days.ts';
import dayjs from 'dayjs';
import type { dutyLog as contract } from '#shared/contract/duty-log.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { type PeriodRecord, periodsBetween } from './queries.ts';
import { reportByUid, reportsBetween } from './report-queries.ts';
import { reportRows } from './report-rows.ts';

type Names = 'reports' | 'report' | 'removeReport';

export const reportHandlers: Pick<Handlers<typeof contract>, Names> = {
  reports({ day }, { db, now }) {
    const period = reportingPeriod(db, day);
    if (period === null) return null;
    return {
      periodUid: period.uid,
      periodName: period.name,
      due: period.report_due,
      isPast: dayjs(now).format('YYYY-MM-DD HH:mm') >= `${day} ${period.report_due}`,
      rows: reportRows(db, period, day, day).get(day) ?? [],
    };
  },

  report({ day, organizationUids, ...fields }, { db, summarize }) {
    const period = reportingPeriod(db, day);
    if (period === null)
      throw new AppError('refused', {
        reason: `${day} 不要求每日报告。要报的话，请在值班时段里填写报告时间。`,
      });
    if (!fields.isNothing && fields.text === '')
      throw new AppError('refused', { reason: '请填写报告内容；没有情况的请选“零报告”。' });
    const stored = db.all(reportsBetween, { periodId: period.id, from: day, to: day });
    const columns = {
      reported_at: fields.reportedAt,
      nothing_to_report: fields.isNothing ? 1 : 0,
      text: fields.text,
      reporter: fields.reporter,
    };
    for (const uid of new Set(organizationUids)) {
      const organizationId = uid === null ? null : requireOrganization(db, uid).id;
      const row = stored.find((each) => each.organization_id === organizationId);
      if (row !== undefined) db.update('duty_report', row.id, columns);
      else
        db.insert('duty_report', {
          period_id: period.id,
          day,
          organization_id: organizationId,
          ...columns,
        });
    }
    summarize(`${shortDay(day)} ${organizationUids.length} 家${fields.isNothing ? '零报告' : ''}`);
    return { count: organizationUids.length };
  },

  removeReport({ uid }, { db, summarize }) {
    const row = db.get(reportByUid, { uid });
    if (row === undefined) throw new AppError('notFound', { what: '这份报告' });
    db.remove('duty_report', row.id);
    summarize(shortDay(row.day));
    return { uid };
  },
};

function reportingPeriod(db: ReadStore, day: string): PeriodRecord | null {
  const [period] = db.all(periodsBetween, { from: day, to: day });
  return period === undefined || period.report_due === '' ? null : period;
}
