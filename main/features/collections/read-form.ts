import { AppError } from '#shared/errors.ts';
import { collectionLimits, type DesignedForm } from '#shared/rules/collections/definition.ts';
import { proposeForm } from '#shared/rules/collections/propose-form.ts';
import { unreadProblems } from '#shared/rules/tables/unread-cells.ts';
import { readSource } from '#main/core/excel/read/source-table.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';

/** @throws WorkbookError; AppError fileRefused where no headings are found */
export async function readDesignedForm({ path }: { path: string }, job: JobContext): Promise<DesignedForm> {
  job.progress(null, '读取表格');
  const { table } = await readSource({ path, sheet: null }, job);
  const [unread] = table.rows.flatMap((row) => unreadProblems(row));
  if (unread !== undefined)
    throw new AppError('fileRefused', { reason: `第 ${unread.row} 行 ${unread.column} 列：${unread.text}` });
  const form = proposeForm(table.rows.map(({ cells }) => cells));
  if (form === null)
    throw new AppError('fileRefused', {
      reason: '没有找到栏目名称：表里至少要有一行写着两个以上的栏目。请核对后再选，或在这里逐栏添加。',
    });
  const { columns, givenRows } = collectionLimits;
  if (form.definition.columns.length > columns || form.rows.length > givenRows)
    throw new AppError('fileRefused', {
      reason: `这张表太大：最多 ${columns} 栏、已填好的 ${givenRows} 行。请删去不用的栏和行再选。`,
    });
  return form;
}
