/** An indicator as it is recognised again in another version of its scheme. */
export interface KinIndicator {
  uid: string;
  /** All versions of one indicator have the same. */
  family: string;
  number: string;
  content: string;
}

type KeyOf = (indicator: KinIndicator) => string;

/** The surest first; a wording counts only where neither side has it twice. */
const keys: readonly KeyOf[] = [
  ({ family }) => family,
  ({ number, content }) => JSON.stringify([number, content.trim()]),
  ({ content }) => content.trim(),
];

/** Which indicator of another version each one became, by uid; what has no successor is missing. */
export function successorsOf(
  from: readonly KinIndicator[],
  to: readonly KinIndicator[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const keyOf of keys) {
    const before = onlyOnes(
      from.filter(({ uid }) => !found.has(uid)),
      keyOf,
    );
    const after = onlyOnes(
      to.filter(({ uid }) => !taken.has(uid)),
      keyOf,
    );
    for (const [key, uid] of before) {
      const successor = after.get(key);
      if (successor === undefined) continue;
      found.set(uid, successor);
      taken.add(successor);
    }
  }
  return found;
}

function onlyOnes(indicators: readonly KinIndicator[], keyOf: KeyOf): Map<string, string> {
  const groups = Map.groupBy(indicators, keyOf);
  return new Map(
    [...groups].flatMap(([key, own]) => (own.length === 1 && own[0] ? [[key, own[0].uid] as const] : [])),
  );
}
