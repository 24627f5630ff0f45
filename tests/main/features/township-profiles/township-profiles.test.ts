import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TownshipProfile } from '#shared/rules/township-profiles/profile.ts';
import { type Client, finishedJob, type TestCore } from '#tests/support/core.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

let office: TestCore;
let client: Client;
let uid: string;
let profile: TownshipProfile;
beforeAll(async () => {
  ({ office, client } = await startSampleOffice());
  // A township where something was found.
  const city = await client.overview.show({ countyUid: null, ...year });
  const county = await client.overview.show({ countyUid: city.hazards[0]?.uid ?? '', ...year });
  uid = county.hazards[0]?.uid ?? '';
  profile = await client.townshipProfiles.show({ uid, ...year });
}, 120_000);
afterAll(() => office.close());

const numberOf = (measure: string) =>
  profile.numbers.flatMap(({ numbers }) => numbers).find((each) => each.measure === measure);

describe('what is known of a township', () => {
  it('tells each body that it has to have, with its state', async () => {
    const kinds = await client.establishments.kinds();
    const own = kinds.filter(({ level }) => level === 'township').map(({ name }) => name);
    expect(profile.bodies.map(({ name }) => name)).toEqual(own);
    expect(profile.bodies.every(({ state }) => state !== '')).toBe(true);
  });

  it('counts what reports count of it, and opens as many records', async () => {
    const found = numberOf('findings.found');
    expect(found?.value).toBeGreaterThan(0);
    const behind = await client.townshipProfiles.records({ uid, ...year, measure: 'findings.found' });
    const count =
      behind.kind === 'records'
        ? behind.count
        : (await client.findings.counts(behind.filter)).views[behind.filter.view];
    expect(count).toBe(found?.value);
  });

  it('leaves out numbers of nothing, so that the page holds what there is', () => {
    const numbers = profile.numbers.flatMap((each) => each.numbers);
    const nothing = numbers.filter(({ value, unit }) => value === 0 && unit !== '%');
    expect(nothing.filter(({ measure }) => !measure.startsWith('shortfalls.existing:'))).toEqual([]);
    expect(profile.numbers.every((each) => each.numbers.length > 0)).toBe(true);
  });

  it('tells that there is none of what has to be there', () => {
    const value = (measure: string) => numberOf(measure)?.value;
    const items = profile.numbers
      .flatMap(({ numbers }) => numbers)
      .flatMap(({ measure }) => /^shortfalls\.required:(?<item>.+)$/u.exec(measure)?.groups?.['item'] ?? []);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(value(`shortfalls.existing:${item}`), item).toBeDefined();
  });

  it('does not repeat what stands above a number in its name', () => {
    const vehicles = profile.numbers.find(({ title }) => title === '消防车辆');
    const names = vehicles?.numbers.map(({ name }) => name) ?? [];
    expect(names[0]).toBe('总数');
    expect(names.some((name) => name.startsWith('消防车辆'))).toBe(false);
  });

  it('says the same on paper as on screen', async () => {
    const paper = await client.townshipProfiles.paper({ uid, ...year });
    const texts = paper.body.flatMap((block) =>
      block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [],
    );
    expect(paper.title).toBe(`${profile.countyName}${profile.name}消防安全概况`);
    expect(texts).toContain(`${numberOf('findings.found')?.value ?? 0} 处`);
    for (const { name } of profile.bodies) expect(texts).toContain(name);
  });

  it('is written as a workbook', async () => {
    const { jobUid } = await client.townshipProfiles.exportWorkbook({ uid, ...year });
    const job = await finishedJob(client, jobUid);
    expect([job.status, job.problem]).toEqual(['done', null]);
  });

  it('is refused for a county, in words', async () => {
    const tree = await client.organizations.tree({ day: null });
    const county = tree.find(({ level }) => level === 'county');
    await expect(client.townshipProfiles.show({ uid: county?.uid ?? '', ...year })).rejects.toMatchObject({
      data: { detail: expect.stringContaining('不是乡镇(街道)') },
    });
  });
});
