import { afterAll, beforeAll } from 'vitest';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

export interface Place {
  office: Office;
  client: Client;
  cityUid: string;
  /** Adds one organization below a parent (default: the city) and gives its uid. */
  add(level: OrganizationLevel, name: string, parentUid?: string, from?: string): Promise<string>;
  node(uid: string, day?: string): ReturnType<typeof findNode>;
  names(level: OrganizationLevel, day?: string): Promise<string[]>;
}

/** An office with nothing but its city, for one describe block. */
export function useOffice(): Place {
  const place = {} as Place;
  beforeAll(async () => {
    const office = await startTestOffice();
    const { client } = office;
    const tree = await client.organizations.tree({ day: null });
    Object.assign(place, {
      office,
      client,
      cityUid: tree.find((node) => node.level === 'city')!.uid,
      async add(
        level: OrganizationLevel,
        name: string,
        parentUid = place.cityUid,
        from: string | null = null,
      ) {
        const item = { level, name, parentUid, shortName: '', marks: [] };
        const { uids } = await client.organizations.add({
          items: [item],
          from,
          document: '',
          afterUid: null,
        });
        return uids[0]!;
      },
      node: (uid: string, day: string | null = null) => findNode(client, uid, day),
      async names(level: OrganizationLevel, day: string | null = null) {
        const nodes = await client.organizations.tree({ day });
        return nodes.filter((node) => node.level === level).map((node) => node.name);
      },
    });
  });
  afterAll(() => place.office.close());
  return place;
}

async function findNode(client: Client, uid: string, day: string | null) {
  return (await client.organizations.tree({ day })).find((node) => node.uid === uid);
}
