import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { clashWords } from '#shared/rules/schedule/clash-words.ts';
import { certaintyWords, shortCertainty } from '#shared/rules/schedule/result.ts';
import { findClashes } from '#shared/rules/schedule/clashes.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { violationWords } from '#shared/rules/schedule/violation-words.ts';
import { whyTeam } from '#shared/rules/schedule/why-team.ts';
import { aPerson, aPlace, aPlan, aProblem, aTrip, FIRST_DAY } from '#tests/support/builders/schedule.ts';

const ofTrip = { teamId: 'A', day: FIRST_DAY };

/** What is said of a plan without trips, where these places are wanted. */
function saidOf(changes: Partial<ScheduleProblem>, wanted: string[]): string[] {
  const problem = aProblem(changes);
  const places = problem.places.filter(({ id }) => wanted.includes(id));
  return findClashes(problem, aPlan(), { places, pins: problem.pins }).map((clash) => {
    const { text, help } = clashWords(problem, clash);
    return `${text}。${help}。`;
  });
}

describe('a broken rule in words', () => {
  it('names the team, the day and what is missing', () => {
    expect(
      violationWords(aProblem(), {
        rule: 'skillShort',
        skill: '电气',
        have: 2,
        need: 3,
        placeId: null,
        ...ofTrip,
      }),
    ).toBe('第1组9月7日只有2人持电气专长，需要3人');
  });

  it('says who has to keep away, and why', () => {
    expect(
      violationWords(aProblem(), { rule: 'homeCounty', inspectorId: 'a1', countyId: 'east', ...ofTrip }),
    ).toBe('第1组9月7日在东县检查时，a1应当回避：这是本人所在的县');
  });
});

describe('how good a value is, in words', () => {
  const result = { aim: 'countyChanges', value: 12, boundWithinDecomposition: 12, gap: 2 / 3 } as const;

  it('is that it is the best, or how much lower it could be at most', () => {
    expect(certaintyWords({ ...result, bound: 12, gap: 0, certainty: 'optimal' })).toBe('最优');
    expect(certaintyWords({ ...result, bound: 3.000_000_1, certainty: 'gap' })).toBe(
      '最多还能少 9，差距不超过 66.7%',
    );
    expect(certaintyWords({ ...result, bound: 4, certainty: 'optimalWithinDecomposition' })).toBe(
      '在此分解下最优，最多还能少 8，差距不超过 66.7%',
    );
    expect(shortCertainty({ ...result, bound: 4, certainty: 'optimalWithinDecomposition' })).toBe(
      '在此分解下最优，差距≤66.7%',
    );
    expect(shortCertainty({ ...result, bound: 12, gap: 0, certainty: 'optimal' })).toBe('最优');
  });
});

describe('clashing rules in words', () => {
  it('says whose skill is missing, who is away, and what would help', () => {
    const inspectors = [
      aPerson('a1', 'A', { name: '张三', skills: ['电气'], leave: [FIRST_DAY, addDays(FIRST_DAY, 1)] }),
      aPerson('a2', 'A'),
      aPerson('a3', 'A'),
    ];
    const places = [aPlace('mall', 'east', { name: '东桥商场', skills: [{ skill: '电气', count: 1 }] })];
    const problem = { inspectors, places, teams: aProblem().teams.slice(0, 1) };
    const plan = {
      teams: [{ teamId: 'A', memberIds: ['a1', 'a2', 'a3'], vehicleIds: [] }],
      trips: [],
    };
    const whole = aProblem(problem);
    const [clash] = findClashes(whole, plan, { places: whole.places, pins: [] });
    expect(clash && clashWords(whole, clash)).toEqual({
      text: '第1组9月7日只有0人持电气专长，需要1人（张三请假或另有督查），东桥商场排不进去',
      help: '可请外县支援持电气专长的人员；也可减少这一处',
    });
  });

  it('says that a place is too long for a day', () => {
    expect(
      saidOf({ places: [aPlace('mall', 'east', { name: '东桥商场', minutes: 300 })] }, ['mall']),
    ).toEqual(['东桥商场要检查300分钟，一天最多240分钟。可把它分成两处，或放宽一天的检查时间。']);
  });

  it('says that a pin is on a day off', () => {
    expect(
      saidOf(
        {
          pins: [{ placeId: 'mall', teamId: null, day: FIRST_DAY }],
          daysOff: [{ day: FIRST_DAY, name: '中秋节' }],
        },
        [],
      ),
    ).toEqual(['固定安排“9月7日去mall”的日子是中秋节。请换一天，或取消这条固定安排。']);
  });

  it('says how many days a county and all teams lack', () => {
    const places = Array.from({ length: 5 }, (_, place) => aPlace(`p${place}`, 'east', { minutes: 200 }));
    const counties = [{ id: 'east', name: '东县', mostDays: 3, travelLoad: 0 }];
    expect(
      saidOf(
        { places, counties },
        places.map(({ id }) => id),
      ),
    ).toEqual([
      '东县的场所至少要5天，最多只能去3天。可把天数放宽到5天，或减少几处。',
      '全部场所至少要5个组日，各组一共只有4个组日。可延长1天，增加一个组，或减少几处。',
    ]);
  });
});

describe('why this team', () => {
  const problem = aProblem({
    inspectors: [...aProblem().inspectors, aPerson('c1', 'C', { homeCountyId: 'east' }), aPerson('c2', 'C')],
    teams: [...aProblem().teams, { id: 'C', name: '第3组', carriedLoad: 0, lastCountyIds: [] }],
  });
  const plan = {
    ...aPlan(
      aTrip(),
      aTrip({ teamId: 'B', countyId: 'west', inspectorIds: ['b1', 'b2'], placeIds: ['depot'] }),
    ),
  };
  plan.teams.push({ teamId: 'C', memberIds: ['c1', 'c2'], vehicleIds: [] });

  it('says of the chosen team that it can go and what it carries, of others what would be worse or forbids it', () => {
    expect(whyTeam(problem, plan, 'mall')).toEqual([
      {
        teamId: 'A',
        isChosen: true,
        text: '第1组9月7日有人能去，没有要回避的；当天在东县；负担2点，各组在0至2点之间',
      },
      { teamId: 'B', isChosen: false, text: '能去，但各组负担的差距会从2变为4' },
      {
        teamId: 'C',
        isChosen: false,
        text: '哪一天都不能去，如9月7日只有1人可以去，需要2人（c1回避）',
      },
    ]);
  });
});
