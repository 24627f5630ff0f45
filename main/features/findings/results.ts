import type { FindingResults, ResultRow } from '#shared/contract/findings.ts';
import { defineQuery, integer, nullableInteger, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireCampaign } from '#main/features/campaigns/index.ts';
import { allTrades, Places } from '#main/features/key-sites/index.ts';

const countColumns = {
  county: integer,
  trade: integer,
  found: integer,
  major: integer,
  rectified: integer,
  overdue: integer,
};

interface CountParams {
  campaign: number;
  today: string;
}

const counts = `SELECT county, trade, count(*) AS found, sum(major) AS major,
    sum(stage = 2 OR (stage = 1 AND task.status = 'accepted')) AS rectified,
    sum(stage = 0 AND due < @today) AS overdue
  FROM finding_list JOIN task ON task.id = finding_list.task_id`;

/** What was given up was none. */
const ofCampaign = defineQuery<typeof countColumns, CountParams>({
  name: 'findings.results.campaign',
  sql: `${counts} WHERE campaign = @campaign AND stage <> 3 GROUP BY county, trade`,
  columns: countColumns,
});

const ofAll = defineQuery<typeof countColumns, { today: string }>({
  name: 'findings.results.all',
  sql: `${counts} WHERE stage <> 3 GROUP BY county, trade`,
  columns: countColumns,
});

const repeatedColumns = { place: text, county_id: nullableInteger, found: integer, open: integer };

/** @param campaign 0: of all. */
const repeatedPlaces = defineQuery<typeof repeatedColumns, { campaign: number }>({
  name: 'findings.results.repeated',
  sql: `SELECT max(finding.place) AS place, finding.county_id AS county_id, count(*) AS found,
      sum(finding_list.stage < 2) AS open
    FROM finding JOIN finding_list ON finding_list.task_id = finding.task_id
    WHERE finding_list.stage <> 3 AND (@campaign = 0 OR finding_list.campaign = @campaign)
    GROUP BY finding.county_id, ifnull(finding.site_id, finding.place)
    HAVING count(*) > 1 ORDER BY found DESC, place LIMIT 50`,
  columns: repeatedColumns,
});

/** By county in protocol order and by trade in the office's. */
export function resultsOf(db: ReadStore, campaignUid: string | null, today: string): FindingResults {
  const campaign = campaignUid === null ? 0 : requireCampaign(db, campaignUid).id;
  const rows = campaign === 0 ? db.all(ofAll, { today }) : db.all(ofCampaign, { campaign, today });
  const places = new Places(db, today);
  const countyName = (id: number) => places.namesOn(id, today).countyName || '未注明区县';
  const tradeNames = new Map(db.all(allTrades).map(({ id, name }) => [id, name]));
  const countyRanks = places.inOrder.map(({ id }) => id);
  const tradeRanks = [...tradeNames.keys()];
  return {
    byCounty: summed(rows, ({ county }) => county, countyRanks, countyName),
    byTrade: summed(
      rows,
      ({ trade }) => trade,
      tradeRanks,
      (id) => tradeNames.get(id) ?? '未注明行业',
    ),
    total: sumOf('合计', rows),
    repeated: db.all(repeatedPlaces, { campaign }).map(({ place, county_id, found, open }) => ({
      place,
      countyName: county_id === null ? '' : places.namesOn(county_id, today).countyName,
      found,
      open,
    })),
  };
}

type Counts = Omit<ResultRow, 'name'>;

function summed<Row extends Counts>(
  rows: readonly Row[],
  keyOf: (row: Row) => number,
  ranks: readonly number[],
  nameOf: (key: number) => string,
): ResultRow[] {
  const rank = (key: number) => (ranks.includes(key) ? ranks.indexOf(key) : ranks.length);
  return [...Map.groupBy(rows, keyOf)]
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([key, own]) => sumOf(nameOf(key), own));
}

function sumOf(name: string, rows: readonly Counts[]): ResultRow {
  const sum = (pick: (row: Counts) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    name,
    found: sum(({ found }) => found),
    major: sum(({ major }) => major),
    rectified: sum(({ rectified }) => rectified),
    overdue: sum(({ overdue }) => overdue),
  };
}
