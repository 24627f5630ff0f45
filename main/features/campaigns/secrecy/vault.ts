import { type KeyPair, unwrapKey, wrapKey } from '#main/core/secrecy/key-pair.ts';
import { openText, sealText } from '#main/core/secrecy/sealed-text.ts';

/** A key of a campaign; the highest generation seals, earlier ones still open what an undo brings back. */
export interface CampaignKey {
  generation: number;
  key: Buffer;
}

export interface WrappedKey {
  generation: number;
  wrapped: string;
}

/** A ciphertext is as long as its text: filled up to whole blocks it does not tell names by their length. */
const BLOCK_BYTES = 256;

/** Seals and opens what a campaign keeps secret; whoever holds it may know. */
export class Vault {
  /** The newest first. */
  readonly keys: readonly [CampaignKey, ...CampaignKey[]];

  constructor(keys: readonly [CampaignKey, ...CampaignKey[]]) {
    this.keys = keys;
  }

  /** @param place the row: TABLE/UID */
  seal(words: unknown, place: string): string {
    const text = JSON.stringify(words);
    const missing = -Buffer.byteLength(text) % BLOCK_BYTES;
    return sealText(this.keys[0].key, text + ' '.repeat(missing + BLOCK_BYTES), place);
  }

  open(sealed: string, place: string): unknown {
    for (const { key } of this.keys) {
      const text = openText(key, sealed, place);
      if (text !== null) return parse(text);
    }
    throw new Error(`${place} was sealed with another key`);
  }
}

export function wrapFor(openHalf: string, campaignUid: string, { generation, key }: CampaignKey): WrappedKey {
  return { generation, wrapped: wrapKey(key, openHalf, placeOf(campaignUid, generation)) };
}

/** @param wrapped the newest first. @returns null where the pair does not open the newest */
export function unwrapVault(
  campaignUid: string,
  wrapped: readonly WrappedKey[],
  pair: KeyPair,
): Vault | null {
  const [newest, ...earlier] = wrapped.map((one): CampaignKey | null => {
    const key = unwrapKey(one.wrapped, pair, placeOf(campaignUid, one.generation));
    return key && { generation: one.generation, key };
  });
  return newest == null ? null : new Vault([newest, ...earlier.filter((key) => key !== null)]);
}

function placeOf(campaignUid: string, generation: number): string {
  return `campaign/${campaignUid}/${generation}`;
}

/** Without the words that the parser's own error would quote. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('a sealed text is no JSON');
  }
}
