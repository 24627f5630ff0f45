import type { ListChoice } from '#shared/contract/table-import.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { WriteContext } from '../handlers.ts';
import { tellingRows } from '../told-rows.ts';
import { removeStaged } from '../store/staging.ts';
import { rememberForm } from './import-forms.ts';
import type { ListImport, Plain, Taken, Understood } from './list-import.ts';
import { requireStaged, stagedTable } from './read-list.ts';
import { understandTable } from './understand-table.ts';
import {
  basisNow,
  type KeptUnderstanding,
  type Stored,
  storedOf,
  takeUnderstood,
} from './understood-file.ts';

interface Confirmed<Options> {
  stagedUid: string;
  choice: ListChoice;
  options: Options;
}

/** The write that takes a table over: all rows or none. */
export function importList<Meaning extends string, Options, Read extends Understood & Plain<Read>>(
  list: ListImport<Meaning, Options, Read>,
) {
  return (confirmed: Confirmed<Options>, context: WriteContext): { added: number; changed: number } => {
    const { stagedUid, choice, options } = confirmed;
    const { db, today, dataFolder, caller, summarize } = context;
    requireStaged(db, list.key, stagedUid, caller.userUid ?? '');
    const basis = basisNow(db, { key: list.key, options, today })(choice);
    const waiting = takeUnderstood<Read>(dataFolder, stagedUid, basis);
    try {
      const { read, headings, mapping, stored } = waiting ?? understandAnew(list, confirmed, context);
      const { added, changed } = stored;
      list.write(read, tellingRows(context, (list.rowsEach ?? 1) * (added + changed)));
      removeStaged(db, stagedUid);
      if (headings !== null) rememberForm(db, list, headings, mapping);
      summarize(`${list.about?.(db, options, today) ?? ''}${countsOf(list, stored)}`);
      return { added, changed };
    } finally {
      waiting?.close();
    }
  };
}

/** @throws AppError refused: an error stands in the way by now */
function understandAnew<Meaning extends string, Options, Read extends Understood & Plain<Read>>(
  list: ListImport<Meaning, Options, Read>,
  { stagedUid, choice, options }: Confirmed<Options>,
  { db, today, resourcesFolder, caller, hush, progress }: WriteContext,
): KeptUnderstanding<Taken<Read>> & { stored: Stored } {
  const around = { options, today, resourcesFolder, caller, hush };
  const { table } = stagedTable(list, db, stagedUid, around);
  progress(null, `核对 ${table.rows.length} 行`);
  const { form, headings, read, problems } = understandTable(list, db, table, choice, around);
  const error = problems.find(({ severity }) => severity === 'error');
  if (read === null || error !== undefined)
    throw new AppError('refused', {
      reason: `${list.what}在预览之后有了变化，${placeOf(error)}不能导入：${error?.text ?? ''}请重新读取表格。`,
    });
  // An array gives its rows one after the other.
  const taken = read as unknown as Taken<Read>;
  return { read: taken, headings, mapping: form.mapping, stored: storedOf(read) };
}

function countsOf({ unit }: { unit: string }, { added, changed, leaving }: Stored): string {
  const left = leaving === null ? '' : `，${leaving.verb} ${leaving.names.length} ${unit}`;
  return `新增 ${added} ${unit}，更新 ${changed} ${unit}${left}`;
}

function placeOf(error: ReadProblem | undefined): string {
  return error === undefined || error.row === 0 ? '' : `第 ${error.row} 行`;
}
