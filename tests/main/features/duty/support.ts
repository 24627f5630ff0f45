import { expect } from 'vitest';
import type { DutyPeriodFields } from '#shared/contract/duty.ts';
import type { DutyProposal, DutyRoster } from '#shared/contract/duty-views.ts';
import { placeKey } from '#shared/rules/duty/model.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';

const leaders = ['高明', '林静', '何伟'];
const officers = ['张三', '李四', '王五', '赵六', '孙七', '周八'];

/** An office with three leaders and six officers, and some counties that report. */
export class DutyOffice {
  readonly client: Client;
  /** By name. */
  readonly people: Readonly<Record<string, string>>;
  readonly counties: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;

  constructor(
    { client, close }: { client: Client; close: () => Promise<void> },
    people: Readonly<Record<string, string>>,
    counties: Readonly<Record<string, string>>,
  ) {
    this.client = client;
    this.close = close;
    this.people = people;
    this.counties = counties;
  }

  async addPeriod(fields: Partial<DutyPeriodFields>): Promise<string> {
    const { uid } = await this.client.duty.addPeriod({
      kind: 'holiday',
      name: '国庆节',
      firstDay: '2026-10-01',
      lastDay: '2026-10-08',
      place: '支队三楼值班室',
      phone: '0500-2119119',
      fax: '',
      reportDue: '',
      reportTo: '',
      note: '',
      shifts: [{ uid: null, name: '全天', startsAt: '08:30', leaders: 1, officers: 2 }],
      reporterUids: [],
      ...fields,
    });
    return uid;
  }

  async propose(uid: string, keepsPresent: boolean): Promise<DutyProposal> {
    const { jobUid } = await this.client.duty.propose({ uid, keepsPresent, seconds: 20 });
    const job = await finishedJob(this.client, jobUid);
    expect(job.problem).toBeNull();
    // The job's own result, made by the core.
    return job.result as DutyProposal;
  }

  async accept(proposal: DutyProposal): Promise<DutyRoster> {
    const before = await this.client.duty.roster({ uid: proposal.periodUid });
    const now = new Map(before.cells.map((cell) => [placeKey(cell), cell.personUid]));
    const cells = proposal.cells.map((cell) => ({ ...cell, seenUid: now.get(placeKey(cell)) ?? null }));
    await this.client.duty.accept({ periodUid: proposal.periodUid, cells });
    return this.client.duty.roster({ uid: proposal.periodUid });
  }
}

export async function startDutyOffice(): Promise<DutyOffice> {
  const office = await startTestOffice();
  const { client } = office;
  const items = [
    ...leaders.map((name) => ({ name, canLead: true, canServe: false })),
    ...officers.map((name) => ({ name, canLead: false, canServe: true })),
  ].map((each, place) => ({
    ...each,
    unit: '消防救援支队',
    post: '',
    phone: `1380000000${place}`,
    lastDay: null,
    rosterPersonUid: null,
  }));
  const { uids } = await client.duty.addPeople({ items });
  const people = Object.fromEntries(items.map(({ name }, place) => [name, uids[place]!]));
  const [root] = await client.organizations.tree({ day: null });
  const names = ['城东区', '城西区'];
  const added = await client.organizations.add({
    items: names.map((name) => ({ level: 'county', parentUid: root!.uid, name, shortName: '', marks: [] })),
    from: null,
    document: '',
    afterUid: null,
  });
  const counties = Object.fromEntries(names.map((name, place) => [name, added.uids[place]!]));
  return new DutyOffice(office, people, counties);
}
