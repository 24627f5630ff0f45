import type { ListChoice } from '#shared/contract/table-import.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '../handlers.ts';
import { tellingRows } from '../told-rows.ts';
import { removeStaged } from '../store/staging.ts';
import { rememberForm } from './import-forms.ts';
import type { ListImport, Understood } from './list-import.ts';
import { stagedTable } from './read-list.ts';
import { understandTable } from './understand-table.ts';

interface Confirmed<Options> {
  stagedUid: string;
  choice: ListChoice;
  options: Options;
}

/** The write that takes a table over: all rows or none. */
export function importList<Meaning extends string, Options, Read extends Understood>(
  list: ListImport<Meaning, Options, Read>,
) {
  return (
    { stagedUid, choice, options }: Confirmed<Options>,
    context: WriteContext,
  ): { added: number; changed: number } => {
    const { db, today, resourcesFolder, caller, summarize } = context;
    const { table } = stagedTable(db, list.key, stagedUid, caller.userUid ?? '');
    context.progress(null, `核对 ${table.rows.length} 行`);
    const around = { options, today, resourcesFolder };
    const { form, read, problems } = understandTable(list, db, table, choice, around);
    const error = problems.find(({ severity }) => severity === 'error');
    if (read === null || error !== undefined)
      throw new AppError('refused', {
        reason: `${list.what}在预览之后有了变化，第 ${error?.row ?? 0} 行不能导入：${error?.text ?? ''}请重新读取表格。`,
      });
    const count = (action: 'add' | 'change') => read.rows.filter((row) => row.action === action).length;
    const [added, changed] = [count('add'), count('change')];
    list.write(read, tellingRows(context, added + changed));
    removeStaged(db, stagedUid);
    const heading = table.rows.find(({ row }) => row === form.headingRow);
    if (heading !== undefined) rememberForm(db, list.key, heading.cells, form.mapping);
    summarize(`新增 ${added} ${list.unit}，更新 ${changed} ${list.unit}`);
    return { added, changed };
  };
}
