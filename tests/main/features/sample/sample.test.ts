import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PeriodSummary } from '#shared/contract/assessment.ts';
import type { JobState } from '#shared/contract/events.ts';
import { createUnpacker } from '#shared/rules/assessment/group-scores.ts';
import { spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { sampleAtStart } from '#main/features/sample/at-start.ts';
import { type Client, startTestCore, startTestOffice, type TestCore } from '#tests/support/core.ts';
import { loadSampleOffice } from '#tests/support/sample-office.ts';

let office: TestCore;
let client: Client;
let job: JobState;
let periods: PeriodSummary[];

beforeAll(async () => {
  ({ office, client, job } = await loadSampleOffice());
  periods = (await client.assessment.periods()).toSorted((one, other) => (one.code < other.code ? -1 : 1));
}, 120_000);

afterAll(() => office.close());

async function resultsOf(code: string) {
  const period = periods.find((each) => each.code === code);
  return client.assessment.results({ periodUid: period?.uid ?? '' });
}

test('loading ends well and its user is in', async () => {
  expect(job).toMatchObject({ status: 'done', problem: null, progress: 1 });
  const { officeName, user } = await client.session.state();
  expect(officeName).toBe('安澜市消防安全委员会办公室(示例)');
  expect(user?.name).toBe('示例');
});

test('the city has 12 counties, 96 townships with 32 national key towns, and 36 member units', async () => {
  const tree = await client.organizations.tree({ day: '2026-11-23' });
  const at = (level: string) => tree.filter((node) => node.level === level);
  expect([at('county').length, at('township').length, at('memberUnit').length]).toEqual([12, 96, 36]);
  const keyTowns = tree.filter(({ marks }) => marks.includes('nationalKeyTown'));
  expect(keyTowns).toHaveLength(32);
  expect(new Set(keyTowns.map(({ parentUid }) => parentUid)).size).toBe(10);
  expect(at('county').filter(({ marks }) => marks.includes('developmentZone'))).toHaveLength(2);
  expect(new Set(at('township').map(({ parentUid }) => parentUid)).size).toBe(12);
});

test('one township is merged and one member unit renamed within the year, each with its document', async () => {
  const namesOn = async (day: string) => (await client.organizations.tree({ day })).map(({ name }) => name);
  const [before, after] = [await namesOn('2026-01-01'), await namesOn('2026-11-23')];
  expect(before.filter((name) => !after.includes(name))).toEqual(['沙窝乡', '安澜市城市管理局']);
  expect(after.filter((name) => !before.includes(name))).toEqual(['安澜市城市管理综合行政执法局']);
  const tree = await client.organizations.tree({ day: null });
  const renamed = tree.find(({ shortName }) => shortName === '市城管执法局');
  const { states } = await client.organizations.get({ uid: renamed?.uid ?? '' });
  expect(states.map(({ firstDay, document }) => [firstDay, document !== ''])).toEqual([
    [expect.any(String), false],
    ['2026-07-01', true],
  ]);
  const merged = tree.find(({ name }) => name === '柳河镇');
  const { successions } = await client.organizations.get({ uid: merged?.uid ?? '' });
  expect(successions).toMatchObject([{ kind: 'merge', otherName: '沙窝乡', day: '2026-05-18' }]);
});

test('180 key sites of every kind stand in all counties; some have left, two were entered twice', async () => {
  const all = { view: 'all', placeUid: null, tradeUid: null, kindUid: null, text: '' } as const;
  const { views } = await client.keySites.counts(all);
  expect(views).toEqual({ active: 179, duplicate: 4, closed: 3, all: 182 });
  const { rows } = await client.keySites.list({ filter: all, after: null, limit: 500 });
  expect(new Set(rows.map(({ countyName }) => countyName)).size).toBe(12);
  expect(new Set(rows.flatMap(({ kinds }) => kinds.map(({ role }) => role))).size).toBe(5);
});

test('44 inspectors come from many units and counties; some are away, two have left, ten vehicles wait', async () => {
  const everybody = { view: 'all', role: null, skillUid: null, unit: null, awayOn: null, text: '' } as const;
  const { rows, views, units } = await client.inspectors.list(everybody);
  expect(views).toEqual({ active: 42, left: 2, all: 44 });
  expect(units.length).toBeGreaterThan(15);
  expect(rows.filter(({ organizationUid }) => organizationUid === null)).toHaveLength(3);
  expect(new Set(rows.map(({ homeCountyUid }) => homeCountyUid)).size).toBeGreaterThan(8);
  expect(rows.filter(({ leave }) => leave.length > 0)).toHaveLength(11);
  expect(await client.inspectors.vehicles()).toHaveLength(10);
});

test('one campaign is under way and one closed, each swept, drawn and visited so far', async () => {
  const campaigns = await client.campaigns.list({ text: '' });
  expect(campaigns.map(({ status, announced }) => [status, announced])).toEqual([
    ['underWay', true],
    ['closed', true],
  ]);
  const [running, closed] = campaigns;
  expect(running?.visited).toBeGreaterThan(0);
  expect(running?.visited).toBeLessThan(running?.targets ?? 0);
  expect(closed?.visited).toBe(closed?.targets);
  const [drawing] = await client.campaigns.drawings({ uid: running?.uid ?? '' });
  expect(drawing).toMatchObject({ number: 1, status: 'taken', seed: 20_261_101 });
});

test('a month and a holiday of duty keep the rules, with swaps, a log that goes on and every report', async () => {
  const duties = await client.duty.periods();
  expect(duties.map(({ name, places, filled }) => [name, filled, places])).toEqual([
    ['2026年国庆节', 21, 21],
    ['2026年9月', 90, 90],
  ]);
  const rosters = await Promise.all(duties.map(({ uid }) => client.duty.roster({ uid })));
  expect(rosters.flatMap(({ violations }) => violations)).toEqual([]);
  expect(rosters.flatMap(({ days }) => days).filter(({ lateReports }) => lateReports > 0)).toEqual([]);
  expect(rosters.flatMap(({ swaps }) => swaps).filter(({ state }) => state === 'approved')).toHaveLength(3);
  expect(await client.dutyLog.open()).toHaveLength(1);
});

test('the four checklists of the program are in use, and one that rests on a paper that was replaced', async () => {
  const [own, ...lists] = await client.checklists.list({ text: '' });
  const [cited] = await client.library.outdated({ path: `/checklists/${own!.uid}` });
  expect(cited).toMatchObject({ standing: 'replaced', replacedBy: { number: '安政发〔2026〕9号' } });
  expect(lists.map(({ questions }) => questions > 15)).toEqual([true, true, true, true]);
});

test('both schemes are in force, worth 100 points, and nothing about them is unfinished', async () => {
  const list = await client.schemes.list();
  expect(new Set(list.map(({ appliesTo }) => appliesTo))).toEqual(new Set(['county', 'memberUnit']));
  for (const { uid, title } of list) {
    const scheme = await client.schemes.get({ uid });
    expect(title).toContain('示例');
    expect([scheme.status, scheme.fullPoints]).toEqual(['inForce', 100_000]);
    expect(scheme.findings).toEqual([]);
    expect(scheme.settings.bonusCap).not.toBeNull();
  }
});

test('the schemes hold every variant of every kind of rule', async () => {
  const variants = new Set<string>();
  for (const { uid } of await client.schemes.list()) {
    for (const { floor, notApplicable, condition, rules } of (await client.schemes.get({ uid })).indicators) {
      variants.add(floor).add(notApplicable);
      if (condition !== null) variants.add(condition.relation);
      for (const rule of rules) {
        variants.add(rule.kind);
        if (rule.kind === 'each') variants.add(`each/${rule.classes.length > 0 ? 'class' : rule.per}`);
        if (rule.kind === 'steps' || rule.kind === 'discretion' || rule.kind === 'veto')
          variants.add(`${rule.kind}/${rule.effect}`);
        if (rule.kind === 'failed') variants.add(`failed/${rule.points === 'all' ? 'all' : 'points'}`);
        if (rule.kind === 'earn') variants.add(`earn/${rule.otherwise === null ? 'only' : 'otherwise'}`);
        if (rule.kind === 'rate')
          variants.add(`rate/${rule.per === null ? 'once' : rule.partial}/${rule.direction}`);
        if (rule.kind === 'rate') variants.add(`scale/${rule.scale}`);
      }
    }
  }
  const wanted = [
    'zero negative fullMarks rescale has lacks containsAny failed/all failed/points each/1 each/2 each/class',
    'growing belowMinimum bonus steps/deduct steps/award discretion/deduct discretion/award earn/only',
    'earn/otherwise rate/proportional/atLeast rate/whole/atLeast rate/once/atLeast rate/once/atMost scale/100',
    'scale/100000 veto/zeroTotal veto/lowestGrade veto/deductAndLimit',
  ].join(' ');
  expect(wanted.split(' ').filter((variant) => !variants.has(variant))).toEqual([]);
});

test('every kind of rule has an effect somewhere in the year, each veto exactly once', async () => {
  const kinds = new Set<string>();
  const vetoes: string[] = [];
  for (const { uid } of periods) {
    for (const group of (await client.assessment.period({ uid })).groups) {
      for (const { indicator, score } of await scoredCells(group.uid)) {
        for (const { ruleId } of score.deductions) {
          const rule = indicator.rules.find(({ id }) => id === ruleId);
          if (rule !== undefined) kinds.add(rule.kind);
        }
        if (score.bonus > 0) kinds.add('bonus');
        if (score.points > 0 && indicator.rules.some(({ kind }) => kind === 'earn')) kinds.add('earn');
        vetoes.push(...score.vetoes.map(({ rule }) => rule.effect));
      }
    }
  }
  expect(kinds).toEqual(
    new Set(['failed', 'each', 'growing', 'steps', 'belowMinimum', 'rate', 'discretion', 'earn', 'bonus']),
  );
  expect(vetoes).toHaveLength(3);
  expect(new Set(vetoes)).toEqual(new Set(['deductAndLimit', 'lowestGrade', 'zeroTotal']));
});

test('three quarters are final, one of them reopened with a reason, and the fourth is in progress', async () => {
  expect(periods.map(({ code, status }) => [code, status])).toEqual([
    ['2026Q1', 'final'],
    ['2026Q2', 'final'],
    ['2026Q3', 'final'],
    ['2026Q4', 'open'],
  ]);
  for (const { scoredCount, cellCount } of periods.slice(0, 3)) expect(scoredCount).toBe(cellCount);
  const [, second, , fourth] = periods;
  const share = (fourth?.scoredCount ?? 0) / (fourth?.cellCount ?? 1);
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(0.7);
  const { events } = await client.assessment.period({ uid: second?.uid ?? '' });
  expect(events.filter(({ kind }) => kind === 'reopened')).toHaveLength(1);
  expect(events.find(({ kind }) => kind === 'reopened')?.reason).toContain('望川区');
  expect(
    new Set(events.filter(({ kind }) => kind === 'finalized').map((event) => event.fingerprint)).size,
  ).toBe(2);
});

test('the open quarter lacks a few reasons', async () => {
  const groups = (await client.assessment.period({ uid: periods[3]?.uid ?? '' })).groups;
  const cells = (await Promise.all(groups.map(({ uid }) => scoredCells(uid)))).flat();
  const lacking = cells.filter(({ score }) => score.problems.some(({ code }) => code === 'reasonMissing'));
  expect(lacking.length).toBeGreaterThanOrEqual(3);
  expect(lacking.length).toBeLessThanOrEqual(6);
});

test('the open quarter has a deduction accepted of a finding, and one of an overdue task that waits', async () => {
  const rows = await client.deductions.ofPeriod({ periodUid: periods[3]?.uid ?? '' });
  expect(
    rows.map(({ state, task, unitName, indicatorNumber }) => [
      state,
      task.isFinding,
      unitName,
      indicatorNumber,
    ]),
  ).toEqual([
    ['waiting', false, '市教育局', '2.4'],
    ['accepted', true, '云栖', '4.5'],
  ]);
  expect(rows.map(({ points, taken }) => [points, taken])).toEqual([
    [500, null],
    [200, 200],
  ]);
});

test('each group is ranked by its exact totals and graded by the bounds of its scheme', async () => {
  for (const { code } of periods.slice(0, 3)) {
    for (const { rows } of await resultsOf(code)) {
      for (const [place, row] of rows.entries()) {
        expect(row.complete).toBe(true);
        const above = rows[place - 1];
        if (above !== undefined) {
          expect(above.total).toBeGreaterThanOrEqual(row.total ?? 0);
          expect([above.rank, place + 1]).toContain(row.rank);
        }
        if (row.remark.includes('一票否决') || row.total === 90_000 || row.total === 80_000) continue;
        const points = row.total ?? 0;
        const grade =
          points > 90_000 ? '优秀' : points > 80_000 ? '良好' : points > 60_000 ? '合格' : '不合格';
        expect([row.name, row.grade]).toEqual([row.name, grade]);
      }
    }
  }
});

test('all four grades occur, one is empty in the second quarter, and equals share a rank', async () => {
  const gradesOf = async (code: string, group: number) =>
    new Set((await resultsOf(code))[group]?.rows.map(({ grade }) => grade));
  for (const group of [0, 1]) expect((await gradesOf('2026Q1', group)).size).toBe(4);
  expect(await gradesOf('2026Q2', 0)).toEqual(new Set(['优秀', '良好', '合格']));
  for (const { code } of periods.slice(0, 3)) {
    for (const { rows } of await resultsOf(code)) {
      expect(new Set(rows.map(({ rank }) => rank)).size).toBeLessThan(rows.length);
    }
  }
});

test('a total of nearly 90 is printed as 90.00 and still 良好', async () => {
  const row = (await resultsOf('2026Q1'))[0]?.rows.find(({ name }) => name === '鹿鸣市');
  expect(row?.grade).toBe('良好');
  expect(pointsText(row?.total ?? 0)).toBe('89.999');
  expect(((row?.total ?? 0) / 1000).toFixed(2)).toBe('90.00');
});

test('some scores are no whole thousandths of a point', async () => {
  const group = (await client.assessment.period({ uid: periods[0]?.uid ?? '' })).groups[0];
  const broken = (await scoredCells(group?.uid ?? '')).filter(({ score }) => score.score.d !== 1n);
  expect(broken).not.toEqual([]);
});

test('counties without a national key town are not scored by what asks for one', async () => {
  const group = (await client.assessment.period({ uid: periods[0]?.uid ?? '' })).groups[0];
  const { objects, scheme } = await client.assessment.frame({ groupUid: group?.uid ?? '' });
  const asking = scheme.indicators.find(({ condition }) => condition?.mark === 'nationalKeyTown')?.uid ?? '';
  expect(
    objects.filter(({ inapplicable }) => inapplicable.includes(asking)).map(({ shortName }) => shortName),
  ).toEqual(['云栖', '高新区']);
});

test('a final quarter calls a unit as it was called then', async () => {
  const unitNames = async (code: string) => (await resultsOf(code))[1]?.rows.map(({ name }) => name);
  expect(await unitNames('2026Q2')).toContain('安澜市城市管理局');
  expect(await unitNames('2026Q3')).toContain('安澜市城市管理综合行政执法局');
});

test('the log of the sample is whole and names its user', async () => {
  expect(await client.history.verify()).toMatchObject({ intact: true, problem: null });
});

test('an office that has data refuses the sample and says what to do', async () => {
  await expect(client.sample.load()).rejects.toThrow('另选一个空文件夹');
  const other = await startTestOffice();
  expect(await sampleAtStart(other.core, 'browser')).toContain('没有载入示例');
  expect(await other.client.schemes.list()).toEqual([]);
  await other.close();
});

/** Every cell that holds an entry, as the scoring engine sees it. */
async function scoredCells(groupUid: string) {
  const { scheme } = await client.assessment.frame({ groupUid });
  const bonus = new Set(scheme.categories.filter((category) => category.bonus).map(({ uid }) => uid));
  const packed = await client.assessment.scores({ groupUid, stage: 'checked' });
  const { keys, byObject } = spelledScores(packed);
  const unpack = createUnpacker(keys);
  return byObject.flatMap((text) => {
    const entries = unpack(text ?? '');
    return scheme.indicators.flatMap((indicator) => {
      const entry = entries.get(indicator.uid);
      if (entry === undefined) return [];
      return [{ indicator, score: scoreIndicator(indicator, entry, true, bonus.has(indicator.categoryUid)) }];
    });
  });
}

test('a sample whose loading was cut short is set aside at the next start, which says so and can load it anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-cut-'));
  const first = await startTestCore(folder);
  const { jobUid } = await first.window().sample.load();
  await expect
    .poll(async () => (await first.window().session.state()).officeName, { timeout: 20_000 })
    .toBe('安澜市消防安全委员会办公室(示例)');
  expect(first.core.jobs.get(jobUid).status).toBe('running');
  await first.close();

  const second = await startTestCore(folder);
  const state = await second.window().session.state();
  expect(state).toMatchObject({ officeName: null, faults: [] });
  expect(state.setAside).toContain(folder);
  expect(existsSync(join(state.setAside!, 'store.db'))).toBe(true);
  const page = second.window();
  await page.office.setUp({
    officeName: '临川市消防安全委员会办公室',
    userName: '李明',
    cityName: '临川市',
    cityCode: null,
    memberUnits: false,
  });
  expect((await page.session.state()).setAside).toBeNull();
  await second.close();
  rmSync(folder, { recursive: true });
}, 120_000);
