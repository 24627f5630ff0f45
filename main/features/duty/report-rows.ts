import type { DailyReport } from '#shared/contract/duty-log.ts';
import { daysOf } from '#shared/rules/duty/shifts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { PeriodRecord } from './queries.ts';
import { reportersOn, type ReportRecord, reportsBetween } from './report-queries.ts';

/** Who has to report on each day, and what has come: the office's own report upward first. */
export function reportRows(
  db: ReadStore,
  period: PeriodRecord,
  from: string,
  to: string,
): Map<string, DailyReport[]> {
  if (to < from) return new Map();
  const expected: { id: number | null; uid: string | null; name: string }[] = [
    ...(period.report_to === '' ? [] : [{ id: null, uid: null, name: `本办报${period.report_to}` }]),
    ...db.all(reportersOn, { periodId: period.id, day: to }),
  ];
  const reports = new Map(
    db
      .all(reportsBetween, { periodId: period.id, from, to })
      .map((row) => [`${row.day} ${row.organization_id}`, row]),
  );
  return new Map(
    daysOf(from, to).map((day) => [
      day,
      expected.map(({ id, uid, name }) => ({
        organizationUid: uid,
        name,
        report: reportOf(reports.get(`${day} ${id}`)),
      })),
    ]),
  );
}

function reportOf(row: ReportRecord | undefined): DailyReport['report'] {
  if (row === undefined) return null;
  return {
    uid: row.uid,
    reportedAt: row.reported_at,
    isNothing: row.nothing_to_report === 1,
    text: row.text,
    reporter: row.reporter,
  };
}
