import { createHash } from 'node:crypto';
import type { DrawingPool } from '#shared/contract/campaigns.ts';
import { addMonths } from '#shared/calendar/days.ts';
import type { Pool } from '#shared/rules/campaigns/draw.ts';
import { allKinds as siteKinds, allTrades } from '#main/features/key-sites/index.ts';
import { CampaignPlaces, type County } from './counties.ts';
import { activeDrawing } from './drawing-rows.ts';
import type { SamplingRecord } from './queries.ts';
import { samplingRecords } from './sampling-rows.ts';
import { type ScopeSite, sitesInScope } from './scope.ts';
import type { Asker, KnownCampaign } from './secrecy/access.ts';
import { allTargetsOf, type NewTarget, type Target, visitedSince } from './targets.ts';

/** Something that can be drawn. */
type Candidate = Omit<NewTarget, 'origin' | 'drawn'> & { key: string };

export interface FrozenPool extends Pool, DrawingPool {}

/** What a drawing is made from, as it stands at this moment. */
export interface FrozenPools {
  pools: FrozenPool[];
  candidates: Map<string, Candidate>;
  poolCount: number;
  /** Of every pool with its candidates in their order. */
  fingerprint: string;
}

const FINGERPRINT_DIGITS = 16;

/** The drawing that was not given up does not stand in the way of another one: what it drew can be drawn again. */
export function freezePools(asker: Asker, campaign: KnownCampaign): FrozenPools {
  const builder = new PoolBuilder(asker, campaign);
  const lines = samplingRecords(asker.db, campaign);
  const pools = builder.counties.flatMap((county) => lines.map((line) => builder.poolOf(county, line)));
  const items = pools.flatMap((pool) => pool.items);
  return {
    pools,
    candidates: builder.candidates,
    poolCount: new Set(items).size,
    fingerprint: fingerprintOf(pools, builder.candidates),
  };
}

function fingerprintOf(pools: readonly FrozenPool[], candidates: ReadonlyMap<string, Candidate>): string {
  const hash = createHash('sha256');
  for (const { name, count, items } of pools) {
    hash.update(`${name}\t${count}\n`);
    for (const key of items) hash.update(`${key}\t${candidates.get(key)?.name ?? ''}\n`);
  }
  return hash.digest('hex').slice(0, FINGERPRINT_DIGITS);
}

class PoolBuilder {
  readonly counties: readonly County[];
  readonly candidates = new Map<string, Candidate>();
  readonly #places: CampaignPlaces;
  readonly #sites: ReadonlyMap<number, ScopeSite[]>;
  readonly #townships: ReadonlyMap<number, number[]>;
  readonly #resting: ReadonlySet<number>;
  /** Sites, and names in townships, that are targets already. */
  readonly #taken: ReadonlySet<string>;
  readonly #kinds: ReadonlyMap<number, string>;
  readonly #trades: ReadonlyMap<number, string>;

  constructor(asker: Asker, campaign: KnownCampaign) {
    const { db, today } = asker;
    this.#places = new CampaignPlaces(db, today);
    this.counties = this.#places.countiesOf(db, campaign);
    const sites = sitesInScope(db, campaign, { places: this.#places, today });
    this.#sites = Map.groupBy(sites, ({ countyId }) => countyId);
    this.#townships = this.#places.townships();
    const { rest_months: months, first_day: firstDay } = campaign;
    this.#resting = months === 0 ? new Set() : visitedSince(asker, addMonths(firstDay, -months));
    const active = activeDrawing(db, campaign);
    const standing = allTargetsOf(db, campaign).filter(
      ({ standing: state, drawn }) =>
        state !== 'removed' && (active === undefined || drawn?.drawingId !== active.id),
    );
    this.#taken = new Set(standing.map((target) => keyOf(target)));
    this.#kinds = new Map(db.all(siteKinds).map(({ id, name }) => [id, name]));
    this.#trades = new Map(db.all(allTrades).map(({ id, name }) => [id, name]));
  }

  poolOf(county: County, line: SamplingRecord): FrozenPool {
    const subject = this.#subjectOf(line);
    const all = line.subject === 'site' ? this.#sitesFor(county, line) : this.#townshipsFor(county, line);
    const free = all.filter(({ key }) => !this.#taken.has(key));
    const awake = free.filter(({ siteId }) => siteId === null || !this.#resting.has(siteId));
    for (const one of awake) this.candidates.set(one.key, one);
    return {
      name: `${county.name} ${line.position} ${subject}`,
      countyUid: county.uid,
      countyName: county.name,
      subject,
      count: line.count,
      items: awake.map(({ key }) => key),
      available: awake.length,
      resting: free.length - awake.length,
      missing: Math.max(0, line.count - awake.length),
    };
  }

  #subjectOf({ subject, kind_id: kindId, trade_id: tradeId, name }: SamplingRecord): string {
    if (subject === 'township') return '乡镇(街道)';
    if (subject === 'other') return name;
    const words = [this.#trades.get(tradeId ?? 0), this.#kinds.get(kindId ?? 0)];
    return words.filter((word) => word !== undefined).join(' ') || '台账里的单位';
  }

  #sitesFor({ id }: County, { kind_id: kindId, trade_id: tradeId }: SamplingRecord): Candidate[] {
    return (this.#sites.get(id) ?? [])
      .filter(
        (site) =>
          (kindId === null || site.kindIds.includes(kindId)) &&
          (tradeId === null || site.tradeId === tradeId),
      )
      .map((site) => candidate({ siteId: site.id, organizationId: null, name: site.name, countyId: id }));
  }

  #townshipsFor({ id }: County, line: SamplingRecord): Candidate[] {
    return (this.#townships.get(id) ?? []).map((organizationId) => {
      const name = `${this.#places.nameOf(organizationId)}${line.name}`;
      return candidate({ siteId: null, organizationId, name, countyId: id });
    });
  }
}

function candidate(fields: Omit<Candidate, 'key'>): Candidate {
  return { ...fields, key: keyOf(fields) };
}

/** In the order of entering where compared as text. What is no site may be called alike in two counties. */
export function keyOf({
  siteId,
  organizationId,
  name,
  countyId,
}: Pick<Target, 'siteId' | 'organizationId' | 'name' | 'countyId'>): string {
  const id = String(siteId ?? organizationId ?? 0).padStart(9, '0');
  if (siteId !== null) return `site ${id}`;
  return organizationId === null ? `name ${countyId ?? 0} ${name}` : `place ${id} ${name}`;
}
