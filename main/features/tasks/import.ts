import type { NewTaskItem, TaskImportOptions } from '#shared/contract/tasks.ts';
import { taskKindNames } from '#shared/rules/tasks/model.ts';
import { dueProblem } from '#shared/rules/tasks/due.ts';
import { columnsByContent, readCells } from '#shared/rules/tasks/read-table.ts';
import { type TaskMeaning, taskTableColumns } from '#shared/rules/tasks/table-columns.ts';
import { RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import type {
  ListImport,
  Surroundings,
  Understood,
  UnderstoodRow,
} from '#main/core/table-import/list-import.ts';
import { addTasksFrom } from './create.ts';
import { KnownTasks } from './known-tasks.ts';
import { readContextOf, unitNamesOf } from './named-units.ts';

interface TaskRow extends UnderstoodRow {
  items: NewTaskItem[];
}

interface ReadTasks extends Understood {
  rows: TaskRow[];
}

/** A task that is known already stays as it is: what happens to it are steps. */
export const taskImport: ListImport<TaskMeaning, TaskImportOptions, ReadTasks> = {
  key: 'tasks',
  what: '督办任务',
  unit: '项',
  columns: () => taskTableColumns,
  withoutHeading(db, rows, around) {
    const context = readContextOf({ ...around, db }, around.options.assignedOn);
    const cells = rows.map((row) => row.cells);
    const columns = columnsByContent(cells, unitNamesOf(db), context);
    return columns.map((column) => (column === 'number' ? null : column));
  },
  understand(db, table, around) {
    const texts = new RowTexts<TaskMeaning>(table.columns);
    const known = new KnownTasks(db);
    const names = unitNamesOf(db);
    const context = readContextOf({ ...around, db }, around.options.assignedOn);

    function understand(source: TableRow): TaskRow | null {
      const { row } = source;
      const title = texts.name(source, 'title', taskTableColumns.title.name);
      if (title === null) return null;
      texts.check(source, taskTableColumns);
      const textOf = (meaning: TaskMeaning) =>
        meaning === 'content' ? texts.lines(source, meaning) : texts.text(source, meaning);
      const read = readCells(textOf, names, context, (meaning, text) =>
        texts.note('error', row, meaning, `${text}，请改正。`),
      );
      const kindText = texts.text(source, 'kind');
      if (kindText !== '' && read.kind === null)
        texts.note(
          'warning',
          row,
          'kind',
          `没有“${kindText}”这个类别，按“${taskKindNames[around.options.kind]}”登记。`,
        );
      const item = itemOf(read, around);
      const items = known.missing(item, read.assignedOn);
      if (items.length > 0) {
        const problem = dueProblem(item.assignedOn, item.dueOn);
        if (problem !== null) texts.note('error', row, 'due', `${problem}，请核对。`);
        return { row, action: 'add', changes: wordsOf(item, textOf('due')), items };
      }
      const due = known.dueOf(item);
      if (item.dueOn !== due)
        texts.note('warning', row, 'due', `台账里的时限是 ${due ?? '长期'}；改期请用“延期”登记。`);
      return { row, action: 'same', changes: [], items };
    }

    const rows = table.rows.flatMap((source) => understand(source) ?? []);
    return { rows, problems: texts.problems, notes: [] };
  },
  write({ rows }, context) {
    const items = [...rows].flatMap((row) => row.items);
    if (items.length > 0) addTasksFrom({ kind: 'text', uid: null }, items, context);
  },
};

/** What is understood of 10月底前. */
function wordsOf({ dueOn }: NewTaskItem, written: string): string[] {
  return dueOn === null || dueOn === written ? [] : [`完成时限 ${dueOn}`];
}

function itemOf(
  read: ReturnType<typeof readCells>,
  { options }: Surroundings<TaskImportOptions>,
): NewTaskItem {
  return {
    ...read,
    kind: read.kind ?? options.kind,
    assignedOn: read.assignedOn ?? options.assignedOn,
    sourceText: read.sourceText === '' ? options.sourceText : read.sourceText,
    startOn: null,
    each: options.each,
    keep: false,
  };
}
