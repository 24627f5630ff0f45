import type { RosterPosition } from '#shared/rules/rosters/model.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { aliasesOf } from '#main/core/terms.ts';
import { allPositions, type PositionRow, positionUse } from './queries.ts';

export function listPositions(db: ReadStore): RosterPosition[] {
  return db.all(allPositions).map(toPosition);
}

function toPosition(row: PositionRow): RosterPosition {
  return {
    uid: row.uid,
    role: row.role,
    name: row.name,
    aliases: aliasesOf(row),
    single: row.single === 1,
    required: row.required === 1,
  };
}

/** @throws AppError notFound */
export function requirePosition(db: ReadStore, uid: string): PositionRow {
  const row = db.all(allPositions).find((position) => position.uid === uid);
  if (row === undefined) throw new AppError('notFound', { what: '该职位' });
  return row;
}

interface WantedPosition {
  uid: string | null;
  name: string;
  aliases: string[];
  single: boolean;
  required: boolean;
}

/** The whole list as the office wants it; what still holds appointments stays. */
export function setPositions(
  { base, positions }: { base: RosterPosition[]; positions: WantedPosition[] },
  { db, summarize }: WriteContext,
): { count: number } {
  // The list is one field: two clerks at it at the same time see each other's.
  const stored = listPositions(db);
  decidePatch<{ positions: readonly unknown[] }>({ positions: stored }, { positions: base }, { positions });
  requireDistinctWords(positions);
  const kept = new Set(positions.map(({ uid }) => uid));
  for (const row of db.all(allPositions)) {
    if (kept.has(row.uid)) continue;
    const used = db.get(positionUse, { positionId: row.id })?.count ?? 0;
    if (used > 0) throw new AppError('inUse', { what: `职位“${row.name}”`, by: ` ${used} 条任职记录` });
    db.remove('committee_position', row.id);
  }
  for (const [index, { uid, name, aliases, single, required }] of positions.entries()) {
    const columns = {
      name,
      aliases: JSON.stringify(aliases),
      protocol_order: index + 1,
      single: single ? 1 : 0,
      required: required ? 1 : 0,
    };
    if (uid === null) db.insert('committee_position', { ...columns, role: 'other' });
    else db.update('committee_position', requirePosition(db, uid).id, columns);
  }
  summarize(positions.map(({ name }) => name).join('、'));
  return { count: positions.length };
}

/** A word in a pasted list must mean one position only. */
function requireDistinctWords(positions: readonly WantedPosition[]): void {
  const seen = new Set<string>();
  for (const word of positions.flatMap(({ name, aliases }) => [name, ...new Set(aliases)])) {
    if (seen.has(word)) throw new AppError('duplicate', { what: '职位名称或别称', value: word });
    seen.add(word);
  }
}
