import { scoreEntrySchema, type ScoreEntry } from '../scoring/model.ts';

const NOTHING_SAID: ScoreEntry = { direct: null, inputs: {}, notApplicable: false, reason: '' };

/**
 * An entry as it is stored: the same entry always gives the same text, so that texts can be compared. What says
 * nothing is left out, because a cell is stored and sent more often than anything else.
 */
export function packEntry(entry: ScoreEntry): string {
  const ids = Object.keys(entry.inputs).toSorted();
  const inputs = Object.fromEntries(ids.map((id) => [id, packedInput(entry.inputs[id])]));
  const { direct, mean, notApplicable, reason } = entry;
  return JSON.stringify({
    ...(direct === null ? {} : { direct }),
    ...(mean === undefined ? {} : { mean }),
    ...(ids.length === 0 ? {} : { inputs }),
    ...(notApplicable ? { notApplicable } : {}),
    ...(reason === '' ? {} : { reason }),
  });
}

export function sameEntry(one: ScoreEntry | null, other: ScoreEntry | null): boolean {
  if (one === other) return true;
  return one !== null && other !== null && packEntry(one) === packEntry(other);
}

/** @throws when the text is no entry: the store holds only what `packEntry` wrote */
export function unpackEntry(text: string): ScoreEntry {
  return scoreEntrySchema.parse(readEntry(text));
}

/** The same without a check: what the core has stored has passed the schema, and 18 000 checks take a second. */
export function readEntry(text: string): ScoreEntry {
  const said: Partial<ScoreEntry> = JSON.parse(text);
  return { ...NOTHING_SAID, ...said };
}

/** Without fields that say nothing, and in one order. */
function packedInput(input: ScoreEntry['inputs'][string] | undefined): object {
  const known = Object.entries(input ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
