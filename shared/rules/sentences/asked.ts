import type { Placed } from './chunks.ts';
import type { Bound } from './measures.ts';

/** 每月至少1次, 每个社区不少于2名: every time but 每年, which is what a scheme judges. */
const REPEATED = /每(?!个?年)/u;

/** The last number or share that is asked for. */
export function askedIn(chunks: readonly Placed[]): Bound | null {
  const place = chunks.findLastIndex(({ type }) => type === 'bound');
  const asked = chunks[place];
  if (asked?.type !== 'bound') return null;
  const begin = chunks.slice(0, place).findLastIndex(({ type }) => type === 'break') + 1;
  const isRepeated = chunks
    .slice(begin, place)
    .some((chunk) => chunk.type === 'count' || (chunk.type === 'text' && REPEATED.test(chunk.text)));
  return isRepeated ? { ...asked, isRepeated } : asked;
}
