import { createRandom } from '../../random.ts';

/*
 * Drawing without replacement from frozen pools. Each pool is shuffled by itself, from the seed and its own name:
 * what happens to the pool of one county changes nothing in another. The order in which a pool is handed in does not
 * matter, so that the same seed and the same ledger give the same result on any PC.
 */

export interface Pool {
  /** Unlike any other of the drawing: 城东区 人员密集场所. */
  name: string;
  count: number;
  /** Keys; what stands in several pools comes out of one at most, the earlier one. */
  items: readonly string[];
}

export interface DrawnPool {
  name: string;
  /** In the order in which they came out. */
  drawn: string[];
  /** How many there were to draw from. */
  available: number;
  /** How many the pool was short of. */
  missing: number;
}

export function draw(seed: number, pools: readonly Pool[]): DrawnPool[] {
  const gone = new Set<string>();
  return pools.map(({ name, count, items }) => {
    const candidates = [...new Set(items)].filter((item) => !gone.has(item)).toSorted(byKey);
    const shuffled = createRandom(seedOf(seed, name)).shuffled(candidates);
    const drawn = shuffled.slice(0, count);
    for (const item of drawn) gone.add(item);
    return { name, drawn, available: candidates.length, missing: count - drawn.length };
  });
}

function byKey(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over seed and name: neighbouring seeds and names shuffle in unlike ways. */
function seedOf(seed: number, name: string): number {
  let hash = FNV_OFFSET;
  for (const character of `${seed} ${name}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME) >>> 0;
  }
  return hash;
}

/** Seeds are short enough to be read out and written down. */
export const MOST_SEED = 999_999_999;
