import { v7 } from 'uuid';
import { inspectorTableColumns, type Meaning } from '#shared/rules/inspectors/read-table.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { ListImport } from '#main/core/table-import/list-import.ts';
import { insertInspector, updateInspector } from '../columns.ts';
import { allSkills } from '../queries.ts';
import { type InterpretedRow, type Interpretation, interpret } from './interpret.ts';

export const inspectorImport: ListImport<Meaning, null, Interpretation> = {
  key: 'inspectors',
  what: '督查人员',
  unit: '人',
  columns: () => inspectorTableColumns,
  understand: interpret,
  write({ rows, newSkills }, { db }) {
    addSkills(db, newSkills);
    const skillUids = new Map(db.all(allSkills).map(({ name, uid }) => [name, uid]));
    for (const row of rows) if (row.action === 'add' || row.action === 'change') writeRow(db, row, skillUids);
  },
};

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
