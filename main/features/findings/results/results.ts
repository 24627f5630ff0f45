import type { FindingResults, ResultRow, ResultScope, TeamResult } from '#shared/contract/finding-results.ts';
import { compareTeams, type ResultCounts, sumOf, summedBy } from '#shared/rules/findings/add-up.ts';
import { severities } from '#shared/rules/findings/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type Asker, campaignTitles } from '#main/features/campaigns/index.ts';
import { allTrades, Places } from '#main/features/key-sites/index.ts';
import { countsOfAll, countsOfCampaign } from './queries.ts';
import { scopeOf } from './scope.ts';
import { sweptOf } from './swept.ts';

interface Counted extends ResultCounts {
  county: number;
  trade: number;
  major: number;
  campaign: number;
  team: string;
}

/** Everything that the page of results shows at once. */
export function resultsOf(asker: Asker, scope: ResultScope): FindingResults {
  const { db, today } = asker;
  const { campaign, hiddenCampaigns, params } = scopeOf(asker, scope);
  const { campaign: _all, ...ofAll } = params;
  const counted =
    campaign === null
      ? db.all(countsOfAll, { ...ofAll, today })
      : db.all(countsOfCampaign, { ...params, today });
  const rows = counted.map((row) => ({ ...row, isMajor: row.major === 1, major: row.major * row.found }));
  const counties = summedBy(rows, ({ county }) => county, countiesIn(db, today));
  const trades = summedBy(rows, ({ trade }) => trade, tradesIn(db));
  const cells = Map.groupBy(rows, ({ county, trade }) => `${county} ${trade}`);
  return {
    total: sumOf(rows),
    byCounty: counties.map(({ term, counts }) => named(term, counts, NO_COUNTY)),
    byTrade: trades.map(({ term, counts }) => named(term, counts, NO_TRADE)),
    byTeam: teamsOf(rows, campaignTitles(db), campaign === null),
    bySeverity: severities.map((severity) => ({
      severity,
      ...sumOf(rows.filter(({ isMajor }) => isMajor === (severity === 'major'))),
    })),
    cells: counties.map((county) =>
      trades.map((trade) => {
        const found = cells.get(`${county.key} ${trade.key}`);
        return found === undefined ? null : sumOf(found);
      }),
    ),
    swept: campaign === null ? null : sweptOf(db, campaign, today),
    hiddenCampaigns,
  };
}

const NO_COUNTY = '未注明区县';
const NO_TRADE = '未注明行业';
const NO_TEAM = '未注明检查组';

interface Term {
  uid: string;
  name: string;
}

function named(term: Term | undefined, counts: ResultCounts, without: string): ResultRow {
  return { uid: term?.uid ?? null, name: term?.name ?? without, ...counts };
}

/** In protocol order, as they are called today. */
function countiesIn(db: ReadStore, today: string): Map<number, Term> {
  const places = new Places(db, today);
  return new Map(
    places.inOrder
      .filter(({ level }) => level === 'county')
      .map(({ id, uid }) => [id, { uid, name: places.namesOn(id, today).countyName }]),
  );
}

function tradesIn(db: ReadStore): Map<number, Term> {
  return new Map(db.all(allTrades).map(({ id, uid, name }) => [id, { uid, name }]));
}

/** Teams are called alike in one campaign after another: each counts for itself. */
function teamsOf(
  rows: readonly Counted[],
  campaigns: ReadonlyMap<number, { uid: string; title: string }>,
  isOfAll: boolean,
): TeamResult[] {
  const keyOf = ({ team, campaign }: Counted) => (team === '' ? '' : `${campaign} ${team}`);
  return [...Map.groupBy(rows, keyOf).values()]
    .map((own): TeamResult => {
      const { campaign: id = 0, team = '' } = own[0] ?? {};
      const campaign = campaigns.get(id);
      const title = isOfAll && campaign !== undefined ? `（${campaign.title}）` : '';
      return {
        campaignUid: team === '' ? null : (campaign?.uid ?? null),
        team,
        name: team === '' ? NO_TEAM : `${team}${title}`,
        ...sumOf(own),
      };
    })
    .toSorted(byTeamName);
}

function byTeamName(one: TeamResult, other: TeamResult): number {
  if (one.team === '' || other.team === '') return Number(one.team === '') - Number(other.team === '');
  return compareTeams(one.team, other.team) || compareTeams(one.name, other.name);
}
