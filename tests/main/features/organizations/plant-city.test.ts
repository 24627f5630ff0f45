import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, startTestCore, type TestCore } from '#tests/support/core.ts';

describe('a city from the bundled divisions', () => {
  let core: TestCore;
  let client: Client;
  beforeAll(async () => {
    core = await startTestCore();
    client = core.window();
    await client.office.setUp({
      officeName: '孝感市消防安全委员会办公室',
      userName: '李明',
      cityName: '孝感市',
      cityCode: '4209',
      memberUnits: true,
    });
    await client.session.state();
  });
  afterAll(() => core.close());

  it('brings counties and townships with short names that differ among siblings', async () => {
    const tree = await client.organizations.tree({ day: null });
    const counties = tree.filter((node) => node.level === 'county');
    expect(counties.map((node) => node.name)).toEqual(expect.arrayContaining(['孝南区', '汉川市', '大悟县']));
    expect(counties.find((node) => node.name === '孝南区')).toMatchObject({
      shortName: '孝南',
      initials: expect.stringMatching(/^xnq/),
    });
    for (const county of counties) {
      const shorts = tree.filter((node) => node.parentUid === county.uid).map((node) => node.shortName);
      expect(new Set(shorts).size).toBe(shorts.length);
    }
    expect(tree[0]).toMatchObject({ level: 'city', name: '孝感市', shortName: '孝感', parentUid: null });
  });

  it('enters the usual member units in protocol order under full and short names', async () => {
    const tree = await client.organizations.tree({ day: null });
    const units = tree.filter((node) => node.level === 'memberUnit');
    expect(units[0]).toMatchObject({ name: '孝感市发展和改革委员会', shortName: '发改委' });
    expect(units.find((node) => node.name === '孝感市公安局')?.shortName).toBe('公安局');
    expect(units).toHaveLength(28);
  });

  it('was there before the office began: last year shows the same', async () => {
    const [now, before] = await Promise.all([
      client.organizations.tree({ day: null }),
      client.organizations.tree({ day: '2020-01-01' }),
    ]);
    expect(before).toEqual(now);
  });

  it('takes villages on demand, once', async () => {
    const tree = await client.organizations.tree({ day: null });
    const towns = tree.filter((node) => node.villagesAvailable).slice(0, 3);
    const townshipUids = towns.map((node) => node.uid);
    const { added } = await client.organizations.addVillages({ townshipUids });
    expect(added).toBeGreaterThan(10);
    const after = await client.organizations.tree({ day: null });
    expect(after.filter((node) => node.level === 'village')).toHaveLength(added);
    expect(after.find((node) => node.uid === townshipUids[0])?.villagesAvailable).toBe(false);
    expect(await client.organizations.addVillages({ townshipUids })).toEqual({
      added: 0,
      withoutVillages: 3,
    });
  });
});
