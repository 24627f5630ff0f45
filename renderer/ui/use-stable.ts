import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/*
 * What is made anew each time a page is drawn makes a list below it draw all its rows anew, though nothing of
 * them has changed. These keep it as it was.
 */

/** One and the same function for good, which calls the newest one given; for events only, not to be called while drawing. */
export function useStable<Args extends readonly unknown[]>(
  call: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}

/** The list itself, or as long as it holds the same as the one before, that one. */
export function useSameList<Item>(list: readonly Item[]): readonly Item[] {
  const [kept, setKept] = useState(list);
  if (holdSame(kept, list)) return kept;
  setKept(list);
  return list;
}

/** The value as it was when `since` became what it is: the function of a row, say, that came with these columns. */
export function useAsOf<Value>(value: Value, since: unknown): Value {
  const [kept, setKept] = useState({ value, since });
  if (kept.since === since) return kept.value;
  setKept({ value, since });
  return value;
}

function holdSame<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one === other || (one.length === other.length && one.every((item, place) => item === other[place]));
}
