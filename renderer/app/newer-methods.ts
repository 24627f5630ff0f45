/*
 * The floor is Chromium 109, the last that Windows 7 has; what the language has got since then is added where it is
 * missing. Loaded before everything else.
 */

/** What the table below adds: [where, name, how]. */
type Addition = readonly [target: object, name: string, method: (...given: never[]) => unknown];

export const additions: readonly Addition[] = [
  [Array.prototype, 'toSorted', toSorted],
  [Array.prototype, 'toReversed', toReversed],
  [Array.prototype, 'toSpliced', toSpliced],
  [Array.prototype, 'with', replaced],
  [Map, 'groupBy', groupBy],
  [Promise, 'withResolvers', withResolvers],
];

export function addNewerMethods(): void {
  for (const [target, name, value] of additions) {
    if (name in target) continue;
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

function toSorted(this: readonly unknown[], compare?: (one: unknown, other: unknown) => number): unknown[] {
  const copy = [...this];
  copy.sort(compare);
  return copy;
}

function toReversed(this: readonly unknown[]): unknown[] {
  const copy = [...this];
  copy.reverse();
  return copy;
}

function toSpliced(this: readonly unknown[], ...given: [number, number, ...unknown[]]): unknown[] {
  const copy = [...this];
  copy.splice(...given);
  return copy;
}

function replaced(this: readonly unknown[], index: number, value: unknown): unknown[] {
  const place = index < 0 ? this.length + index : index;
  if (place < 0 || place >= this.length) throw new RangeError('no such place');
  const copy = [...this];
  copy[place] = value;
  return copy;
}

function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item, index: number) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
    index += 1;
  }
  return groups;
}

function withResolvers<Value>(): Pick<PromiseWithResolvers<Value>, 'promise' | 'resolve' | 'reject'> {
  let settle: [resolve: (value: Value | PromiseLike<Value>) => void, reject: (reason?: unknown) => void] = [
    () => undefined,
    () => undefined,
  ];
  const promise = new Promise<Value>((...given) => {
    settle = given;
  });
  return { promise, resolve: settle[0], reject: settle[1] };
}

addNewerMethods();
