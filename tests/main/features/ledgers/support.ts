import type { LedgerFilter, LedgerRow } from '#shared/contract/ledgers.ts';
import type { ListPreview } from '#shared/contract/table-import.ts';
import type { LedgerValues } from '#shared/rules/ledgers/definition.ts';
import { afterAll, beforeAll } from 'vitest';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';

export const everyRow: LedgerFilter = { placeUid: null, due: 'all', chosen: {}, text: '' };

/** Counties of the test's city with their townships. */
const city = { 城东区: ['中山街道', '河口镇'], 城西区: ['中山街道', '白石乡'] };

type Values = Record<string, string | number | null>;

/** One ledger of an office with two counties. */
export class LedgerOffice {
  readonly client: Client;
  readonly folder: string;
  readonly ledger: string;
  /** By 城东区 or 城东区中山街道; 临川市 is the city. */
  readonly places: Readonly<Record<string, string>>;

  constructor(client: Client, folder: string, ledger: string, places: Readonly<Record<string, string>>) {
    this.client = client;
    this.folder = folder;
    this.ledger = ledger;
    this.places = places;
  }

  async add(place: string, values: Values): Promise<string> {
    const organizationUid = this.places[place]!;
    return (await this.client.ledgers.add({ ledger: this.ledger, values: { organizationUid, ...values } }))
      .uid;
  }

  async rows(filter: Partial<LedgerFilter> = {}): Promise<LedgerRow[]> {
    const asked = {
      ledger: this.ledger,
      filter: { ...everyRow, ...filter },
      sort: null,
      offset: 0,
      limit: 500,
    };
    return (await this.client.ledgers.list(asked)).rows;
  }

  async values(key: string, filter: Partial<LedgerFilter> = {}): Promise<LedgerValues[string][]> {
    return (await this.rows(filter)).map(({ values }) => values[key] ?? null);
  }

  async term(list: string, name: string): Promise<string> {
    const terms = await this.client.ledgers.terms({ ledger: this.ledger });
    return terms[list]!.find((term) => term.name === name)!.uid;
  }

  /** As a paste is read, cells parted by |; nothing is stored. */
  read(text: string, place: string | null = null): Promise<ListPreview> {
    const options = { ledger: this.ledger, placeUid: place === null ? null : this.places[place]! };
    const source = { text: text.replaceAll('|', '\t') };
    return previewOf(this.client, this.client.ledgers.readTable({ source, choice: nothingChosen, options }));
  }

  take({ stagedUid }: ListPreview, place: string | null = null): Promise<{ added: number; changed: number }> {
    const options = { ledger: this.ledger, placeUid: place === null ? null : this.places[place]! };
    return this.client.ledgers.importTable({ stagedUid, choice: nothingChosen, options });
  }
}

/** One office for a file. */
export function useLedgerOffice(ledger: string): { at: () => LedgerOffice } {
  let ledgerOffice: LedgerOffice | undefined;
  let office: Awaited<ReturnType<typeof startTestOffice>> | undefined;
  beforeAll(async () => {
    office = await startTestOffice();
    const { client } = office;
    const [root] = await client.organizations.tree({ day: null });
    const places: Record<string, string> = { 临川市: root!.uid };
    const add = async (name: string, level: 'county' | 'township', parentUid: string) => {
      const items = [{ name, shortName: '', level, parentUid, marks: [] }];
      return (await client.organizations.add({ items, from: null, document: '', afterUid: null })).uids[0]!;
    };
    for (const [county, townships] of Object.entries(city)) {
      places[county] = await add(county, 'county', root!.uid);
      for (const name of townships) places[`${county}${name}`] = await add(name, 'township', places[county]);
    }
    ledgerOffice = new LedgerOffice(client, office.dataFolder, ledger, places);
  });
  afterAll(() => office?.close());
  return { at: () => ledgerOffice! };
}
