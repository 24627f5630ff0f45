import { join } from 'node:path';
import type { ReadChecklistFile } from '#shared/contract/checklists.ts';
import { itemKindNames, numbersOf } from '#shared/rules/checklists/model.ts';
import { shortSeverityNames } from '#shared/rules/findings/model.ts';
import { readChecklist } from '#shared/rules/checklists/read-checklist.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { readSource, type TableSource } from '#main/core/excel/read/source-table.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type FormInput, type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { checklistForm } from './form.ts';
import { detailOf, requireChecklist } from './rows.ts';

/** The headings are those that an import knows, so that a corrected checklist comes back. */
const columns = [
  ['序号', 8, 'center'],
  ['层级', 6, 'center'],
  ['类型', 10, 'center'],
  ['检查内容', 52, 'left'],
  ['条款', 30, 'left'],
  ['整改要求', 30, 'left'],
  ['整改期限(天)', 13, 'center'],
  ['隐患级别', 10, 'center'],
  ['判定要素', 30, 'left'],
] as const;

/** 检查清单. @returns path of the workbook in the job's own folder, and the file's name */
export async function exportChecklist({ uid }: { uid: string }, job: JobContext): Promise<PrintedPapers> {
  job.progress(null, '写入检查清单');
  const list = detailOf(job.db, requireChecklist(job.db, uid));
  const outline = outlineOf(list.items);
  const numbers = numbersOf(outline);
  const sheet = listPaper({
    name: '检查清单',
    columns,
    title: list.title,
    caption: {
      left: list.source === '' ? '' : `依据：${list.source}`,
      right: list.note === '' ? '' : `备注：${list.note}`,
    },
    rows: outline.map(({ node, level }, index) => {
      const isQuestion = node.kind === 'question';
      return paperRow([
        numbers[index] ?? '',
        level + 1,
        itemKindNames[node.kind],
        node.text,
        node.article,
        node.demand,
        node.dueDays,
        isQuestion ? shortSeverityNames[node.severity] : null,
        node.element,
      ]);
    }),
    frozenColumns: 4,
  });
  const path = join(job.temporaryFolder, 'checklist.xlsx');
  await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
  return { path, name: list.title };
}

/** Reads a workbook; stores nothing. */
export async function readChecklistWorkbook(
  source: TableSource,
  job: JobContext,
): Promise<ReadChecklistFile> {
  job.progress(null, '读取内容');
  const { table, sheets } = await readSource(source, job);
  job.throwIfCancelled();
  return { ...readChecklist(table.rows), sheet: table.sheet, sheets };
}

/** The printed checklist as a file. @returns path in the job's own folder */
export function writeChecklistForm({ uid, format }: FormInput, job: JobContext): Promise<PrintedPapers> {
  return writeForm(checklistForm(job.db, uid), requireChecklist(job.db, uid).title, format, job);
}
