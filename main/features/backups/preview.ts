import type { BackupPreview } from '#shared/contract/backups.ts';
import type { Role } from '#shared/rights.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { headById, lastHead } from '#main/core/store/log-queries.ts';
import { readFacts, type StoreFacts } from '#main/core/store/online-copy.ts';
import { defineQuery, integer, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { shownSummary } from '#main/features/history/shown-summary.ts';

const lastOperations = defineQuery({
  name: 'backups.lastOperations',
  sql: `SELECT at, user_name, name, label, summary FROM operation
    WHERE change_count > 0 AND name <> 'store.migrate' ORDER BY id DESC LIMIT 12`,
  columns: { at: integer, user_name: text, name: text, label: text, summary: text },
});

const operationsSince = defineQuery<{ count: typeof integer }, { id: number }>({
  name: 'backups.operationsSince',
  sql: 'SELECT count(*) AS count FROM operation WHERE id > @id AND change_count > 0',
  columns: { count: integer },
});

/** @param store of the backup @param roles of whoever looks at it */
export function comparePreview(
  facts: StoreFacts,
  store: ReadStore,
  roles: readonly Role[] | null,
  { db, dataFolder }: Pick<JobContext, 'db' | 'dataFolder'>,
): Pick<BackupPreview, 'tables' | 'operations' | 'later'> {
  const now = readFacts(dataFolder).rows;
  const names = [...new Set([...Object.keys(facts.rows), ...Object.keys(now)])];
  return {
    tables: names.map((table) => ({ table, kept: facts.rows[table] ?? 0, now: now[table] ?? 0 })),
    operations: store.all(lastOperations).map(({ at, user_name: userName, label, ...line }) => ({
      at,
      userName,
      label,
      summary: shownSummary(line, roles),
    })),
    later: laterOperations(facts, db),
  };
}

/** null where the backup's log is not the beginning of the present one. */
function laterOperations({ head }: StoreFacts, db: ReadStore): number | null {
  if (head === null || db.get(lastHead) === undefined) return null;
  if (db.get(headById, { id: head.operationId })?.hash !== head.hash) return null;
  return db.get(operationsSince, { id: head.operationId })?.count ?? 0;
}
