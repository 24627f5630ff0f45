import type { collections as contract } from '#shared/contract/collections.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { collectionBoard, listCollections } from './board.ts';
import { collectedTable } from './collected-table.ts';
import { createCollection, requireFreeTitle } from './create.ts';
import { offeredOrigins, type Sources } from './origins.ts';
import { proposeHandOut } from './propose.ts';
import { reissue } from './reissue.ts';
import { requireCollection, requireUnits } from './rows.ts';
import { addUnits, removeUnits } from './units.ts';

export { collectionDates } from './dates.ts';

/** Tables handed out to units and collected again (下发收集). */
export function collectionsWith(sources: Sources): Handlers<typeof contract> {
  return {
    list: (_input, context) => listCollections(sources, context),
    get: ({ uid }, context) => collectionBoard(uid, sources, context),
    origins: (_input, context) => offeredOrigins(sources, context),
    propose: ({ origin }, context) => proposeHandOut(origin, sources, context),
    create: (input, context) => createCollection(sources, input, context),
    update: updateCollection,

    remove({ uid }, { db, summarize }) {
      const { id, title } = requireCollection(db, uid);
      db.remove('collection', id);
      summarize(title);
      return { uid };
    },

    reissue: (input, context) => reissue(sources, input, context),

    addUnits: (input, context) => addUnits(sources, input, context),
    removeUnits,

    markHanded({ uid, unitUids }, { db, today, summarize }) {
      const collection = requireCollection(db, uid);
      const units = requireUnits(db, collection, unitUids);
      for (const { id } of units) db.update('collection_unit', id, { handed_on: today });
      summarize(`${collection.title}，${units.length} 个单位`);
      return { uid };
    },

    table: ({ uid }, { db }) => collectedTable(db, requireCollection(db, uid)),
  };
}

const updateCollection: Handlers<typeof contract>['update'] = (
  { uid, base, set },
  { db, summarize }: WriteContext,
) => {
  const row = requireCollection(db, uid);
  const { title, instruction, due_on: dueOn, closed_on: closedOn } = row;
  const changes = decidePatch({ title, instruction, dueOn, closedOn }, base, set);
  if (changes.title !== undefined) requireFreeTitle(db, changes.title);
  const next = { title, instruction, dueOn, closedOn, ...changes };
  db.update('collection', row.id, {
    title: next.title,
    instruction: next.instruction,
    due_on: next.dueOn,
    closed_on: next.closedOn,
  });
  summarize(next.title);
  return { uid };
};
