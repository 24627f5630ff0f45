import { v7 } from 'uuid';
import type { AppliesTo } from '#shared/contract/schemes.ts';
import type { SchemeContent } from '#shared/rules/schemes/content.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { insertTree, schemeValues } from './write-rows.ts';

interface NewVersion {
  version: number;
  familyUid: string;
  reason: string;
  /** Of the indicators that are copied, in the document's order. */
  families: readonly string[];
}

/** Adds a draft with its whole tree; the first of a family where no version is named. @returns its uid */
export function addScheme(
  db: WriteStore,
  content: SchemeContent & { appliesTo: AppliesTo },
  now: number,
  version?: NewVersion,
): string {
  const uid = v7();
  const id = db.insert('scheme', {
    uid,
    ...schemeValues(content),
    status: 'draft',
    version: version?.version ?? 1,
    family_uid: version?.familyUid ?? uid,
    version_reason: version?.reason ?? '',
    created_at: now,
  });
  insertTree(db, id, content.categories, version?.families);
  return uid;
}
