import {
  METHOD,
  type FrozenPool,
  type PoolInspector,
  type PoolObject,
} from '#shared/rules/random-inspection/pool.ts';

export function aPoolObject(given: Partial<PoolObject> & { key: string }): PoolObject {
  return {
    name: `单位 ${given.key}`,
    classKey: 'crowded',
    punished: false,
    places: ['county east'],
    ...given,
  };
}

export function aPoolInspector(given: Partial<PoolInspector> & { key: string }): PoolInspector {
  return {
    name: `检查员 ${given.key}`,
    certificate: `湘证 ${given.key}`,
    expiresOn: '2027-12-31',
    avoidsPlaces: [],
    avoidsNames: [],
    ...given,
  };
}

/** Ten objects of one class of which three are drawn, and four inspectors. */
export function aFrozenPool(given: Partial<FrozenPool> = {}): FrozenPool {
  return {
    method: METHOD,
    title: '2026 年度抽查计划 2026 年 11 月',
    day: '2026-11-02',
    perObject: 2,
    classes: [{ key: 'crowded', name: '人员密集场所', count: 3, punishedFirst: false }],
    objects: Array.from({ length: 10 }, (_, place) => aPoolObject({ key: `object ${place}` })),
    inspectors: ['a', 'b', 'c', 'd'].map((key) => aPoolInspector({ key: `inspector ${key}` })),
    leftOut: [
      { key: 'object closed', name: '停业的商场', kind: 'object', reason: '2026-10-01 起停业或退出' },
    ],
    ...given,
  };
}
