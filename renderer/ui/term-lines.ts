import type { SeenTerm, Term, WantedTerm } from '#shared/contract/terms.ts';

/** A term while the list is edited. */
export interface TermLine {
  key: string;
  uid: string | null;
  name: string;
  /** As typed, parted by 、. */
  aliases: string;
  /** Cannot be removed. */
  stays: boolean;
}

export function lineOf({ uid, name, aliases }: Term, stays: boolean): TermLine {
  return { key: uid, uid, name, aliases: aliases.join('、'), stays };
}

export function seenTerm({ uid, name, aliases }: Term): SeenTerm {
  return { uid, name, aliases };
}

export function wantedTerm({ uid, name, aliases }: TermLine): WantedTerm {
  return { uid, name, aliases: aliases.split(/[、，,;；\s]+/u).filter((alias) => alias !== '') };
}
