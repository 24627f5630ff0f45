import type { FindingResults, ResultRow, ResultScope, TeamResult } from '#shared/contract/finding-results.ts';
import { compareTeams, type ResultCounts, sumOf, summedBy } from '#shared/rules/findings/add-up.ts';
import { severities } from '#shared/rules/findings/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { Asker } from '#main/features/campaigns/index.ts';
import { allTrades, Places } from '#main/features/key-sites/index.ts';
import { countsOfAll, countsOfCampaign, countsOfTeams } from './queries.ts';
import { scopeOf } from './scope.ts';
import { sweptOf } from './swept.ts';

/** Hears how far it has come, and may end it by throwing. */
type Step = (share: number, words: string) => void;

/** Everything that the page of results shows at once. */
export function resultsOf(asker: Asker, scope: ResultScope, step: Step = () => undefined): FindingResults {
  const { db, today } = asker;
  const { campaign, hiddenCampaigns, params } = scopeOf(asker, scope);
  const { campaign: _all, ...ofAll } = params;
  step(0, '按区县、行业、级别统计');
  const counted =
    campaign === null
      ? db.all(countsOfAll, { ...ofAll, today })
      : db.all(countsOfCampaign, { ...params, today });
  const rows = counted.map((row) => ({ ...row, major: row.is_major * row.found }));
  const total = sumOf(rows);
  step(COUNTED_SHARE, '按检查组统计');
  const teams = db.all(countsOfTeams, { ...params, today });
  step(1, '汇总');
  const counties = summedBy(rows, ({ county }) => county, countiesIn(db, today));
  const trades = summedBy(rows, ({ trade }) => trade, tradesIn(db));
  const cells = Map.groupBy(rows, ({ county, trade }) => `${county} ${trade}`);
  return {
    total,
    byCounty: counties.map(({ term, counts }) => named(term, counts, NO_COUNTY)),
    byTrade: trades.map(({ term, counts }) => named(term, counts, NO_TRADE)),
    byTeam: teamsOf(teams, total, campaign === null),
    bySeverity: severities.map((severity) => ({
      severity,
      ...sumOf(rows.filter((row) => row.is_major === Number(severity === 'major'))),
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

/** The first count takes about as long as that of the teams. */
const COUNTED_SHARE = 0.5;
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

interface TeamCounts extends ResultCounts {
  campaign_uid: string;
  campaign_title: string;
  team: string;
}

/** What no team has found is what is left of all. */
function teamsOf(rows: readonly TeamCounts[], total: ResultCounts, isOfAll: boolean): TeamResult[] {
  const teams = rows
    .map(({ campaign_uid: campaignUid, campaign_title: title, team, ...counts }): TeamResult => {
      const name = isOfAll ? `${team}（${title}）` : team;
      return { campaignUid, team, name, ...counts };
    })
    .toSorted(byTeamName);
  const others = restOf(total, sumOf(teams));
  return others.found === 0 ? teams : [...teams, { campaignUid: null, team: '', name: NO_TEAM, ...others }];
}

function restOf(total: ResultCounts, part: ResultCounts): ResultCounts {
  return {
    found: total.found - part.found,
    major: total.major - part.major,
    rectified: total.rectified - part.rectified,
    overdue: total.overdue - part.overdue,
  };
}

function byTeamName(one: TeamResult, other: TeamResult): number {
  return compareTeams(one.team, other.team) || compareTeams(one.name, other.name);
}
