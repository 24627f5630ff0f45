import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellChange, entry, openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

async function done(): Promise<string[]> {
  const { steps } = await client.firstSteps.list();
  return steps.filter((step) => step.done).map(({ key }) => key);
}

describe('the list of first steps', () => {
  it('has all steps of a new office before it, in their order, and is open', async () => {
    const { steps, closed } = await client.firstSteps.list();
    expect(steps.map(({ key }) => key)).toEqual([
      'organizations',
      'people',
      'scheme',
      'period',
      'scores',
      'export',
      'secondBackup',
      'password',
    ]);
    expect(steps.every((step) => !step.done)).toBe(true);
    expect(closed).toBe(false);
  });

  it('ticks a step as soon as the data show that it was done', async () => {
    const [city] = await client.organizations.tree({ day: null });
    const county = {
      level: 'county' as const,
      name: '城东区',
      shortName: '城东',
      parentUid: city!.uid,
      marks: [],
    };
    const added = { items: [county], from: null, document: '', afterUid: null };
    await client.organizations.add(added);
    expect(await done()).toEqual(['organizations']);
  });

  it('ticks one by one what leads to the first exported result', async () => {
    await putSchemeInForce(client);
    const { uid: periodUid, frame } = await openPeriod(client);
    expect(await done()).toEqual(['organizations', 'scheme', 'period']);

    const changes = [cellChange(frame, [0, 3], entry({ direct: 20_000 }))];
    await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });
    const { name } = await client.office.settings();
    await client.office.update({ name, exportFolder: office.dataFolder });
    const given = { periodUid, formUid: null, once: null, date: null };
    const { jobUid } = await client.assessment.exportWorkbook(given);
    await finishedJob(client, jobUid);
    expect(await done()).toEqual(['organizations', 'scheme', 'period', 'scores', 'export']);
  });

  it('ticks the second place of the backups and a password', async () => {
    const settings = await client.backups.settings();
    await client.backups.updateSettings({ ...settings, secondFolder: office.dataFolder });
    await client.users.add({ name: '王芳', roles: ['clerk'], password: 'Hydrant-2026-xq' });
    expect(await done()).toEqual(expect.arrayContaining(['secondBackup', 'password']));
    await client.backups.updateSettings({ ...settings, secondFolder: '' });
    expect(await done()).not.toContain('secondBackup');
  });

  it('is put away and opened again by the office', async () => {
    expect((await client.firstSteps.setClosed({ closed: true })).closed).toBe(true);
    expect((await client.firstSteps.list()).closed).toBe(true);
    expect((await client.firstSteps.setClosed({ closed: false })).closed).toBe(false);
  });
});
