/*
 * How much of the ledger a campaign sees, by county and kind. Only sites on the ledger count: one that has closed
 * since it was listed neither adds to the whole nor to the part.
 */

interface LedgerSite {
  uid: string;
  countyUid: string;
  kindUids: readonly string[];
}

interface ListedTarget {
  siteUid: string | null;
  countyUid: string | null;
  visited: boolean;
}

interface Share {
  /** On the ledger. */
  sites: number;
  /** Of these on the list of targets. */
  listed: number;
  visited: number;
}

export interface CoverageRow {
  countyUid: string;
  /** In the order of the kinds asked for. */
  kinds: Share[];
  /** All targets of the county, also such as are no sites. */
  targets: number;
  visited: number;
}

export interface Coverage {
  /** In the order of the counties asked for. */
  rows: CoverageRow[];
  total: Omit<CoverageRow, 'countyUid'>;
}

interface Asked {
  countyUids: readonly string[];
  kindUids: readonly string[];
  sites: readonly LedgerSite[];
  targets: readonly ListedTarget[];
}

export function coverageOf({ countyUids, kindUids, sites, targets }: Asked): Coverage {
  const bySite = new Map(
    targets.flatMap((target) => (target.siteUid === null ? [] : [[target.siteUid, target]])),
  );
  const sitesOfCounty = Map.groupBy(sites, ({ countyUid }) => countyUid);
  const targetsOfCounty = Map.groupBy(targets, ({ countyUid }) => countyUid);
  const rows = countyUids.map((countyUid) => {
    const own = targetsOfCounty.get(countyUid) ?? [];
    return {
      countyUid,
      kinds: kindUids.map((kindUid) => {
        const ofKind = (sitesOfCounty.get(countyUid) ?? []).filter((site) => site.kindUids.includes(kindUid));
        const seen = ofKind.flatMap(({ uid }) => bySite.get(uid) ?? []);
        return { sites: ofKind.length, listed: seen.length, visited: countVisited(seen) };
      }),
      targets: own.length,
      visited: countVisited(own),
    };
  });
  return { rows, total: totalOf(rows, kindUids.length) };
}

function totalOf(rows: readonly CoverageRow[], kinds: number): Coverage['total'] {
  const sum = (pick: (row: CoverageRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    kinds: Array.from({ length: kinds }, (_kind, index) => ({
      sites: sum((row) => row.kinds[index]?.sites ?? 0),
      listed: sum((row) => row.kinds[index]?.listed ?? 0),
      visited: sum((row) => row.kinds[index]?.visited ?? 0),
    })),
    targets: sum(({ targets }) => targets),
    visited: sum(({ visited }) => visited),
  };
}

function countVisited(targets: readonly ListedTarget[]): number {
  return targets.filter(({ visited }) => visited).length;
}
