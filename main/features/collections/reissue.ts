import type { collections as contract } from '#shared/contract/collections.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { ledgerOf, type Sources } from './origins.ts';
import { originOf, requireCollection, requireUnits } from './rows.ts';

type ReissueInput = Parameters<Handlers<typeof contract>['reissue']>[0];

/** What is asked stays; the rows of a ledger are those of today. The workbooks handed out before are of an old version. */
export function reissue(
  sources: Sources,
  { uid, unitUids }: ReissueInput,
  context: WriteContext,
): { uid: string } {
  const { db, summarize } = context;
  const collection = requireCollection(db, uid);
  const rows = ledgerOf(originOf(collection), sources)?.rowsOf(context);
  const units = requireUnits(db, collection, unitUids);
  for (const unit of units)
    db.update('collection_unit', unit.id, {
      version: unit.version + 1,
      handed_on: null,
      ...(rows === undefined ? {} : { given: JSON.stringify(rows.get(unit.organization_uid) ?? []) }),
    });
  summarize(`${collection.title}，${units.length} 个单位`);
  return { uid };
}
