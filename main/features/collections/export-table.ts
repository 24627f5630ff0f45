import { join } from 'node:path';
import { paperDay } from '#shared/calendar/days.ts';
import type { CollectedTable } from '#shared/contract/collections.ts';
import type { CollectedColumn } from '#shared/rules/collections/definition.ts';
import { type PaperRow, type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { columnLetters } from '#main/core/excel/write/references.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { collectedTable } from './collected-table.ts';
import { requireCollection } from './rows.ts';
import { paperColumn, valueCell } from './workbook/entry-columns.ts';

const UNIT_WIDTH = 26;
/** Title, caption and headings. */
const FIRST_ROW = 4;

export interface ExportTableInput {
  uid: string;
  today: string;
}

/** @returns path in the job's own folder */
export async function exportCollected(
  { uid, today }: ExportTableInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '写入收集到的内容');
  const collection = requireCollection(job.db, uid);
  const sheet = collectedSheet(collection.title, collectedTable(job.db, collection), today);
  const path = join(job.temporaryFolder, 'collected.xlsx');
  await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
  return { path };
}

function collectedSheet(title: string, table: CollectedTable, today: string): PaperSheet {
  const columns = table.columns.map((column) => ({ ...column, locked: true }));
  const longest = ({ key }: CollectedColumn) =>
    Math.max(0, ...table.rows.map(({ values }) => values[key]?.length ?? 0));
  return {
    name: '汇总',
    columns: [
      { width: UNIT_WIDTH, align: 'left' },
      ...columns.map((column) => paperColumn(column, longest(column))),
    ],
    title,
    caption: { left: `共 ${table.rows.length} 行`, right: paperDay(today) },
    head: [[{ value: '填报单位' }, ...columns.map(({ heading }) => ({ value: heading }))]],
    rows: [
      ...table.rows.map(
        ({ unit, values }): PaperRow => [
          { value: unit },
          ...columns.map((column) => valueCell(column, values[column.key], undefined, null)),
        ],
      ),
      ...(table.rows.length === 0 ? [] : [sumRow(columns, table)]),
    ],
    foot: [],
  };
}

/** Live sums, each with what the program itself has added up. */
function sumRow(columns: readonly CollectedColumn[], { rows, sums }: CollectedTable): PaperRow {
  const last = FIRST_ROW + rows.length - 1;
  return [
    { value: '合计', strong: true, align: 'center' },
    ...columns.map((column, place) => {
      const { value: result, format = '' } = valueCell(column, sums[column.key], undefined, null);
      if (typeof result !== 'number') return null;
      const letters = columnLetters(place + 2);
      const formula = `SUM(${letters}${FIRST_ROW}:${letters}${last})`;
      return { value: { formula, result }, strong: true, format };
    }),
  ];
}
