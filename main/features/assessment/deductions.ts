import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import { defineQuery, integer, type Row, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';

/* Deductions that findings and overdue tasks were proposed for, as the cells of a group know them. */

const columns = { object_uid: text, indicator_uid: text, title: text, is_finding: integer };

const deductionsInGroup = defineQuery<typeof columns, { groupId: number; state: 'waiting' | 'accepted' }>({
  name: 'assessment.deductionsInGroup',
  sql: `SELECT object.uid AS object_uid, indicator.uid AS indicator_uid, task.title AS title,
      finding.id IS NOT NULL AS is_finding
    FROM assessment_object AS object
    JOIN deduction ON deduction.object_id = object.id AND deduction.state = @state
    JOIN indicator ON indicator.id = deduction.indicator_id
    JOIN task ON task.id = deduction.task_id
    LEFT JOIN finding ON finding.task_id = task.id
    WHERE object.group_id = @groupId
    ORDER BY object.position, object.id, deduction.id`,
  columns,
});

interface WaitingCell {
  objectUid: string;
  indicatorUid: string;
  count: number;
}

/** Cells with proposals that nobody has decided, each once. */
export function cellsWaiting(db: ReadStore, groupId: number): WaitingCell[] {
  const cells = new Map<string, WaitingCell>();
  for (const row of db.all(deductionsInGroup, { groupId, state: 'waiting' })) {
    const key = keyOf(row);
    const count = (cells.get(key)?.count ?? 0) + 1;
    cells.set(key, { objectUid: row.object_uid, indicatorUid: row.indicator_uid, count });
  }
  return [...cells.values()];
}

/** What a score was taken down for: 问题隐患“河口商场：疏散通道堵塞”. */
export interface Ground {
  title: string;
  isFinding: boolean;
}

/** Grounds by cell. */
export type GroupGrounds = ReadonlyMap<string, readonly Ground[]>;

export function groundsInGroup(db: ReadStore, groupId: number): GroupGrounds {
  const rows = db.all(deductionsInGroup, { groupId, state: 'accepted' });
  const byCell = Map.groupBy(rows, (row) => keyOf(row));
  return new Map(
    [...byCell].map(([key, own]) => [
      key,
      own.map(({ title, is_finding }) => ({ title, isFinding: is_finding === 1 })),
    ]),
  );
}

function keyOf({ object_uid: objectUid, indicator_uid: indicatorUid }: Row<typeof columns>): string {
  return cellKey({ objectUid, indicatorUid });
}
