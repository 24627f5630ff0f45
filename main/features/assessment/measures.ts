import type { Measure } from '#shared/rules/reports/measure.ts';
import { measureSource, type MeasureScope } from '#main/core/measures/measure-source.ts';
import { type ObjectResult, resultsOf } from './fields.ts';
import { allPeriods, gradeNames, type PeriodRow } from './queries.ts';

/** What assessments of the time came to, for reports; who is not scored to the end is not counted. */

const THOUSANDTHS = 1_000;

interface Assessed extends ObjectResult {
  period: PeriodRow;
}

/** The assessment of just this time; where there is none, all that lie within it. */
function periodsOf({ db, from, to }: MeasureScope): PeriodRow[] {
  const periods = db.all(allPeriods);
  const exact = periods.filter((period) => period.first_day === from && period.last_day === to);
  if (exact.length > 0) return exact;
  return periods.filter((period) => period.first_day >= from && period.last_day <= to);
}

function assessedIn(scope: MeasureScope): Assessed[] {
  return periodsOf(scope).flatMap((period) =>
    resultsOf({ ...scope, periodUid: period.uid })
      .filter(({ result }) => result.complete && result.total !== null)
      .map((result) => ({ ...result, period })),
  );
}

const ordinary: readonly Measure[] = [
  { key: 'objects', name: '考核单位', unit: '个', kind: 'count' },
  { key: 'points', name: '考核得分合计', unit: '分', kind: 'sum' },
  { key: 'mean', name: '考核得分(平均)', unit: '分', kind: 'share', part: 'points', whole: 'objects' },
];

export const assessmentReportMeasures = measureSource<Assessed>({
  key: 'assessment',
  name: '考核',
  by: ['county', 'township', 'memberUnit'],
  tables: [
    'assessment_period',
    'period_event',
    'assessment_group',
    'assessment_object',
    'score',
    'judge',
    'app_user',
    'judged_cell',
    'deduction',
    'scheme',
    'scheme_category',
    'indicator',
    'year_part',
    'year_setting',
    'organization',
    'organization_state',
    'organization_succession',
  ],
  measures: (db) => [
    ...ordinary,
    ...db
      .all(gradeNames)
      .map(({ name }): Measure => ({ key: `grade:${name}`, name: `考核${name}`, unit: '个', kind: 'count' })),
  ],
  read: assessedIn,
  amounts: ({ result }) => ({
    objects: 1,
    points: (result.total ?? 0) / THOUSANDTHS,
    [`grade:${result.grade}`]: 1,
  }),
  // Groups of counties, townships and member units have scores of their own and are never mixed.
  rows: ({ group, object }, by) => (group.row.applies_to === by ? [object.organizationUid] : null),
  record: ({ object, result, period }) => ({
    uid: `${period.uid} ${object.uid}`,
    name: result.name,
    day: period.last_day,
    note: `${period.title}，${(result.total ?? 0) / THOUSANDTHS} 分${result.grade === '' ? '' : `，${result.grade}`}`,
    path: `/assessment/${period.uid}`,
  }),
});
