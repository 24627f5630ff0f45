import type { Random } from '#shared/random.ts';
import type { Occurrence } from './rule-inputs.ts';

/** Names that reasons may call. */
export interface Places {
  townships: readonly string[];
  keyTowns: readonly string[];
}

/** One of the sentences that fits what happened; empty where there are none. */
export function reasonFor(
  sentences: readonly string[],
  { words, severity }: Pick<Occurrence, 'words' | 'severity'>,
  { townships, keyTowns }: Places,
  random: Random,
): string {
  const place =
    severity === null
      ? random.integer(0, Math.max(0, sentences.length - 1))
      : Math.min(sentences.length - 1, Math.floor(severity * sentences.length));
  const sentence = sentences[place] ?? '';
  return sentence
    .replace('{n}', words.n ?? '')
    .replace('{v}', words.v ?? '')
    .replace('{c}', words.c ?? '')
    .replace('{t}', anyOf(townships, random))
    .replace('{k}', anyOf(keyTowns, random));
}

function anyOf(names: readonly string[], random: Random): string {
  return names[random.integer(0, Math.max(0, names.length - 1))] ?? '';
}
