/*
 * A write whose answer was lost may have happened. When the clerk presses the button again with the same
 * content, the same uid goes with it, and the core answers with the first result instead of writing twice.
 */
export interface RepeatUid {
  uidFor(input: unknown): string;
  /** The answer got lost: the next write with the same content is a repeat. */
  keep(input: unknown, uid: string): void;
}

export function createRepeatUid(fresh: () => string = () => crypto.randomUUID()): RepeatUid {
  let lost: { content: string; uid: string } | null = null;
  return {
    uidFor(input) {
      const kept = lost;
      lost = null;
      return kept !== null && kept.content === JSON.stringify(input) ? kept.uid : fresh();
    },
    keep(input, uid) {
      lost = { content: JSON.stringify(input), uid };
    },
  };
}
