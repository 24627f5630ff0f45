import { afterAll, beforeAll } from 'vitest';
import type { Inspector, InspectorFilter, NewInspector } from '#shared/contract/inspectors.ts';
import type { ListChoice, ListPreview, ListSource } from '#shared/contract/table-import.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

export const everybody: InspectorFilter = {
  view: 'all',
  role: null,
  skillUid: null,
  unit: null,
  awayOn: null,
  text: '',
};

const counties = { 城东区: ['中山街道'], 城西区: ['中山街道'] };
const memberUnits = ['临川市公安局', '临川市应急管理局'];

export class PoolOffice {
  readonly office: Office;
  readonly client: Client;
  /** By 城东区, 城东区中山街道 or 临川市公安局. */
  readonly places: Readonly<Record<string, string>>;

  constructor(office: Office, places: Readonly<Record<string, string>>) {
    this.office = office;
    this.client = office.client;
    this.places = places;
  }

  person(name: string, more: Partial<NewInspector> = {}): NewInspector {
    return {
      name,
      organizationUid: null,
      unit: '',
      homeCountyUid: null,
      roles: [],
      skillUids: [],
      post: '',
      phone: '',
      note: '',
      ...more,
    };
  }

  async add(...items: NewInspector[]): Promise<string[]> {
    return (await this.client.inspectors.add({ items })).uids;
  }

  async list(filter: Partial<InspectorFilter> = {}): Promise<Inspector[]> {
    return (await this.client.inspectors.list({ ...everybody, ...filter })).rows;
  }

  async names(filter: Partial<InspectorFilter> = {}): Promise<string[]> {
    return (await this.list(filter)).map(({ name }) => name);
  }

  async skill(name: string): Promise<string> {
    return (await this.client.inspectors.skills()).find((skill) => skill.name === name)!.uid;
  }

  /** As a paste is read; nothing is stored. */
  read(text: string): Promise<ListPreview> {
    const source = { text: text.replaceAll('|', '\t') };
    return this.readFrom(source);
  }

  readFrom(source: ListSource, choice: ListChoice = nothingChosen): Promise<ListPreview> {
    return previewOf(this.client, this.client.inspectors.readTable({ source, choice, options: null }));
  }

  take({ stagedUid }: ListPreview, choice = nothingChosen): Promise<{ added: number; changed: number }> {
    return this.client.inspectors.importTable({ stagedUid, choice, options: null });
  }
}

/** One office for a describe block. */
export function usePool(): { at: () => PoolOffice } {
  let pool: PoolOffice | undefined;
  beforeAll(async () => {
    const office = await startTestOffice();
    const { client } = office;
    const [root] = await client.organizations.tree({ day: null });
    const places: Record<string, string> = {};
    const add = async (name: string, parentUid: string, level: 'county' | 'township' | 'memberUnit') => {
      const { uids } = await client.organizations.add({
        items: [{ level, parentUid, name, shortName: '', marks: [] }],
        from: null,
        document: '',
        afterUid: null,
      });
      return uids[0]!;
    };
    for (const [county, townships] of Object.entries(counties)) {
      places[county] = await add(county, root!.uid, 'county');
      for (const township of townships)
        places[`${county}${township}`] = await add(township, places[county], 'township');
    }
    for (const unit of memberUnits) places[unit] = await add(unit, root!.uid, 'memberUnit');
    pool = new PoolOffice(office, places);
  });
  afterAll(() => pool?.office.close());
  return {
    at() {
      if (pool === undefined) throw new Error('the office is not there yet');
      return pool;
    },
  };
}
