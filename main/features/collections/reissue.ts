import type { collections as contract } from '#shared/contract/collections.ts';
import { versionProblem } from '#shared/rules/collections/returns/recognize.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { ledgerOf, type Sources } from './origins.ts';
import { type ReturnRow, returnsOfUnit } from './returns/queries.ts';
import { problemsOf } from './returns/rows.ts';
import { originOf, requireCollection, requireUnits } from './rows.ts';

type ReissueInput = Parameters<Handlers<typeof contract>['reissue']>[0];

/**
 * What is asked stays; the rows of a ledger are those of today. The workbooks handed out before are of an old version,
 * also those that have come back and are not merged.
 */
export function reissue(
  sources: Sources,
  { uid, unitUids }: ReissueInput,
  context: WriteContext,
): { uid: string } {
  const { db, summarize } = context;
  const collection = requireCollection(db, uid);
  const rows = ledgerOf(originOf(collection), sources)?.rowsOf(context);
  const units = requireUnits(db, collection, unitUids);
  for (const unit of units) {
    const problem = versionProblem(unit.version, unit.version + 1);
    for (const open of db.all(returnsOfUnit, { unitId: unit.id }).filter(({ state }) => isOpen(state)))
      db.update('collection_return', open.id, {
        state: 'mustCorrect',
        problems: JSON.stringify([problem, ...problemsOf(open).filter(({ kind }) => kind !== 'version')]),
      });
    db.update('collection_unit', unit.id, {
      version: unit.version + 1,
      handed_on: null,
      ...(rows === undefined ? {} : { given: JSON.stringify(rows.get(unit.organization_uid) ?? []) }),
    });
  }
  summarize(`${collection.title}，${units.length} 个单位`);
  return { uid };
}

function isOpen(state: ReturnRow['state']): boolean {
  return state === 'correct' || state === 'mustCorrect';
}
