import {
  type FrozenPool,
  isRecused,
  LEAST_INSPECTORS,
  METHOD,
  type PoolInspector,
  type PoolObject,
} from './pool.ts';

/** Why nothing can be drawn from a pool, each as a sentence that says what to do; none: it can. */
export function problemsOf(pool: FrozenPool): string[] {
  return [...methodProblems(pool), ...classProblems(pool), ...keyProblems(pool), ...inspectorProblems(pool)];
}

function methodProblems({ method }: FrozenPool): string[] {
  return method === METHOD ? [] : [`抽取方法“${method}”不是本程序认识的 ${METHOD}`];
}

function classProblems({ classes, objects }: FrozenPool): string[] {
  const sizes = countBy(objects.map(({ classKey }) => classKey));
  const known = new Set(classes.map(({ key }) => key));
  const few = classes.filter(({ key, count }) => count > (sizes.get(key) ?? 0));
  return [
    ...(classes.length === 0 ? ['没有选择要抽查的类别，请先选择'] : []),
    ...few.map(({ key, name, count }) => fewText(name, count, sizes.get(key) ?? 0)),
    ...objects
      .filter(({ classKey }) => !known.has(classKey))
      .map(({ name }) => `“${name}”不属于要抽查的类别`),
  ];
}

/** A new round is begun when the last one is drawn to its end, so that nobody is left out of it. */
function fewText(name: string, count: number, size: number): string {
  const round = size === 0 ? '开始新一轮' : `先把本月计划数改成已抽数加 ${size} 抽完这一轮，再开始新一轮补抽`;
  return `“${name}”应抽 ${count} 个，名单里只有 ${size} 个可抽。请核对排除的原因，补充对象，或者${round}`;
}

function keyProblems({ objects, inspectors }: FrozenPool): string[] {
  return [...objects, ...inspectors]
    .filter(hasCountOver(countBy([...objects, ...inspectors].map(({ key }) => key))))
    .map(({ name }) => `“${name}”在名单里重复`);
}

function inspectorProblems({ inspectors, objects, perObject, day }: FrozenPool): string[] {
  const expired = inspectors.filter(({ expiresOn }) => expiresOn < day);
  const short = shortOfInspectors({ inspectors, objects, perObject });
  return [
    ...(perObject < LEAST_INSPECTORS ? [`每个对象至少要抽 ${LEAST_INSPECTORS} 名检查人员`] : []),
    ...expired.map(({ name, expiresOn }) => `“${name}”的执法证件 ${expiresOn} 到期，不能抽取`),
    ...(inspectors.length < perObject
      ? [`可抽的检查人员只有 ${inspectors.length} 人，每个对象要 ${perObject} 人，请先补充有执法证件的人员`]
      : short.map(({ name }) => `“${name}”回避以后不足 ${perObject} 名检查人员`)),
  ];
}

interface Manned extends Pick<FrozenPool, 'objects' | 'perObject'> {
  inspectors: readonly Pick<PoolInspector, 'avoidsPlaces' | 'avoidsNames'>[];
}

/** Objects that recusal leaves with too few inspectors. */
export function shortOfInspectors({ inspectors, objects, perObject }: Manned): PoolObject[] {
  const avoided = new Set(inspectors.flatMap(({ avoidsNames }) => avoidsNames));
  // Thousands of objects stand in few places: who may go there is counted once for each.
  const freeByPlaces = new Map<string, number>();
  const countFree = (object: PoolObject): number =>
    inspectors.filter((inspector) => !isRecused(inspector, object)).length;
  return objects.filter((object) => {
    if (avoided.has(object.name)) return countFree(object) < perObject;
    const places = object.places.join(' ');
    const free = freeByPlaces.get(places) ?? countFree(object);
    freeByPlaces.set(places, free);
    return free < perObject;
  });
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function hasCountOver(counts: ReadonlyMap<string, number>): (item: { key: string }) => boolean {
  return ({ key }) => (counts.get(key) ?? 0) > 1;
}
