import type { ResultRow } from '#shared/contract/finding-results.ts';
import type { FindingRow } from '#shared/contract/findings.ts';
import type { ResultCounts } from '#shared/rules/findings/add-up.ts';
import { severityNames } from '#shared/rules/findings/model.ts';
import type { FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import {
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
  shareOf,
  type UnitMeasures,
} from '#main/core/fields/field-source.ts';
import { leaderOf, reinspectionText } from './said-of.ts';
import { pagesOfFilter } from './list.ts';
import { type FindingRecord, findingByUid } from './queries.ts';
import { resultsOf } from './results/results.ts';

/** What inspections found in the time, for forms of other offices. */

const results = (scope: FieldScope) =>
  resultsOf(scope, { campaignUid: null, from: scope.from, to: scope.to });

const countNames = {
  found: '发现隐患数',
  rectified: '已整改隐患数',
  unrectified: '未整改隐患数',
  rate: '隐患整改率',
  major: '重大火灾隐患数',
  overdue: '逾期未整改隐患数',
} as const;

type Counts = Record<keyof typeof countNames, number | null>;

function countsOf({ found, rectified, major, overdue }: ResultCounts): Counts & FieldRecord {
  return {
    found,
    rectified,
    unrectified: found - rectified,
    rate: shareOf(rectified, found),
    major,
    overdue,
  };
}

const countKeys = Object.keys(countNames) as (keyof typeof countNames)[];
const countFields = countKeys.map((key) => ({ key, name: countNames[key], kind: 'number' as const }));
const countColumns = countFields.map(({ key, name, kind }) =>
  column<ResultCounts>(key, name, kind, (counts) => countsOf(counts)[key]),
);

const namedColumns = (name: string): FieldColumn<ResultRow>[] => [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('name', name, 'text', (row) => row.name),
  ...countColumns,
];

interface ToldFinding extends FindingRow {
  record: FindingRecord;
  /** 包案领导. */
  leader: string;
  reinspections: string;
}

function findingsOf({ db, today, from, to }: FieldScope): ToldFinding[] {
  const counted = { from, to, team: null, hasNoCounty: false, hasNoTrade: false, isRectified: false };
  const all = { campaignUid: null, countyUid: null, tradeUid: null, severity: null, text: '' };
  return [...pagesOfFilter(db, { view: 'all', ...all, counted }, today)].flat().flatMap((row) => {
    const record = db.get(findingByUid, { uid: row.uid });
    if (record === undefined) return [];
    return [{ ...row, record, leader: leaderOf(db, record), reinspections: reinspectionText(db, record) }];
  });
}

const findingColumns: readonly FieldColumn<ToldFinding>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('county', '区县', 'text', (row) => row.countyName),
  column('place', '单位(场所)名称', 'text', (row) => row.place),
  column('spot', '部位', 'text', (row) => row.spot),
  column('trade', '行业', 'text', (row) => row.tradeName),
  column('what', '存在的问题', 'text', (row) => row.what),
  column('severity', '隐患级别', 'text', (row) => severityNames[row.severity]),
  column('leads', '责任单位', 'text', ({ task }) =>
    task.units
      .filter(({ role }) => role === 'lead')
      .map(({ shortName }) => shortName)
      .join('、'),
  ),
  column('foundOn', '发现日期', 'day', (row) => row.foundOn),
  column('dueOn', '整改时限', 'day', ({ task }) => task.dueOn),
  column('closedOn', '销号日期', 'day', ({ task }) => task.closedOn),
  column('status', '整改情况', 'text', ({ task }) => taskStatusNames[task.status]),
  column('campaign', '督查', 'text', (row) => row.campaignTitle),
  column('element', '判定要素', 'text', ({ record }) => record.element),
  column('article', '违反的条款', 'text', ({ record }) => record.article),
  column('demand', '整改要求', 'text', ({ record }) => record.demand),
  column('responsible', '责任', 'text', ({ record }) => record.responsible),
  column('measures', '措施', 'text', ({ record }) => record.measures),
  column('funds', '资金', 'text', ({ record }) => record.funds),
  column('timeLimit', '时限', 'text', ({ record }) => record.time_limit),
  column('emergencyPlan', '预案', 'text', ({ record }) => record.emergency_plan),
  column('leader', '包案领导', 'text', ({ leader }) => leader),
  column('reinspections', '复查情况', 'text', ({ reinspections }) => reinspections),
  column('closedBy', '销号人', 'text', ({ record }) => record.closed_by),
];

export const findingFields = [
  fieldSource<ResultCounts>({
    key: 'findingCounts',
    name: '问题隐患统计',
    kind: 'single',
    columns: countColumns,
    rows: (scope) => [results(scope).total],
  }),
  fieldSource<ResultRow>({
    key: 'findingsByCounty',
    name: '问题隐患统计(每个区县一行)',
    columns: namedColumns('区县'),
    rows: (scope) => results(scope).byCounty,
  }),
  fieldSource<ResultRow>({
    key: 'findingsByTrade',
    name: '问题隐患统计(每个行业一行)',
    columns: namedColumns('行业'),
    rows: (scope) => results(scope).byTrade,
  }),
  fieldSource<ToldFinding>({
    key: 'findings',
    name: '问题隐患(每个问题一行)',
    columns: findingColumns,
    rows: findingsOf,
  }),
];

/** Of what was found in a county. */
export const findingMeasures: UnitMeasures = {
  key: 'findings',
  needsPeriod: false,
  fields: countFields,
  empty: countsOf({ found: 0, rectified: 0, major: 0, overdue: 0 }),
  read: (scope) =>
    new Map(results(scope).byCounty.flatMap((row) => (row.uid === null ? [] : [[row.uid, countsOf(row)]]))),
};
