/** Reading the log: operations, the changes of one operation, the past of one row or cell. */
import { parseImage, type RowImage } from './chain.ts';
import { changesBetween, changesOfRow, operationById, operationByUid } from './log-queries.ts';
import { defineQuery, integer, nullableText, oneOf, text } from './query.ts';
import type { ReadStore } from './read-store.ts';

type CellValue = string | number | null;

/** All conditions hold together; null means any. */
export interface HistoryFilter {
  readonly userName: string | null;
  readonly operationName: string | null;
  /** Instants, UTC milliseconds: from <= at < to. */
  readonly from: number | null;
  readonly to: number | null;
  /** Part of label, summary or user name. */
  readonly text: string | null;
  /** JSON list of operations and features: `text` is looked for in their summaries alone. */
  readonly readable: string | null;
  readonly table: string | null;
  /** Only together with `table`: the local id of a row. */
  readonly rowId: number | null;
}

export const anyOperation: HistoryFilter = {
  userName: null,
  operationName: null,
  from: null,
  to: null,
  text: null,
  readable: null,
  table: null,
  rowId: null,
};

const listColumns = {
  number: integer,
  uid: text,
  name: text,
  label: text,
  at: integer,
  user_name: text,
  host: oneOf('electron', 'browser', 'cli'),
  summary: text,
  outcome: oneOf('done', 'failed', 'refused'),
  undo: oneOf('reversible', 'compensated', 'final'),
  undone: integer,
  change_start: integer,
  change_count: integer,
  /** What was said to whoever was refused; of a save that went wrong, what went wrong. */
  reason: nullableText,
};

const matches = `(@userName IS NULL OR user_name = @userName)
  AND (@operationName IS NULL OR name = @operationName)
  AND (@from IS NULL OR at >= @from) AND (@to IS NULL OR at < @to)
  AND (@text IS NULL OR instr(label, @text) OR instr(user_name, @text) OR instr(summary, @text)
    AND (@readable IS NULL OR name IN (SELECT value FROM json_each(@readable))
      OR substr(name, 1, instr(name, '.') - 1) IN (SELECT value FROM json_each(@readable))))
  AND (@table IS NULL OR id IN (SELECT operation_id FROM row_change
    WHERE table_name = @table AND (@rowId IS NULL OR row_id = @rowId)))`;

/** The words of such an error are the runtime's own. */
const unforeseen = '程序内部出错，没有保存；出错的情况在错误日志里，请告诉维护人员';

const operationPage = defineQuery<
  typeof listColumns,
  HistoryFilter & { before: number | null; limit: number }
>({
  name: 'store.operationPage',
  sql: `SELECT id AS number, uid, name, label, at, user_name, host, summary, outcome, undo, change_start, change_count,
      CASE WHEN outcome <> 'done' AND json_valid(result) THEN
        CASE WHEN result ->> 'code' <> '' THEN result ->> 'message' ELSE '${unforeseen}' END END AS reason,
      EXISTS (SELECT 1 FROM operation AS taking
        WHERE taking.outcome = 'done' AND taking.undoes_id IN (operation.id,
          (SELECT id FROM operation AS completing WHERE completing.continues_id = operation.id))) AS undone
    FROM operation WHERE (@before IS NULL OR id < @before) AND ${matches} ORDER BY id DESC LIMIT @limit`,
  columns: listColumns,
});

const operationCount = defineQuery<{ count: typeof integer }, HistoryFilter>({
  name: 'store.operationCount',
  sql: `SELECT count(*) AS count FROM operation WHERE ${matches}`,
  columns: { count: integer },
});

/** Newest first. @param page `before`: the number of the last operation already shown */
export function listOperations(
  store: ReadStore,
  filter: HistoryFilter,
  page: { before: number | null; limit: number },
) {
  return store.all(operationPage, { ...filter, ...page });
}

export function countOperations(store: ReadStore, filter: HistoryFilter): number {
  return store.get(operationCount, filter)?.count ?? 0;
}

export interface ChangedRow {
  readonly table: string;
  readonly rowUid: string;
  readonly kind: 'insert' | 'update' | 'delete';
  /** The whole row, as it was left or as it went. */
  readonly image: RowImage;
  /** The columns that differ, in the order of the table. */
  readonly columns: readonly {
    readonly column: string;
    readonly before: CellValue;
    readonly after: CellValue;
  }[];
}

/** What one operation changed, in order; undefined when there is no such operation. */
export function operationChanges(store: ReadStore, operationUid: string): ChangedRow[] | undefined {
  const operation = store.get(operationByUid, { uid: operationUid });
  if (operation === undefined) return undefined;
  return [...changedRows(store, operation)];
}

/** The same, row by row. */
export function* changedRows(
  store: ReadStore,
  { change_start: start, change_count: count }: { change_start: number; change_count: number },
): Generator<ChangedRow> {
  for (const change of store.iterate(changesBetween, { start, end: start + count })) {
    const [before, after] = [parseImage(change.before), parseImage(change.after)];
    yield {
      table: change.table_name,
      rowUid: String(after.uid ?? before.uid),
      kind: change.kind,
      image: change.kind === 'delete' ? before : after,
      columns: differingColumns(before, after),
    };
  }
}

function differingColumns(before: RowImage, after: RowImage): ChangedRow['columns'] {
  return Object.keys({ ...before, ...after })
    .filter((column) => column !== 'id' && column !== 'uid')
    .map((column) => ({ column, before: before[column] ?? null, after: after[column] ?? null }))
    .filter((cell) => cell.before !== cell.after);
}

interface RowEvent {
  readonly operationUid: string;
  readonly at: number;
  readonly userName: string;
  readonly label: string;
  readonly kind: 'insert' | 'update' | 'delete';
  readonly before: RowImage;
  readonly after: RowImage;
}

/** A deleted row is found by the image that its deletion left. */
const rowIdByUid = defineQuery<{ row_id: typeof integer }, { table: string; rowUid: string }>({
  name: 'store.rowIdByUid',
  sql: `SELECT row_id FROM row_change WHERE table_name = @table
    AND json_extract(ifnull(after, before), '$.uid') = @rowUid LIMIT 1`,
  columns: { row_id: integer },
});

/** Everything that happened to one row, oldest first. */
export function rowHistory(store: ReadStore, table: string, rowUid: string): RowEvent[] {
  const found = store.get(rowIdByUid, { table, rowUid });
  if (found === undefined) return [];
  return store
    .all(changesOfRow, { table, rowId: found.row_id, after: 0 })
    .map((change) => ({ change, before: parseImage(change.before), after: parseImage(change.after) }))
    .filter(({ before, after }) => (after.uid ?? before.uid) === rowUid)
    .flatMap(({ change, before, after }) => {
      const operation = store.get(operationById, { id: change.operation_id });
      if (operation === undefined) return [];
      const { uid: operationUid, at, user_name: userName, label } = operation;
      return [{ operationUid, at, userName, label, kind: change.kind, before, after }];
    });
}

interface CellEvent {
  /** The whole row, as it was left or as it went. */
  readonly row: RowImage;
  readonly operationUid: string;
  readonly at: number;
  readonly userName: string;
  readonly label: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** The values that one cell has had, oldest first: only the changes that touched this column. */
export function cellHistory(store: ReadStore, table: string, rowUid: string, column: string): CellEvent[] {
  return rowHistory(store, table, rowUid)
    .map(({ before, after, operationUid, at, userName, label }) => ({
      operationUid,
      at,
      userName,
      label,
      before: before[column] ?? null,
      after: after[column] ?? null,
      row: { ...before, ...after },
    }))
    .filter((cell) => cell.before !== cell.after);
}
