import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, type CityTask, countCheck, type CountyTask } from '#shared/rules/county-plans/check.ts';
import { opinionBody, opinionParts, opinionSummary } from '#shared/rules/county-plans/opinion.ts';
import { proposeAnswers } from '#shared/rules/county-plans/propose.ts';
import { countyPlanState } from '#shared/rules/county-plans/state.ts';

function city(uid: string, title: string, more: Partial<CityTask> = {}): CityTask {
  const plain = { content: '', dueOn: '2026-11-30', units: '', isExpected: true, isAlone: false };
  return { uid, title, ...plain, ...more };
}

function county(uid: string, text: string, more: Partial<CountyTask> = {}): CountyTask {
  return { uid, text, unit: '县应急局', dueOn: '2026-11-20', answersUid: null, ...more };
}

describe('a plan against that of the city', () => {
  it('is in order where each task is answered in time by somebody', () => {
    const lines = checkPlan([city('a', '排查高层建筑')], [county('1', '排查高层建筑', { answersUid: 'a' })]);
    expect(countCheck(lines)).toEqual({ expected: 1, answered: 1, tasks: 1, problems: 0 });
    expect(opinionParts(lines)).toEqual([]);
  });

  it('shows task by task what is missing, late, without a unit, without a day or too little', () => {
    const lines = checkPlan(
      [
        city('a', '排查高层建筑'),
        city('b', '检查养老机构'),
        city('c', '消火栓完好率达到95%'),
        city('d', '只由别的县承担', { isExpected: false }),
      ],
      [
        county('1', '检查养老机构', { answersUid: 'b', dueOn: '2026-12-10', unit: '' }),
        county('2', '消火栓完好率达到90%', { answersUid: 'c', dueOn: null }),
        county('3', '开展县里的宣传'),
      ],
    );
    expect(lines.map((line) => [line.city?.uid ?? null, ...line.problems.map(({ kind }) => kind)])).toEqual([
      ['a', 'missing'],
      ['b', 'later', 'noUnit'],
      ['c', 'noDue', 'less'],
      [null],
    ]);
    expect(countCheck(lines)).toEqual({ expected: 3, answered: 2, tasks: 3, problems: 5 });
    expect(lines[1]!.problems[0]!.detail).toBe('晚 10 天');
    const parts = opinionParts(lines);
    expect(opinionSummary(parts)).toMatch(
      /^市方案的下列任务没有对应安排 1 项；下列任务的完成时限晚于市方案 1 项/u,
    );
    expect(parts[0]!.items).toEqual(['排查高层建筑（市方案时限2026年11月30日）']);
    const body = opinionBody({ countyPlan: '《甲》', cityPlan: '乙', parts, dueOn: '2026-12-01' });
    expect(JSON.stringify(body)).toContain('2026年12月1日');
  });

  it('says nothing of what does not concern the county, unless the county answers it after all', () => {
    const tasks = [city('a', '排查高层建筑'), city('b', '检查养老机构')];
    const own = county('1', '检查养老机构', { answersUid: 'b' });
    const exempt = [{ taskUid: 'a', reason: '本县没有高层建筑' }];
    const lines = checkPlan(tasks, [own], exempt);
    expect(lines[0]).toMatchObject({ exempt: '本县没有高层建筑', problems: [] });
    expect(countCheck(lines)).toEqual({ expected: 1, answered: 1, tasks: 1, problems: 0 });
    const answered = checkPlan(tasks, [own, county('2', '排查高层建筑', { answersUid: 'a' })], exempt);
    expect(answered[0]!.exempt).toBeNull();
    expect(countCheck(answered)).toMatchObject({ expected: 2, answered: 2 });
  });

  it('needs no day where the city sets none', () => {
    const lines = checkPlan(
      [city('a', '坚持夜间巡查', { dueOn: null })],
      [county('1', '坚持夜间巡查', { answersUid: 'a', dueOn: null })],
    );
    expect(lines[0]!.problems).toEqual([]);
  });

  it('keeps every task of the county on exactly one line, whatever it answers', () => {
    const uids = ['a', 'b', 'c', 'gone'];
    const answers = fc.array(fc.option(fc.constantFrom(...uids)), { maxLength: 20 });
    fc.assert(
      fc.property(answers, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (given, expected) => {
        const own = given.map((answersUid, place) => county(String(place), '任务', { answersUid }));
        const tasks = expected.map((isExpected, place) => city(uids[place]!, '任务', { isExpected }));
        const lines = checkPlan(tasks, own);
        const shown = lines.flatMap((line) => line.county.map(({ uid }) => uid));
        expect(shown.toSorted()).toEqual(own.map(({ uid }) => uid).toSorted());
        expect(countCheck(lines).expected).toBe(expected.filter(Boolean).length);
      }),
    );
  });
});

describe('which task of the city is meant', () => {
  const tasks = [
    { uid: 'a', title: '召开冬春火灾防控动员部署会' },
    { uid: 'b', title: '开展高层建筑火灾隐患排查' },
    { uid: 'c', title: '开展养老机构火灾隐患排查' },
  ];

  it.each([
    ['11月上旬召开全县冬春火灾防控工作动员会', 'a'],
    ['县住建局牵头对全县高层建筑逐栋排查', 'b'],
    ['民政局负责养老机构排查', 'c'],
  ])('by %s is proposed', (text, cityUid) => {
    expect(proposeAnswers(tasks, [{ uid: '1', text }])).toEqual([{ countyUid: '1', cityUid }]);
  });

  it('by words that all of them share is left open', () => {
    expect(proposeAnswers(tasks, [{ uid: '1', text: '开展火灾隐患排查' }])).toEqual([]);
    expect(proposeAnswers(tasks, [{ uid: '1', text: '购置巡逻车' }])).toEqual([]);
  });
});

describe('how far a plan is', () => {
  const dueOn = '2026-11-10';
  it.each([
    ['2026-11-10', { dueOn, receivedOn: null, decision: null }, 'open'],
    ['2026-11-11', { dueOn, receivedOn: null, decision: null }, 'late'],
    ['2026-11-20', { dueOn, receivedOn: '2026-11-12', decision: null }, 'received'],
    ['2026-11-20', { dueOn, receivedOn: '2026-11-12', decision: 'returned' }, 'returned'],
    ['2026-11-20', { dueOn, receivedOn: '2026-11-09', decision: 'checked' }, 'checked'],
  ] as const)('on %s, %o, is %s', (today, plan, state) => {
    expect(countyPlanState(plan, today)).toBe(state);
  });
});
