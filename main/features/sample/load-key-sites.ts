import * as z from 'zod';
import { daySchema } from '#shared/contract/fields.ts';
import type { NewKeySite } from '#shared/contract/key-sites.ts';
import type { Term } from '#shared/contract/terms.ts';
import { createRandom, type Random } from '#shared/random.ts';
import type { RunOperation } from './run-operation.ts';

export const keySitesSchema = z.object({
  seed: z.int(),
  perCounty: z.int(),
  surnames: z.array(z.string()),
  givenNames: z.array(z.string()),
  streets: z.array(z.string()),
  /** {place}: the township without its last word. */
  patterns: z.array(z.object({ name: z.string(), trade: z.string(), kinds: z.array(z.string()) })),
  /** So many have left the ledger on that day. */
  closed: z.object({ count: z.int(), day: daySchema }),
  /** So many were entered twice, once without an address. */
  duplicates: z.int(),
});
export type SampleKeySites = z.infer<typeof keySitesSchema>;

/** The ledger of key sites: in every county some of each trade, spread over its townships. */
export async function loadKeySites(run: RunOperation, data: SampleKeySites): Promise<void> {
  const nodes = await run('organizations', 'tree', { day: null });
  const terms = await run('keySites', 'terms', undefined);
  const random = createRandom(data.seed);
  const items = nodes
    .filter(({ level }) => level === 'county')
    .flatMap((county) => {
      const townships = nodes.filter(
        ({ parentUid, level }) => parentUid === county.uid && level === 'township',
      );
      return random
        .shuffled(data.patterns)
        .slice(0, data.perCounty)
        .map((pattern, index) => {
          const township = townships[index % townships.length] ?? county;
          return siteOf(pattern, { township, data, terms, random });
        });
    });
  const twice = items
    .slice(0, data.duplicates)
    .map((site) => ({ ...site, address: '', phone: '', kindUids: [] }));
  const { uids } = await run('keySites', 'add', { items: [...items, ...twice] });
  const { count, day } = data.closed;
  await run('keySites', 'close', { uids: random.shuffled(uids.slice(data.duplicates)).slice(0, count), day });
}

interface Around {
  township: { uid: string; name: string };
  data: SampleKeySites;
  terms: { trades: Term[]; kinds: Term[] };
  random: Random;
}

function siteOf(
  { name, trade, kinds }: SampleKeySites['patterns'][number],
  { township, data, terms, random }: Around,
): NewKeySite {
  const one = (from: readonly string[]): string => from[random.integer(0, from.length - 1)] ?? '';
  const uidOf = (list: readonly Term[], wanted: string): string[] =>
    list.filter((term) => term.name === wanted).map(({ uid }) => uid);
  const place = township.name.replace(/(?:街道|镇|乡)$/u, '');
  return {
    name: name.replace('{place}', place),
    organizationUid: township.uid,
    address: `${one(data.streets)}${random.integer(1, 180)}号`,
    tradeUid: uidOf(terms.trades, trade)[0] ?? null,
    kindUids: kinds.flatMap((kind) => uidOf(terms.kinds, kind)),
    responsiblePerson: `${one(data.surnames)}${one(data.givenNames)}`,
    phone: `0500-${random.integer(2_000_000, 8_999_999)}`,
    note: '',
  };
}
