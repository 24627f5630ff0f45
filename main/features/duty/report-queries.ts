import { defineQuery, integer, nullableInteger, type Row, text } from '#main/core/store/query.ts';

const reporterColumns = { id: integer, uid: text, name: text };

/** Units that report in a period, called as on a day. */
export const reportersOn = defineQuery<typeof reporterColumns, { periodId: number; day: string }>({
  name: 'duty.reportersOn',
  sql: `SELECT organization.id AS id, organization.uid AS uid,
          ifnull((SELECT state.short_name FROM organization_state AS state
            WHERE state.organization_id = organization.id AND state.first_day <= @day
            ORDER BY state.first_day DESC LIMIT 1), '') AS name
        FROM duty_reporter AS reporter JOIN organization ON organization.id = reporter.organization_id
        WHERE reporter.period_id = @periodId ORDER BY reporter.id`,
  columns: reporterColumns,
});

const columns = {
  id: integer,
  uid: text,
  period_id: integer,
  day: text,
  organization_id: nullableInteger,
  reported_at: text,
  nothing_to_report: integer,
  text,
  reporter: text,
};
export type ReportRecord = Row<typeof columns>;
const select = `SELECT ${Object.keys(columns).join(', ')} FROM duty_report`;

export const reportsBetween = defineQuery<typeof columns, { periodId: number; from: string; to: string }>({
  name: 'duty.reportsBetween',
  sql: `${select} WHERE period_id = @periodId AND day BETWEEN @from AND @to`,
  columns,
});

export const reportByUid = defineQuery<typeof columns, { uid: string }>({
  name: 'duty.reportByUid',
  sql: `${select} WHERE uid = @uid`,
  columns,
});
