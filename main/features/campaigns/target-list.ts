import {
  type CampaignCoverage,
  type CampaignTarget,
  type CampaignTargets,
  type TargetFilter,
  type TargetView,
  targetViews,
} from '#shared/contract/campaigns.ts';
import type { KeySite } from '#shared/contract/key-sites.ts';
import { coverageOf } from '#shared/rules/campaigns/coverage.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allKinds as siteKinds, sitesById } from '#main/features/key-sites/index.ts';
import { matchScore, normalizeQuery } from '#main/features/search/index.ts';
import { CampaignPlaces } from './counties.ts';
import { drawingsIn, poolsIn } from './drawing-rows.ts';
import { requireKnown } from './find.ts';
import { linkedIds } from './links.ts';
import { sitesInScope } from './scope.ts';
import type { Asker, KnownCampaign } from './secrecy/access.ts';
import { allTargetsOf, listedTargetsOf, type Target } from './targets.ts';

interface Placed {
  row: CampaignTarget;
  countyId: number | null;
  /** Of a site on the ledger. */
  kindUids: readonly string[];
}

export function targetsOf(filter: TargetFilter, asker: Asker): CampaignTargets {
  const { db, today } = asker;
  const campaign = requireKnown(asker, filter.uid);
  const found = rowsOf(db, campaign, today).filter((placed) => isMeant(placed, filter));
  const { places } = new CampaignPlaces(db, today);
  const county = filter.countyUid === null ? null : places.require(filter.countyUid).id;
  const inCounty = found.filter(({ countyId }) => county === null || countyId === county);
  const ofView = (view: TargetView) => inCounty.filter(({ row }) => viewsOf(row).includes(view));
  return {
    rows: ofView(filter.view).map(({ row }) => row),
    views: Object.fromEntries(targetViews.map((view) => [view, ofView(view).length])) as Record<
      TargetView,
      number
    >,
  };
}

/** Everything on the list of a campaign, as for an export. */
export function listedRows(db: ReadStore, campaign: KnownCampaign, today: string): CampaignTarget[] {
  return rowsOf(db, campaign, today)
    .map(({ row }) => row)
    .filter(({ removed }) => removed === null);
}

function viewsOf({ removed, visitedOn }: CampaignTarget): TargetView[] {
  if (removed !== null) return ['removed'];
  return ['listed', visitedOn === null ? 'open' : 'visited'];
}

function isMeant({ row, kindUids }: Placed, { origin, kindUid, text }: TargetFilter): boolean {
  if (origin !== null && row.origin !== origin) return false;
  if (kindUid !== null && !kindUids.includes(kindUid)) return false;
  const query = normalizeQuery(text);
  return (
    query === '' || [row.name, row.address, row.townshipName].some((words) => matchScore(words, query) > 0)
  );
}

/** By county and township in protocol order; what is only proposed is shown with its drawing. */
function rowsOf(db: ReadStore, campaign: KnownCampaign, today: string): Placed[] {
  const places = new CampaignPlaces(db, today);
  const drawings = drawingsIn(db, campaign);
  const givenUp = new Set(drawings.filter(({ status }) => status === 'discarded').map(({ id }) => id));
  const targets = allTargetsOf(db, campaign).filter((target) => isShown(target, givenUp));
  const siteIds = targets.flatMap(({ siteId }) => siteId ?? []);
  const sites = sitesById(db, siteIds, { places: places.places, today });
  const subjects = new Map(
    drawings.map((drawing) => [drawing.id, poolsIn(drawing).map(({ subject }) => subject)]),
  );
  const ranks = new Map(places.places.inOrder.map(({ uid }, index) => [uid, index]));
  return targets
    .map((target) => {
      const site = sites.get(target.siteId ?? 0);
      const placeUid =
        site?.organizationUid ?? places.places.byId(target.organizationId ?? target.countyId ?? 0)?.uid;
      const drawnAs = subjects.get(target.drawn?.drawingId ?? 0)?.[target.drawn?.pool ?? 0] ?? '';
      return {
        row: toRow(target, { site, drawnAs, places }),
        countyId: target.countyId,
        kindUids: isOnLedger(site, today) ? site.kinds.map(({ uid }) => uid) : [],
        rank: ranks.get(placeUid ?? '') ?? ranks.size,
      };
    })
    .toSorted((one, other) => one.rank - other.rank);
}

function isOnLedger(site: KeySite | undefined, today: string): site is KeySite {
  return site !== undefined && (site.closedOn === null || site.closedOn > today);
}

/** Of a drawing that was given up, its own record tells. */
function isShown({ standing, drawn }: Target, givenUp: ReadonlySet<number>): boolean {
  return standing !== 'proposed' && (drawn === null || !givenUp.has(drawn.drawingId));
}

interface Known {
  site: KeySite | undefined;
  drawnAs: string;
  places: CampaignPlaces;
}

function toRow(target: Target, { site, drawnAs, places }: Known): CampaignTarget {
  return {
    uid: target.uid,
    origin: target.origin,
    drawnAs,
    name: site?.name ?? target.name,
    siteUid: site?.uid ?? null,
    countyName: target.countyId === null ? '' : places.nameOf(target.countyId),
    townshipName:
      site?.townshipName ?? (target.organizationId === null ? '' : places.nameOf(target.organizationId)),
    address: site?.address ?? '',
    tradeName: site?.tradeName ?? '',
    kindNames: site?.kinds.map(({ name }) => name) ?? [],
    responsiblePerson: site?.responsiblePerson ?? '',
    phone: site?.phone ?? '',
    siteClosedOn: site?.closedOn ?? null,
    minutes: target.minutes,
    note: target.note,
    visitedOn: target.visitedOn,
    removed: target.removed,
  };
}

/** The kinds that sweeps are counted by, and what is swept beside them. */
export function coverageOfCampaign(db: ReadStore, campaign: KnownCampaign, today: string): CampaignCoverage {
  const places = new CampaignPlaces(db, today);
  const counties = places.countiesOf(db, campaign);
  const countyUids = new Map(counties.map(({ id, uid }) => [id, uid]));
  const swept = new Set(linkedIds(db, campaign, 'campaign_sweep'));
  const kinds = db.all(siteKinds).filter(({ id, role }) => role !== 'other' || swept.has(id));
  const kindUids = new Map(kinds.map(({ id, uid }) => [id, uid]));
  const sites = sitesInScope(db, campaign, { places, today });
  const uidOfSite = new Map(sites.map(({ id, uid }) => [id, uid]));
  const coverage = coverageOf({
    countyUids: [...countyUids.values()],
    kindUids: [...kindUids.values()],
    sites: sites.map(({ uid, countyId, kindIds }) => ({
      uid,
      countyUid: countyUids.get(countyId) ?? '',
      kindUids: kindIds.flatMap((id) => kindUids.get(id) ?? []),
    })),
    targets: listedTargetsOf(db, campaign).map(({ siteId, countyId, visitedOn }) => ({
      siteUid: uidOfSite.get(siteId ?? 0) ?? null,
      countyUid: countyUids.get(countyId ?? 0) ?? null,
      visited: visitedOn !== null,
    })),
  });
  return {
    ...coverage,
    counties: counties.map(({ uid, name }) => ({ uid, name })),
    kinds: kinds.map(({ uid, name }) => ({ uid, name })),
    sweepKindUids: kinds.filter(({ id }) => swept.has(id)).map(({ uid }) => uid),
  };
}
