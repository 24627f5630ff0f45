/** Edges of tracks (columns or rows) laid side by side: offsets[i] is where track i begins, the last is the total. */
export type Offsets = readonly number[];

/** First and last track, both included; last < first when there is none. */
export interface TrackWindow {
  readonly first: number;
  readonly last: number;
}

export function offsetsOf(sizes: readonly number[]): Offsets {
  const offsets = [0];
  let total = 0;
  for (const size of sizes) {
    total += size;
    offsets.push(total);
  }
  return offsets;
}

export function offsetAt(offsets: Offsets, index: number): number {
  return offsets[Math.max(0, Math.min(index, offsets.length - 1))] ?? 0;
}

/** Length from the start of one track to the end of another. */
export function spanOf(offsets: Offsets, first: number, last: number): number {
  return offsetAt(offsets, last + 1) - offsetAt(offsets, first);
}

export function totalOf(offsets: Offsets): number {
  return offsets.at(-1) ?? 0;
}

/** The track that covers a position; positions outside belong to the first or last track. */
export function trackAt(offsets: Offsets, position: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (offsetAt(offsets, middle) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The tracks to draw for a viewport, with `margin` more on both sides. Both ends are rounded outwards to
 * multiples of `margin`, so that most scroll steps draw nothing new.
 */
export function windowOf(offsets: Offsets, start: number, length: number, margin: number): TrackWindow {
  const count = offsets.length - 1;
  const first = Math.floor(trackAt(offsets, start) / margin) * margin - margin;
  const last = Math.ceil((trackAt(offsets, start + length) + 1) / margin) * margin + margin - 1;
  return { first: Math.max(0, first), last: Math.min(count - 1, last) };
}

/** The nearest scroll position that shows all of a track, or its start if it is longer than the viewport. */
export function scrollToShow(offsets: Offsets, index: number, scroll: number, viewport: number): number {
  const start = offsetAt(offsets, index);
  const end = offsetAt(offsets, index + 1);
  if (start < scroll || end - start > viewport) return start;
  return Math.max(scroll, end - viewport);
}
