import { neutralizer } from '#shared/rules/deductions/neutral-reason.ts';
import type { StoredRow } from '#main/core/packs/collect.ts';
import { type SchemaMap, sqlOf, type TableShape } from '#main/core/packs/schema-map.ts';
import { defineQuery, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretCampaignIds } from '#main/features/campaigns/index.ts';
import { revealedCredit } from '#main/features/credit/secret.ts';
import { unreleasedUids } from '#main/features/unreleased/index.ts';

/**
 * What tables that lie open do not show: unannounced campaigns that are not released, what came of them, and every row that
 * is nothing without one of these.
 */
export interface WithheldRows {
  /** Of all tables together. */
  count: number;
  has: (table: string, id: unknown) => boolean;
  /** What a cell may say: titles of such findings, and reasons of deductions for them, stand in texts of others as well. */
  told: (words: string) => string;
}

/** Columns that name a row of some table by its uid, without a foreign key. */
const namingColumns: readonly string[] = ['subject_uid', 'source_uid'];

const passages = defineQuery<{ words: typeof text }, { uids: string }>({
  name: 'exchange.secretPassages',
  sql: `SELECT title AS words FROM task WHERE uid IN (SELECT value FROM json_each(@uids))
    UNION SELECT reason FROM deduction JOIN task ON task.id = deduction.task_id
      WHERE task.uid IN (SELECT value FROM json_each(@uids))`,
  columns: { words: text },
});

export function withheldRows(db: ReadStore, map: SchemaMap): WithheldRows {
  const campaigns = secretCampaignIds(db);
  if (campaigns.length === 0) return { count: 0, has: () => false, told: (words) => words };
  // An enterprise of which more is known is told of, without what came of such a campaign.
  const told = new Set(revealedCredit(db).enterprises.map(({ uid }) => uid));
  const marked = unreleasedUids(db).filter((uid) => !told.has(uid));
  const hidden = new Map<string, Set<number>>([['campaign', new Set(campaigns)]]);
  const has: WithheldRows['has'] = (table, id) => hidden.get(table)?.has(Number(id)) === true;
  let before = -1;
  let uids = marked;
  while (countOf(hidden) > before) {
    before = countOf(hidden);
    for (const shape of map.values())
      for (const id of newlyHidden(db, shape, hidden, uids)) addTo(hidden, shape.name, id);
    uids = [...marked, ...uidsOf(db, map, hidden)];
  }
  const untold = {
    passages: db.all(passages, { uids: JSON.stringify(marked) }).map(({ words }) => words),
    places: [],
  };
  return { count: before, has, told: neutralizer(untold) };
}

function newlyHidden(
  db: ReadStore,
  { name, columns, references }: TableShape,
  hidden: ReadonlyMap<string, ReadonlySet<number>>,
  uids: readonly string[],
): number[] {
  const byUid = ['uid', ...namingColumns].filter((column) => columns.includes(column));
  const byReference = references.filter(
    ({ target, isPart, isRequired }) => (isPart || isRequired) && hidden.has(target),
  );
  const asked = [
    ...byUid.map((column) => ({ column, values: uids })),
    ...byReference.map(({ column, target }) => ({ column, values: [...(hidden.get(target) ?? [])] })),
  ];
  return asked.flatMap(({ column, values }) =>
    db
      .all(
        sqlOf<{ id: number }, { values: string }>(
          `SELECT id FROM "${name}" WHERE "${column}" IN (SELECT value FROM json_each(@values))`,
        ),
        { values: JSON.stringify(values) },
      )
      .map(({ id }) => id),
  );
}

/** Of the rows that are hidden so far. */
function uidsOf(db: ReadStore, map: SchemaMap, hidden: ReadonlyMap<string, ReadonlySet<number>>): string[] {
  return [...hidden].flatMap(([table, ids]) =>
    map.get(table)?.columns.includes('uid') === true
      ? db
          .all(
            sqlOf<StoredRow, { ids: string }>(
              `SELECT uid FROM "${table}" WHERE id IN (SELECT value FROM json_each(@ids))`,
            ),
            { ids: JSON.stringify([...ids]) },
          )
          .map(({ uid }) => String(uid))
      : [],
  );
}

function addTo(hidden: Map<string, Set<number>>, table: string, id: number): void {
  const known = hidden.get(table) ?? new Set();
  known.add(id);
  hidden.set(table, known);
}

function countOf(hidden: ReadonlyMap<string, ReadonlySet<number>>): number {
  return [...hidden.values()].reduce((sum, { size }) => sum + size, 0);
}
