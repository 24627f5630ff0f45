/** Numbers that look random and are the same each time: the sample is always the same sample. */
export interface Random {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** Both bounds included. */
  integer(least: number, most: number): number;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** mulberry32: 32 bits of state are plenty for a few thousand cells. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function integer(least: number, most: number): number {
    return least + Math.floor(fraction() * (most - least + 1));
  }

  return {
    fraction,
    integer,
    shuffled: (items) =>
      items
        .map((item) => ({ item, key: fraction() }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ item }) => item),
  };
}
