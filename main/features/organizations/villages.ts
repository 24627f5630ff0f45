import { openDivisions } from '#main/core/divisions/divisions.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { insertAll, type NewOrganization } from './add.ts';
import { shortList } from './short-list.ts';
import { nameNear, requireOrganization, statesUnder } from './states.ts';
import { requireValid } from './validity.ts';

/** Enters the villages of townships from the bundled divisions; those that are there already stay as they are. */
export function addVillages(
  { townshipUids }: { townshipUids: string[] },
  { db, today, resourcesFolder, summarize }: WriteContext,
): { added: number; withoutVillages: number } {
  const divisions = openDivisions(resourcesFolder);
  const items: NewOrganization[] = [];
  const filled: string[] = [];
  for (const uid of townshipUids) {
    const township = requireOrganization(db, uid);
    const present = new Set(statesUnder(db, township.id).map((state) => state.name));
    const missing = divisions.villages(township.code ?? '').filter(({ name }) => !present.has(name));
    if (missing.length > 0) filled.push(nameNear(db, township.id, today));
    for (const { code, name } of missing) {
      items.push({ level: 'village', parentId: township.id, name, shortName: '', marks: [], code });
    }
  }
  const ids = insertAll(db, items, { from: null, document: '', place: 'last', today });
  requireValid(db, ids);
  summarize(`${shortList(filled)}，${ids.length} 个村(社区)`);
  return { added: ids.length, withoutVillages: townshipUids.length - filled.length };
}
