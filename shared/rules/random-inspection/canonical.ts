import type { FrozenPool, Witness } from './pool.ts';

/** SHA-256 of a text's UTF-8 bytes. Handed in: this layer knows no platform. */
export type Sha256 = (text: string) => Uint8Array;

/**
 * The pool as one text: each line a JSON list that begins with what it tells, lines of a kind ordered by key as UTF-16
 * code units, line feeds between them and none at the end. In whatever order the pool was read, the text is the same.
 */
function canonicalText(pool: FrozenPool): string {
  const { method, title, day, perObject } = pool;
  return [
    ['pool', method, title, day, perObject],
    ...byKey(pool.classes).map((each) => ['class', each.key, each.name, each.count, each.punishedFirst]),
    ...byKey(pool.objects).map((each) => [
      'object',
      each.key,
      each.name,
      each.classKey,
      each.punished,
      each.places.toSorted(),
    ]),
    ...byKey(pool.inspectors).map((each) => [
      'inspector',
      each.key,
      each.name,
      each.certificate,
      each.expiresOn,
      each.avoidsPlaces.toSorted(),
      each.avoidsNames.toSorted(),
    ]),
    ...byKey(pool.leftOut).map((each) => ['leftOut', each.key, each.name, each.kind, each.reason]),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

export function fingerprintOf(pool: FrozenPool, sha256: Sha256): string {
  return hex(sha256(canonicalText(pool)));
}

/** The fingerprint, then each witness in the order in which they spoke: nobody knows the seed before the last has. */
export function seedOf(fingerprint: string, witnesses: readonly Witness[], sha256: Sha256): string {
  const lines = witnesses.map(({ name, text }) => JSON.stringify(['witness', name, text]));
  return hex(sha256([fingerprint, ...lines].join('\n')));
}

/** Ordered by code units, as everywhere in the method: the same on any machine and in any language. */
export function byKey<Item extends { key: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((one, other) => {
    if (one.key === other.key) return 0;
    return one.key < other.key ? -1 : 1;
  });
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
