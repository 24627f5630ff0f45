import type { Sha256 } from './canonical.ts';

const WORD = 4;
const WORD_VALUES = 2 ** 32;

/**
 * Numbers from a seed: block n is the SHA-256 of `seed|label|n`, n from 0, read as eight numbers of 32 bits, the
 * highest byte first. Each label has a row of numbers of its own.
 */
export class Generator {
  readonly #prefix: string;
  readonly #sha256: Sha256;
  #block: Uint8Array = new Uint8Array();
  #place = 0;
  #count = 0;

  constructor(seed: string, label: string, sha256: Sha256) {
    this.#prefix = `${seed}|${label}|`;
    this.#sha256 = sha256;
  }

  /**
   * From 0 up to, not including, `most`, each equally likely: numbers above the largest multiple of `most` are passed
   * over, or the small ones would come more often.
   */
  below(most: number): number {
    const limit = WORD_VALUES - (WORD_VALUES % most);
    let word = this.#word();
    while (word >= limit) word = this.#word();
    return word % most;
  }

  #word(): number {
    if (this.#place >= this.#block.length) {
      this.#block = this.#sha256(`${this.#prefix}${this.#count}`);
      this.#count += 1;
      this.#place = 0;
    }
    const [first = 0, second = 0, third = 0, fourth = 0] = this.#block.subarray(
      this.#place,
      this.#place + WORD,
    );
    this.#place += WORD;
    return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
  }
}

/** The first `count` of a Fisher–Yates shuffle, without shuffling the rest. */
export function take<Item>(items: readonly Item[], count: number, generator: Generator): Item[] {
  const rest = [...items];
  const taken: Item[] = [];
  for (let left = rest.length; left > 0 && taken.length < count; left -= 1) {
    const place = generator.below(left);
    taken.push(rest[place] as Item);
    rest[place] = rest[left - 1] as Item;
  }
  return taken;
}
