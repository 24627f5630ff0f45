/** Pairs of neighbouring Chinese characters: what two texts share tells how much they are about one matter. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const [run] of text.normalize('NFKC').matchAll(/\p{Script=Han}{2,}/gu))
    for (let place = 0; place + 2 <= run.length; place += 1) pairs.add(run.slice(place, place + 2));
  return pairs;
}

export function sharedPairs(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((pair) => other.has(pair));
}
