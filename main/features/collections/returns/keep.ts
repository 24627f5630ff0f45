import type { collectionReturns as contract, ReceivedFiles } from '#shared/contract/collection-returns.ts';
import { AppError } from '#shared/errors.ts';
import type { CollectedColumn } from '#shared/rules/collections/definition.ts';
import type { ReturnedRow } from '#shared/rules/collections/returns/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { sameValue } from '#main/core/patch.ts';
import { definitionOf, requireCollection } from '../rows.ts';
import { leftOutNote } from './left-out.ts';
import { type ReturnRow, returnsOfUnit, unitByUid } from './queries.ts';
import { type KeptReturn, keptReturns } from './kept-return.ts';
import { problemsOf, saidOf } from './rows.ts';

type Counts = Omit<ReceivedFiles, 'refused'>;

/** In the order in which they were read: of two tables of one unit the later one is the newer. */
export const keepReturns: Handlers<typeof contract>['keep'] = ({ uid }, context) => {
  const { db, payload, summarize } = context;
  const collection = requireCollection(db, uid);
  const { columns } = definitionOf(collection);
  if (payload === null) throw new AppError('notFound', { what: '读到的表' });
  const units = new Set<string>();
  const counts: Counts = { correct: 0, mustCorrect: 0, again: 0, units: [] };
  for (const table of keptReturns(payload)) {
    const unit = db.get(unitByUid, { uid: table.unitUid });
    // The unit was taken out while its table was being read.
    if (unit?.collection_uid !== uid) continue;
    units.add(unit.name);
    counts[keepOne(table, { unitId: unit.id, columns }, context)] += 1;
  }
  summarize(`${collection.title}，${units.size} 个单位`);
  return { ...counts, units: [...units] };
};

function keepOne(
  table: KeptReturn,
  { unitId, columns }: { unitId: number; columns: readonly CollectedColumn[] },
  { db, caller, now }: WriteContext,
): keyof Omit<Counts, 'units'> {
  const came = db.all(returnsOfUnit, { unitId });
  if (came.some(({ read_sha256 }) => read_sha256 === table.readSha256)) return 'again';
  const before = came.filter(({ state }) => state !== 'replaced');
  const last = before.at(-1);
  const note = last === undefined ? null : leftOutNote(saidOf(last), saidOf(table), columns);
  const { fileName, bytes, sha256, readSha256, source, state, said, problems } = table;
  for (const earlier of before)
    if (isReplaced(earlier, state, saidOf(table)))
      db.update('collection_return', earlier.id, { state: 'replaced' });
  db.insert('collection_return', {
    unit_id: unitId,
    file_name: fileName,
    bytes,
    sha256,
    read_sha256: readSha256,
    received_at: now,
    received_by: caller.userName,
    source,
    said,
    problems: note === null ? problems : JSON.stringify([...problemsOf(table), note]),
    state,
  });
  return state;
}

/**
 * A table that had to be corrected is, by whatever comes later; one in order only by one that says the same: what they
 * say differently is decided when they are merged.
 */
function isReplaced(earlier: ReturnRow, state: ReturnRow['state'], rows: readonly ReturnedRow[]): boolean {
  if (earlier.state === 'mustCorrect') return true;
  if (earlier.state !== 'correct' || state !== 'correct') return false;
  return sameValue(valuesOf(saidOf(earlier)), valuesOf(rows));
}

function valuesOf(rows: readonly ReturnedRow[]): unknown {
  return rows
    .map(({ key, values }) => ({ key, values }))
    .toSorted((one, other) => (one.key ?? '').localeCompare(other.key ?? ''));
}
