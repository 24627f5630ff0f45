import { byKey, type Sha256 } from './canonical.ts';
import { Generator, take } from './generator.ts';
import { type Drawn, type FrozenPool, isRecused, type PoolInspector, type PoolObject } from './pool.ts';

/**
 * The draw of method v1, the same for the same pool and seed on any machine: first the objects of each class, then for
 * each of them its inspectors. The pool has passed `problemsOf`.
 */
export function drawFrom(pool: FrozenPool, seed: string, sha256: Sha256): Drawn[] {
  const objects = drawObjects(pool, seed, sha256);
  const crew = new Crew(pool.inspectors, new Generator(seed, 'inspectors', sha256));
  return objects.map((object) => ({
    classKey: object.classKey,
    objectKey: object.key,
    inspectorKeys: crew.drawFor(object, pool.perObject).map(({ key }) => key),
  }));
}

/** Class by class in the order of their keys; the punished first where the class says so. */
function drawObjects(pool: FrozenPool, seed: string, sha256: Sha256): PoolObject[] {
  const ofClass = Map.groupBy(byKey(pool.objects), ({ classKey }) => classKey);
  return byKey(pool.classes).flatMap(({ key, count, punishedFirst }) => {
    const objects = ofClass.get(key) ?? [];
    const generator = new Generator(seed, `objects ${key}`, sha256);
    const first = punishedFirst ? objects.filter(({ punished }) => punished) : [];
    const others = punishedFirst ? objects.filter(({ punished }) => !punished) : objects;
    const drawn = take(first, count, generator);
    return [...drawn, ...take(others, count - drawn.length, generator)];
  });
}

interface Member {
  inspector: PoolInspector;
  load: number;
}

/** Inspectors with how many objects each has: those with the fewest come first, and chance decides among them. */
class Crew {
  readonly #members: readonly Member[];
  readonly #avoided: ReadonlySet<string>;
  readonly #ableByPlaces = new Map<string, readonly Member[]>();
  readonly #generator: Generator;

  constructor(inspectors: readonly PoolInspector[], generator: Generator) {
    this.#members = byKey(inspectors).map((inspector) => ({ inspector, load: 0 }));
    this.#avoided = new Set(inspectors.flatMap(({ avoidsNames }) => avoidsNames));
    this.#generator = generator;
  }

  drawFor(object: PoolObject, count: number): PoolInspector[] {
    const able = this.#ableFor(object);
    const chosen: Member[] = [];
    let above = -1;
    while (chosen.length < Math.min(count, able.length)) {
      const load = leastLoadAbove(able, above);
      const equals = able.filter((member) => member.load === load);
      chosen.push(...take(equals, count - chosen.length, this.#generator));
      above = load;
    }
    for (const member of chosen) member.load += 1;
    return chosen.map(({ inspector }) => inspector);
  }

  /** In the order of keys. Who may go to a place is found once, unless somebody avoids the object by name. */
  #ableFor(object: PoolObject): readonly Member[] {
    const find = () => this.#members.filter(({ inspector }) => !isRecused(inspector, object));
    if (this.#avoided.has(object.name)) return find();
    const places = object.places.join(' ');
    const able = this.#ableByPlaces.get(places) ?? find();
    this.#ableByPlaces.set(places, able);
    return able;
  }
}

function leastLoadAbove(members: readonly Member[], above: number): number {
  return members.reduce(
    (least, { load }) => (load > above && load < least ? load : least),
    Number.POSITIVE_INFINITY,
  );
}
