import { afterAll, beforeAll } from 'vitest';
import type { RosterEntry } from '#shared/rules/rosters/model.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

export interface Committee {
  office: Office;
  client: Client;
  countyUid: string;
  committeeUid: string;
  /** By name: 主任, 成员 … */
  position(name: string): string;
  /** Adds a member unit of the county and gives its uid. */
  unit(name: string): Promise<string>;
  /** Appoints somebody new and gives the appointment's uid. */
  appoint(name: string, over?: Partial<Appointing>): Promise<string>;
  entries(day?: string): Promise<RosterEntry[]>;
  names(day?: string): Promise<string[]>;
}

interface Appointing {
  position: string;
  personUid: string | null;
  organizationUid: string | null;
  unit: string;
  post: string;
  from: string | null;
  mobile: string;
}

let started: Promise<Office> | null = null;
let open = 0;

/** A county of its own with a committee without anybody yet, for one describe block; one office for the whole file. */
export function useCommittee(county: string): Committee {
  const committee = {} as Committee;
  open += 1;
  beforeAll(async () => {
    started ??= startTestOffice();
    const office = await started;
    const { client } = office;
    const tree = await client.organizations.tree({ day: null });
    const cityUid = tree.find((node) => node.level === 'city')!.uid;
    const added = await client.organizations.add({
      items: [{ level: 'county', name: county, parentUid: cityUid, shortName: '', marks: [] }],
      from: null,
      document: '',
      afterUid: null,
    });
    const countyUid = added.uids[0]!;
    const { uids } = await client.rosters.addCommittees({ organizationUids: [countyUid] });
    const positions = await client.rosters.positions();
    const committeeUid = uids[0]!;
    const entries = async (day: string | null = null) =>
      (await client.rosters.roster({ committeeUid, day })).entries;
    Object.assign(committee, {
      office,
      client,
      countyUid,
      committeeUid,
      position: (name: string) => positions.find((each) => each.name === name)!.uid,
      async unit(name: string) {
        const { uids: units } = await client.organizations.add({
          items: [{ level: 'memberUnit', name, parentUid: countyUid, shortName: '', marks: [] }],
          from: null,
          document: '',
          afterUid: null,
        });
        return units[0]!;
      },
      async appoint(name: string, over: Partial<Appointing> = {}) {
        const { uids: appointed } = await client.rosters.addAppointments({
          committeeUid,
          from: over.from ?? null,
          document: '',
          items: [
            {
              person: { uid: over.personUid ?? null, name, officePhone: '', mobile: over.mobile ?? '' },
              positionUid: committee.position(over.position ?? '成员'),
              organizationUid: over.organizationUid ?? null,
              unit: over.unit ?? '',
              post: over.post ?? '',
              substitute: false,
              substituteForUid: null,
              note: '',
            },
          ],
        });
        return appointed[0]!;
      },
      entries,
      names: async (day?: string) => (await entries(day)).map(({ name }) => name),
    });
  });
  afterAll(async () => {
    open -= 1;
    if (open > 0) return;
    started = null;
    await committee.office.close();
  });
  return committee;
}
