import type { FindingFilter } from '#shared/contract/findings.ts';
import { type ResultCounts, sumOf, summedBy } from '#shared/rules/findings/add-up.ts';
import { isRectified } from '#shared/rules/findings/model.ts';
import type { Amounts, Measure } from '#shared/rules/reports/measure.ts';
import type { CountedBy } from '#shared/rules/reports/table.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import {
  type AskedNumber,
  type Behind,
  behind,
  type Counted,
  type MeasureScope,
  type MeasureSource,
  NO_ROW,
} from '#main/core/measures/measure-source.ts';
import { secretCampaignIds } from '#main/features/campaigns/index.ts';
import { pagesOfFilter } from './list.ts';
import { countsOfAll } from './results/queries.ts';
import { countiesIn, tradesIn } from './results/results.ts';

/** What was found in the time and how it stands today, for reports; the same numbers as 问题统计 shows. */

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

interface CountedFindings extends ResultCounts {
  county: number;
  trade: number;
  majorRectified: number;
}

function countedIn({ db, today, from, to }: MeasureScope): CountedFindings[] {
  const params = { from, to, today, hidden: JSON.stringify(secretCampaignIds(db)) };
  return db.all(countsOfAll, params).map((row) => ({
    ...row,
    major: row.is_major * row.found,
    majorRectified: row.is_major * row.rectified,
  }));
}

function amountsOf(rows: readonly CountedFindings[]): Amounts {
  const { found, rectified, overdue, major } = sumOf(rows);
  const majorRectified = rows.reduce((sum, row) => sum + row.majorRectified, 0);
  return { found, rectified, unrectified: found - rectified, overdue, major, majorRectified };
}

function count(scope: MeasureScope, by: CountedBy | null): Counted {
  const rows = countedIn(scope);
  const total = amountsOf(rows);
  if (by === null) return { total, byRow: new Map() };
  const terms = by === 'trade' ? tradesIn(scope.db) : countiesIn(scope.db, scope.today);
  const keyOf = ({ county, trade }: CountedFindings) => (by === 'trade' ? trade : county);
  const byTerm = summedBy(rows, keyOf, terms);
  return {
    total,
    byRow: new Map(
      byTerm.map(({ key, term }) => [
        term?.uid ?? NO_ROW,
        amountsOf(rows.filter((row) => (terms.has(keyOf(row)) ? keyOf(row) : 0) === key)),
      ]),
    ),
  };
}

/** A list can show all but what is not yet put right. */
function records(scope: MeasureScope, asked: AskedNumber): Behind {
  const filters = filtersOf(scope, asked);
  const [only, ...others] = filters;
  if (only !== undefined && others.length === 0 && asked.measure !== 'unrectified')
    return { kind: 'findings', filter: only };
  const found = filters.flatMap((filter) => [...pagesOfFilter(scope.db, filter, scope.today)].flat());
  return behind(
    found
      .filter(({ task }) => asked.measure !== 'unrectified' || !isRectified(task.status))
      .map(({ uid, place, what, foundOn, task }) => ({
        uid,
        name: `${place}：${what}`,
        day: foundOn,
        note: taskStatusNames[task.status],
        path: `/findings/${uid}`,
      })),
  );
}

/** One for each county or trade that the row stands for. */
function filtersOf(scope: MeasureScope, { measure, by, row, has }: AskedNumber): FindingFilter[] {
  if (row === null || by === null) return [filterOf(scope, measure, {})];
  const rows = [...count(scope, by).byRow.keys()].filter(has);
  return rows.map((uid) => {
    if (by === 'trade')
      return filterOf(scope, measure, uid === NO_ROW ? { hasNoTrade: true } : { tradeUid: uid });
    return filterOf(scope, measure, uid === NO_ROW ? { hasNoCounty: true } : { countyUid: uid });
  });
}

type Narrowed = Partial<Pick<FindingFilter, 'countyUid' | 'tradeUid'>> & {
  hasNoCounty?: boolean;
  hasNoTrade?: boolean;
};

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

export const findingReportMeasures: MeasureSource = {
  key: 'findings',
  name: '问题隐患',
  by: ['county', 'trade'],
  measures: () => measures,
  count,
  records,
};
