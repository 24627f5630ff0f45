import { comparedText } from '#shared/rules/key-sites/same-site.ts';
import type { TargetMeaning } from '#shared/rules/campaigns/target-columns.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { ledgerOn, type LedgerSite, type Place, PlaceFinder } from '#main/features/key-sites/index.ts';
import { CampaignPlaces } from '../counties.ts';
import type { KnownCampaign } from '../secrecy/access.ts';
import type { NewTarget } from '../targets.ts';

export type Meant = Pick<NewTarget, 'siteId' | 'organizationId' | 'name' | 'countyId'>;

export interface WrittenTarget {
  name: string;
  county: string;
  township: string;
}

export type FoundTarget = { target: Meant } | { column: TargetMeaning; problem: string };

/** Whom a row means: a site of the ledger, a township, or something else in one of the campaign's counties. */
export class TargetFinder {
  readonly #places: CampaignPlaces;
  readonly #finder: PlaceFinder;
  readonly #counties: ReadonlySet<number>;
  readonly #sites: ReadonlyMap<string, LedgerSite[]>;

  constructor(db: ReadStore, campaign: KnownCampaign, today: string) {
    this.#places = new CampaignPlaces(db, today);
    this.#finder = new PlaceFinder(this.#places.places);
    this.#counties = new Set(this.#places.countiesOf(db, campaign).map(({ id }) => id));
    this.#sites = Map.groupBy(ledgerOn(db, today), ({ name }) => comparedText(name));
  }

  find(written: WrittenTarget): FoundTarget {
    const { name, county, township } = written;
    const found = this.#finder.find({ county, township });
    if (found?.kind === 'problem') return { column: found.column, problem: found.text };
    const place = found?.place ?? null;
    const sites = (this.#sites.get(comparedText(name)) ?? []).filter((site) => this.#isIn(site, place));
    if (sites.length > 1) return { column: 'name', problem: this.#ambiguous(name, sites) };
    const [site] = sites;
    const meant = site === undefined ? this.#notOnLedger(name, place) : this.#siteTarget(site);
    return 'problem' in meant ? meant : this.#inScope(meant);
  }

  #isIn({ organizationId }: LedgerSite, place: Place | null): boolean {
    if (place === null || organizationId === place.id) return true;
    const isCounty = place.level === 'county' ? place.id : this.#places.countyIdOf(place.id);
    // One of the two may be written less closely.
    return place.level === 'county'
      ? this.#places.countyIdOf(organizationId) === isCounty
      : organizationId === isCounty;
  }

  #ambiguous(name: string, sites: readonly LedgerSite[]): string {
    const where = [...new Set(sites.map(({ organizationId }) => this.#places.nameOf(organizationId)))];
    return where.length === sites.length
      ? `台账里有 ${sites.length} 家“${name}”（${where.join('、')}），请写明县(市、区)和乡镇(街道)。`
      : `台账里同一处有几家“${name}”，分不清是哪一家，请从表里去掉，用“增加对象”选择。`;
  }

  #siteTarget({
    id,
    name,
    organizationId,
  }: LedgerSite): Omit<Meant, 'countyId'> & { countyId: number | null } {
    return { siteId: id, organizationId: null, name, countyId: this.#places.countyIdOf(organizationId) };
  }

  #notOnLedger(
    name: string,
    place: Place | null,
  ): (Omit<Meant, 'countyId'> & { countyId: number | null }) | Extract<FoundTarget, { problem: string }> {
    const township = this.#townshipCalled(name, place);
    if (township !== null)
      return {
        siteId: null,
        organizationId: township.id,
        name: this.#places.nameOf(township.id),
        countyId: this.#places.countyIdOf(township.id),
      };
    if (place === null)
      return { column: 'county', problem: `“重点单位”里没有“${name}”，请写明在哪个县(市、区)。` };
    return { siteId: null, organizationId: null, name, countyId: this.#places.countyIdOf(place.id) };
  }

  /** A township that is seen as such, not a site in it. */
  #townshipCalled(name: string, place: Place | null): Place | null {
    const county = place === null ? '' : this.#places.nameOf(this.#places.countyIdOf(place.id) ?? place.id);
    const found = this.#finder.find({ county, township: name });
    return found?.kind === 'found' && found.place.level === 'township' ? found.place : null;
  }

  #inScope(meant: Omit<Meant, 'countyId'> & { countyId: number | null }): FoundTarget {
    const { countyId } = meant;
    if (countyId !== null && this.#counties.has(countyId)) return { target: { ...meant, countyId } };
    const where = countyId === null ? '' : `在${this.#places.nameOf(countyId)}，`;
    const problem = `“${meant.name}”${where}不在督查范围里；请先在“基本情况”里加上这个区县。`;
    return { column: 'county', problem };
  }
}
