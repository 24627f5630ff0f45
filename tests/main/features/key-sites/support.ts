import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import type { KeySite, KeySiteFilter, NewKeySite } from '#shared/contract/key-sites.ts';
import type { ListPreview, ListSource } from '#shared/contract/table-import.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

export const everySite: KeySiteFilter = {
  view: 'all',
  placeUid: null,
  tradeUid: null,
  kindUid: null,
  text: '',
};

/** Counties of the test's city with their townships. */
const city = { 城东区: ['中山街道', '河口镇'], 城西区: ['中山街道', '白石乡'] };

export class SiteOffice {
  readonly office: Office;
  readonly client: Client;
  /** By 城东区 or 城东区中山街道. */
  readonly places: Readonly<Record<string, string>>;

  constructor(office: Office, places: Readonly<Record<string, string>>) {
    this.office = office;
    this.client = office.client;
    this.places = places;
  }

  site(name: string, place: string, more: Partial<NewKeySite> = {}): NewKeySite {
    const organizationUid = this.places[place]!;
    const empty = { address: '', tradeUid: null, kindUids: [], responsiblePerson: '', phone: '', note: '' };
    return { name, organizationUid, ...empty, ...more };
  }

  async add(...sites: NewKeySite[]): Promise<string[]> {
    return (await this.client.keySites.add({ items: sites })).uids;
  }

  /** Everything that a filter shows, page by page. */
  async list(filter: Partial<KeySiteFilter> = {}, limit = 100): Promise<KeySite[]> {
    const rows: KeySite[] = [];
    let after: Parameters<Client['keySites']['list']>[0]['after'] = null;
    do {
      const page = await this.client.keySites.list({ filter: { ...everySite, ...filter }, after, limit });
      rows.push(...page.rows);
      after = page.next;
    } while (after !== null);
    return rows;
  }

  async names(filter: Partial<KeySiteFilter> = {}, limit = 100): Promise<string[]> {
    return (await this.list(filter, limit)).map(({ name }) => name);
  }

  async kind(name: string): Promise<string> {
    return (await this.client.keySites.terms()).kinds.find((kind) => kind.name === name)!.uid;
  }

  async trade(name: string): Promise<string> {
    return (await this.client.keySites.terms()).trades.find((trade) => trade.name === name)!.uid;
  }

  /** As a paste is read; nothing is stored. */
  read(text: string, place: string | null = null): Promise<ListPreview> {
    return this.readFrom({ text }, place);
  }

  readFrom(source: ListSource, place: string | null = null, choice = nothingChosen): Promise<ListPreview> {
    const options = { placeUid: place === null ? null : this.places[place]! };
    return previewOf(this.client, this.client.keySites.readTable({ source, choice, options }));
  }

  take({ stagedUid }: ListPreview, choice = nothingChosen): Promise<{ added: number; changed: number }> {
    return this.client.keySites.importTable({ stagedUid, choice, options: { placeUid: null } });
  }
}

/** One office for a describe block. @param prepared makes a data folder that the office begins with */
export function useSiteOffice(prepared?: () => string): { at: () => SiteOffice } {
  let site: SiteOffice | undefined;
  beforeAll(async () => {
    const office = await startTestOffice(undefined, {}, prepared?.());
    const { client } = office;
    const [root] = await client.organizations.tree({ day: null });
    const places: Record<string, string> = {};
    const common = { shortName: '', marks: [] };
    for (const [county, townships] of Object.entries(city)) {
      const items = [{ level: 'county' as const, parentUid: root!.uid, name: county, ...common }];
      const added = await client.organizations.add({ items, from: null, document: '', afterUid: null });
      const parentUid = (places[county] = added.uids[0]!);
      const below = townships.map((name) => ({ level: 'township' as const, parentUid, name, ...common }));
      const { uids } = await client.organizations.add({
        items: below,
        from: null,
        document: '',
        afterUid: null,
      });
      for (const [index, name] of townships.entries()) places[`${county}${name}`] = uids[index]!;
    }
    site = new SiteOffice(office, places);
  });
  afterAll(async () => {
    await site?.office.close();
    if (site !== undefined) rmSync(site.office.dataFolder, { recursive: true, force: true });
  });
  return { at: () => site! };
}
