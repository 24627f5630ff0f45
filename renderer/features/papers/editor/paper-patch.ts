import type { Paper } from '#shared/rules/papers/model.ts';

/** A paper as the page holds it: its text and what the 发文稿纸 says of it. */
export interface PaperForm extends Paper {
  seriesUid: string;
  copies: number;
  scope: string;
}

type Parts = { [Name in keyof PaperForm]?: PaperForm[Name] | undefined };

export interface PaperPatch {
  uid: string;
  base: Parts;
  set: Parts;
}

/** What changed since the page saw it, part by part; null: nothing. */
export function patchOf(uid: string, seen: PaperForm, form: PaperForm): PaperPatch | null {
  const names = Object.keys(form) as (keyof PaperForm)[];
  const changed = names.filter((name) => JSON.stringify(seen[name]) !== JSON.stringify(form[name]));
  if (changed.length === 0) return null;
  const pick = (from: PaperForm): Parts => Object.fromEntries(changed.map((name) => [name, from[name]]));
  return { uid, base: pick(seen), set: pick(form) };
}
