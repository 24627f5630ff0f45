import { v7 } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { SourceTable } from '#main/core/excel/read/source-table.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { getStaged, removeStaged } from '#main/core/store/staging.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { insertInspector, updateInspector } from '../columns.ts';
import { allSkills } from '../queries.ts';
import { type InterpretedRow, interpret } from './interpret.ts';

export const STAGED_INSPECTORS = 'inspectors';

/** What waits for the clerk's yes: the table itself, so that it is read anew against the pool as it is by then. */
export interface StagedInspectors {
  table: SourceTable;
}

/** All rows or none. */
export function importStaged(
  { stagedUid }: { stagedUid: string },
  { db, today, caller, summarize }: WriteContext,
): { added: number; changed: number } {
  const staged = getStaged(db, stagedUid);
  if (staged?.kind !== STAGED_INSPECTORS || staged.userUid !== (caller.userUid ?? ''))
    throw new AppError('notFound', { what: '要导入的内容' });
  // Written by our own job, in this form.
  const { table } = JSON.parse(staged.payload) as StagedInspectors;
  const { rows, problems, newSkills } = interpret(db, table, today);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined)
    throw new AppError('refused', {
      reason: `督查人员在预览之后有了变化，第 ${error.row} 行不能导入：${error.text}请重新读取表格。`,
    });
  addSkills(db, newSkills);
  const skillUids = new Map(db.all(allSkills).map(({ name, uid }) => [name, uid]));
  const wanted = rows.filter(({ action }) => action === 'add' || action === 'change');
  for (const row of wanted) writeRow(db, row, skillUids);
  removeStaged(db, stagedUid);
  const changed = wanted.filter(({ action }) => action === 'change').length;
  summarize(`新增 ${wanted.length - changed} 人，更新 ${changed} 人`);
  return { added: wanted.length - changed, changed };
}

function writeRow(
  db: WriteStore,
  { person, values, newLeave }: InterpretedRow,
  skillUids: ReadonlyMap<string, string>,
): void {
  const { skillNames, ...rest } = values;
  const fields = { ...rest, skillUids: skillNames.flatMap((name) => skillUids.get(name) ?? []) };
  const id = person?.stored?.id ?? insertInspector(db, v7(), fields);
  if (person !== null) updateInspector(db, id, fields);
  for (const { firstDay, lastDay, reason } of newLeave)
    db.insert('inspector_leave', { inspector_id: id, first_day: firstDay, last_day: lastDay, reason });
}

/** At the end of the list. */
function addSkills(db: WriteStore, names: readonly string[]): void {
  const last = Math.max(0, ...db.all(allSkills).map(({ position }) => position));
  for (const [index, name] of names.entries())
    db.insert('inspection_skill', { name, position: last + index + 1 });
}
