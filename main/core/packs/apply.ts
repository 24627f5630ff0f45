import { AppError } from '#shared/errors.ts';
import type { PackRow, PackValue } from '#shared/rules/exchange/model.ts';
import { isConstraintError } from '../store/database.ts';
import { loggedTables, type TableName } from '../store/tables.ts';
import type { WriteStore } from '../store/write-store.ts';
import type { FullPlan, PlannedWrite } from './plan.ts';

/**
 * Writes what was planned, what others refer to first.
 * @returns how many rows were added and changed @throws AppError refused where the choices do not go together
 */
export function applyPlan(
  db: WriteStore,
  { writes, matcher }: Pick<FullPlan, 'writes' | 'matcher'>,
  progress: (done: number, count: number) => void,
): { added: number; changed: number } {
  const adds = new Map(
    writes.flatMap((write) =>
      write.kind === 'add' ? [[keyOf(write.row.table, write.row.uid), write.row]] : [],
    ),
  );
  const ids = new Map<PackRow, number>();
  let done = 0;

  function valueHere(row: PackRow, column: string): PackValue {
    const value = row.values[column] ?? null;
    const reference = matcher.shapeOf(row.table).references.find((each) => each.column === column);
    if (reference === undefined) return matcher.uidHere(column, value);
    const match = matcher.targetOf(reference.target, value);
    if (match?.kind === 'known') return match.id;
    const coming = adds.get(keyOf(reference.target, String(value)));
    return coming === undefined ? null : addRow(coming);
  }

  function addRow(row: PackRow): number {
    const known = ids.get(row);
    if (known !== undefined) return known;
    const columns = Object.keys(row.values);
    const values = Object.fromEntries(columns.map((column) => [column, valueHere(row, column)]));
    const id = guarded(row, () => db.insert(tableOf(row.table), { ...values, uid: row.uid }));
    ids.set(row, id);
    return id;
  }

  function change(write: Extract<PlannedWrite, { kind: 'change' }>): void {
    const { row, id, columns, joined } = write;
    const patch = Object.fromEntries(columns.map((column) => [column, valueHere(row, column)]));
    guarded(row, () =>
      db.update(tableOf(row.table), id, joined === null ? patch : { ...patch, search_text: joined }),
    );
  }

  for (const write of writes) {
    progress(done, writes.length);
    done += 1;
    if (write.kind === 'add') addRow(write.row);
    else change(write);
  }
  return { added: adds.size, changed: writes.length - adds.size };
}

/** Rows of two tables may have one uid, as a finding and its task. */
function keyOf(table: string, uid: string): string {
  return `${table}/${uid}`;
}

function tableOf(name: string): TableName {
  const table = loggedTables.find((each) => each === name);
  if (table === undefined) throw new Error(`no logged table is called ${name}`);
  return table;
}

/** A row whose cells were taken partly from here and partly from there may be none that can be. */
function guarded<Result>(row: PackRow, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    if (!isConstraintError(error)) throw error;
    const name = String(row.values['title'] ?? row.values['name'] ?? row.values['place'] ?? '');
    const reason = `${name === '' ? '有一行' : `“${name}”`}的几格互相牵连，不能一格用这里的、一格用包里的，没有合并。请把它的各格选成同一边。`;
    throw new AppError('refused', { reason });
  }
}
