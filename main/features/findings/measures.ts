import type { FindingFilter } from '#shared/contract/findings.ts';
import type { BehindNumber } from '#shared/contract/reports.ts';
import type { Amounts, Measure } from '#shared/rules/reports/measure.ts';
import type { CountedBy } from '#shared/rules/reports/table.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import {
  type AskedNumber,
  type Counted,
  type MeasureScope,
  type MeasureSource,
  NO_ROW,
  recordsShown,
} from '#main/core/measures/measure-source.ts';
import { secretCampaignIds } from '#main/features/campaigns/index.ts';
import { type CountRow, findingQueries } from './measure-queries.ts';
import { rowsOfTasks } from './rows.ts';

/**
 * What was found in the time and how it stands today, for reports; the same numbers as 问题统计 shows. There may be a
 * million, so they are counted by the store.
 */

const measures: readonly Measure[] = [
  { key: 'found', name: '发现火灾隐患', unit: '处', kind: 'count' },
  { key: 'rectified', name: '督促整改', unit: '处', kind: 'count' },
  { key: 'unrectified', name: '未整改', unit: '处', kind: 'count' },
  { key: 'overdue', name: '逾期未整改', unit: '处', kind: 'count' },
  { key: 'major', name: '重大火灾隐患', unit: '处', kind: 'count' },
  { key: 'majorRectified', name: '重大火灾隐患已整改', unit: '处', kind: 'count' },
  { key: 'rate', name: '隐患整改率', unit: '%', kind: 'share', part: 'rectified', whole: 'found' },
  {
    key: 'majorRate',
    name: '重大火灾隐患整改率',
    unit: '%',
    kind: 'share',
    part: 'majorRectified',
    whole: 'major',
  },
];

function paramsOf({ db, from, to, today }: MeasureScope) {
  return { from, to, today, hidden: JSON.stringify(secretCampaignIds(db)) };
}

/** Nothing found is put under listing by itself: reports by level are of what is listed. */
function queriesBy(by: CountedBy | null) {
  return by === null || by === 'level' ? findingQueries.all : findingQueries[by];
}

function count(scope: MeasureScope, by: CountedBy | null): Counted {
  const params = paramsOf(scope);
  const byRow = Map.groupBy(scope.db.all(queriesBy(by).counts, params), ({ row }) => row);
  return {
    total: amountsOf(scope.db.all(findingQueries.all.counts, params)),
    byRow: new Map([...byRow].map(([row, counts]) => [row, amountsOf(counts)])),
  };
}

function amountsOf(rows: readonly CountRow[]): Amounts {
  const sum = (pick: (row: CountRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const [found, rectified] = [sum((row) => row.found), sum((row) => row.rectified)];
  return {
    found,
    rectified,
    unrectified: found - rectified,
    overdue: sum((row) => row.overdue),
    major: sum((row) => row.is_major * row.found),
    majorRectified: sum((row) => row.is_major * row.rectified),
  };
}

/** The list where it can be narrowed so; else the findings themselves. */
function records(scope: MeasureScope, asked: AskedNumber): BehindNumber {
  const narrowed = narrowedTo(scope, asked);
  if (narrowed === null || asked.measure === 'unrectified') return findingsBehind(scope, asked);
  return { kind: 'findings', filter: filterOf(scope, asked.measure, narrowed) };
}

type Narrowed = Partial<Pick<FindingFilter, 'countyUid' | 'tradeUid'>> & {
  hasNoCounty?: boolean;
  hasNoTrade?: boolean;
};

/** Null: no list knows such rows, or the row stands for several. */
function narrowedTo(scope: MeasureScope, { by, row, has }: AskedNumber): Narrowed | null {
  if (row === null || by === null) return {};
  if (by !== 'county' && by !== 'trade') return null;
  const [uid, ...others] = [...count(scope, by).byRow.keys()].filter(has);
  if (uid === undefined || others.length > 0) return null;
  if (by === 'county') return uid === NO_ROW ? { hasNoCounty: true } : { countyUid: uid };
  return uid === NO_ROW ? { hasNoTrade: true } : { tradeUid: uid };
}

function filterOf(
  { from, to }: MeasureScope,
  measure: string,
  { countyUid = null, tradeUid = null, hasNoCounty = false, hasNoTrade = false }: Narrowed,
): FindingFilter {
  return {
    view: measure === 'overdue' ? 'overdue' : 'all',
    campaignUid: null,
    countyUid,
    tradeUid,
    severity: measure.startsWith('major') ? 'major' : null,
    text: '',
    counted: {
      from,
      to,
      team: null,
      hasNoCounty,
      hasNoTrade,
      isRectified: measure === 'rectified' || measure === 'majorRectified',
    },
  };
}

function findingsBehind(scope: MeasureScope, asked: AskedNumber): BehindNumber {
  const { measure, by, row, has } = asked;
  const { db, today } = scope;
  const meant = db.all(queriesBy(by).findings, paramsOf(scope)).filter((finding) => {
    if (row !== null && !has(finding.row)) return false;
    if (measure === 'overdue') return finding.is_overdue === 1;
    if (measure === 'unrectified') return finding.is_rectified === 0;
    const isRectifiedOnly = measure === 'rectified' || measure === 'majorRectified';
    return (
      (!measure.startsWith('major') || finding.is_major === 1) &&
      (!isRectifiedOnly || finding.is_rectified === 1)
    );
  });
  const ids = [...new Set(meant.map((finding) => finding.task_id))];
  const rows = rowsOfTasks(db, recordsShown(ids, asked), today);
  return {
    kind: 'records',
    count: ids.length,
    records: rows.map(({ uid, place, what, foundOn, task }) => ({
      uid,
      name: `${place}：${what}`,
      day: foundOn,
      note: taskStatusNames[task.status],
      path: `/findings/${uid}`,
    })),
  };
}

export const findingReportMeasures: MeasureSource = {
  key: 'findings',
  name: '问题隐患',
  by: ['county', 'township', 'memberUnit', 'trade', 'siteKind'],
  tables: [
    'finding',
    'finding_reinspection',
    'task',
    'task_unit',
    'task_event',
    'campaign',
    'campaign_kind',
    'key_site',
    'key_site_kind',
    'site_trade',
    'site_kind',
    'organization',
    'organization_state',
  ],
  measures: () => measures,
  count,
  records,
};
