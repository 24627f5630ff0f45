import type { SchemeDetail } from '#shared/contract/schemes.ts';
import { schemeFindings } from '#shared/rules/schemes/findings.ts';
import { withSettings } from '#shared/rules/schemes/with-settings.ts';

export interface Patch {
  uid: string;
  base: object;
  set: object;
}

function patched<Item extends { uid: string }>(items: readonly Item[], { uid, set }: Patch): Item[] {
  return items.map((item) => (item.uid === uid ? { ...item, ...set } : item));
}

function patchedHead(detail: SchemeDetail, { set }: Patch): SchemeDetail {
  return { ...detail, ...set, settings: withSettings(detail.settings, set) ?? detail.settings };
}

/** The scheme as it will be once the patch of one of its parts was saved: what is shown while saving. */
export function applyPatch(detail: SchemeDetail, patch: Patch): SchemeDetail {
  const own = patch.uid === detail.uid ? patchedHead(detail, patch) : detail;
  const next = {
    ...own,
    categories: patched(detail.categories, patch),
    indicators: patched(detail.indicators, patch),
  };
  return { ...next, findings: schemeFindings(next) };
}
