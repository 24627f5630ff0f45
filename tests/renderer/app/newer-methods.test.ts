import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNewerMethods, additions } from '#renderer/app/newer-methods.ts';

/** Works with the added method in place of the native one, as on Chromium 109. */
function without<Result>(name: string, work: () => Result): Result {
  const [target] = additions.find((addition) => addition[1] === name)!;
  const native = Object.getOwnPropertyDescriptor(target, name)!;
  Reflect.deleteProperty(target, name);
  addNewerMethods();
  try {
    expect(Reflect.get(target, name)).not.toBe(native.value);
    return work();
  } finally {
    Object.defineProperty(target, name, native);
  }
}

const same = (name: string, work: () => unknown) => expect(without(name, work)).toEqual(work());

describe('what Chromium 109 does not have yet', () => {
  it('does the same as the native method', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), fc.nat(5), (list, value, count) => {
        const last = -1;
        const start = list.length === 0 ? 0 : Math.abs(value) % list.length;
        same('toSorted', () => list.toSorted((one, other) => other - one));
        same('toReversed', () => list.toReversed());
        same('toSpliced', () => list.toSpliced(start, count));
        same('toSpliced', () => list.toSpliced(-1, 0, value, 7));
        same('groupBy', () => Map.groupBy(list, (item, index) => (item + index) % 3));
        if (list.length > 0) same('with', () => [list.with(start, value), list.with(last, value)]);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a place that is not there, and settles a promise from outside', async () => {
    expect(() => without('with', () => [1].with(3, 0))).toThrow(RangeError);
    const [kept, broken] = without('withResolvers', () => [
      Promise.withResolvers<number>(),
      Promise.withResolvers<number>(),
    ]);
    kept.resolve(3);
    broken.reject(new Error('no'));
    expect(await kept.promise).toBe(3);
    await expect(broken.promise).rejects.toThrow('no');
  });
});
