import { describe, expect, it } from 'vitest';
import { inspectorExclusion, objectExclusion } from '#shared/rules/random-inspection/exclusion.ts';
import { problemsOf } from '#shared/rules/random-inspection/problems.ts';
import { aFrozenPool, aPoolInspector } from '#tests/support/builders/frozen-pool.ts';

const DAY = '2026-11-02';

describe('a pool', () => {
  it('that is smaller than what is required cannot be drawn from, and says what to do', () => {
    const classes = [{ key: 'crowded', name: '人员密集场所', count: 11, punishedFirst: false }];
    expect(problemsOf(aFrozenPool({ classes }))).toEqual([
      '“人员密集场所”应抽 11 个，名单里只有 10 个可抽。请核对排除的原因，补充对象，或者先把本月计划数改成已抽数加 10 抽完这一轮，再开始新一轮补抽',
    ]);
    const none = aFrozenPool({ classes, objects: [] });
    expect(problemsOf(none)[0]).toContain('或者开始新一轮');
  });

  it('takes no expired certificate, no lone inspector and nobody twice', () => {
    const expired = aPoolInspector({ key: 'e', name: '张三', expiresOn: '2026-11-01' });
    const others = ['a', 'b'].map((key) => aPoolInspector({ key }));
    expect(problemsOf(aFrozenPool({ inspectors: [...others, expired] }))).toEqual([
      '“张三”的执法证件 2026-11-01 到期，不能抽取',
    ]);
    expect(problemsOf(aFrozenPool({ inspectors: [aPoolInspector({ key: 'a' })] }))[0]).toContain('只有 1 人');
    expect(problemsOf(aFrozenPool({ perObject: 1 }))).toContain('每个对象至少要抽 2 名检查人员');
    const twice = aPoolInspector({ key: 'a', name: '李四' });
    expect(problemsOf(aFrozenPool({ inspectors: [twice, twice, ...others] }))).toContain(
      '“李四”在名单里重复',
    );
  });

  it('names the objects that recusal leaves with too few inspectors, by place and by name', () => {
    const inspectors = [
      aPoolInspector({ key: 'a' }),
      aPoolInspector({ key: 'b', avoidsNames: ['单位 object 4'] }),
    ];
    expect(problemsOf(aFrozenPool({ inspectors }))).toEqual(['“单位 object 4”回避以后不足 2 名检查人员']);
    const local = [aPoolInspector({ key: 'c', avoidsPlaces: ['county east'] }), aPoolInspector({ key: 'd' })];
    expect(problemsOf(aFrozenPool({ inspectors: local }))).toHaveLength(10);
  });

  it('of another method is not taken for this one', () => {
    expect(problemsOf(aFrozenPool({ method: 'v2' }))).toEqual(['抽取方法“v2”不是本程序认识的 v1']);
  });
});

describe('objects', () => {
  const free = { closedOn: null, validUntil: null, heldReason: '', drawnOn: null, otherVisit: null };

  it.each([
    [free, null],
    [{ ...free, closedOn: DAY }, '2026-11-02 起停业或退出'],
    [{ ...free, closedOn: '2026-11-03' }, null],
    [{ ...free, validUntil: '2026-11-01' }, '入库有效期至 2026-11-01'],
    [{ ...free, validUntil: DAY }, null],
    [{ ...free, heldReason: '投诉举报核查中' }, '不参加抽取：投诉举报核查中'],
    [{ ...free, drawnOn: '2026-03-05' }, '本轮 2026-03-05 已抽过'],
    [
      { ...free, otherVisit: { day: '2026-10-20', by: '国庆督查' } },
      '2026-10-20 国庆督查，30 天内不重复检查',
    ],
    [{ ...free, otherVisit: { day: '2026-10-03', by: '国庆督查' } }, null],
  ])('are left out with the reason that holds: %j', (standing, reason) => {
    expect(objectExclusion(standing, DAY, 30)?.reason ?? null).toBe(reason);
  });
});

describe('inspectors', () => {
  const able = { leftOn: null, certificate: '湘 A', expiresOn: DAY, validUntil: null, leave: [] };
  const away = { firstDay: '2026-11-02', lastDay: '2026-11-20', reason: '外出培训' };

  it.each([
    [able, null],
    [{ ...able, leftOn: DAY }, '2026-11-02 起离开'],
    [{ ...able, certificate: '' }, '没有登记执法证件'],
    [{ ...able, expiresOn: null }, '没有登记证件有效期'],
    [{ ...able, expiresOn: '2026-11-01' }, '执法证件 2026-11-01 到期'],
    [{ ...able, validUntil: '2026-11-01' }, '入库有效期至 2026-11-01'],
    [{ ...able, leave: [away] }, '请假：2026-11-02至2026-11-20 外出培训'],
    [{ ...able, leave: [{ ...away, firstDay: '2026-11-03' }] }, null],
    [{ ...able, leave: [{ ...away, lastDay: '2026-11-02' }] }, '请假：2026-11-02 外出培训'],
  ])('are left out with the reason that holds: %j', (standing, reason) => {
    expect(inspectorExclusion(standing, DAY)).toBe(reason);
  });

  it('are left out where they are on leave when what is drawn can be inspected first', () => {
    const inDecember = { ...able, leave: [{ firstDay: '2026-12-01', lastDay: '2026-12-05', reason: '' }] };
    expect(inspectorExclusion(inDecember, DAY)).toBeNull();
    expect(inspectorExclusion(inDecember, DAY, '2026-12-01')).toBe('请假：2026-12-01至2026-12-05');
    expect(inspectorExclusion(inDecember, DAY, '2026-12-06')).toBeNull();
  });
});
