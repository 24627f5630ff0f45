import type { PackValue } from './model.ts';

export type CellDecision = 'same' | 'ours' | 'theirs' | 'conflict';

interface Cell {
  ours: PackValue;
  theirs: PackValue;
  /** Digests of what stood here before, and of what stood there. */
  oursBefore: ReadonlySet<string>;
  theirsBefore: ReadonlySet<string>;
  digestOf: (value: PackValue) => string;
  /** It refers to something that packs do not carry: there it may be missing though nobody took it away. */
  isLoose: boolean;
}

/**
 * Whose value counts. The side that has had the other's value before and changed it since is the newer one; where neither
 * or both have, only a clerk can tell. So nothing that was entered here and is unknown there is ever replaced.
 */
export function decideCell({
  ours,
  theirs,
  oursBefore,
  theirsBefore,
  digestOf,
  isLoose,
}: Cell): CellDecision {
  if (ours === theirs) return 'same';
  if (isLoose && theirs === null) return 'ours';
  if (isLoose && ours === null) return 'theirs';
  const theyKnewOurs = theirsBefore.has(digestOf(ours));
  const weKnewTheirs = oursBefore.has(digestOf(theirs));
  if (theyKnewOurs === weKnewTheirs) return 'conflict';
  return theyKnewOurs ? 'theirs' : 'ours';
}
