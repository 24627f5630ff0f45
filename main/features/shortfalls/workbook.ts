import { join } from 'node:path';
import type { ShortfallCounty, ShortfallTable } from '#shared/contract/shortfalls.ts';
import { tenThousandsText } from '#shared/rules/money.ts';
import { percentOf } from '#shared/rules/reports/words.ts';
import type { ShortfallSum } from '#shared/rules/shortfalls/shortfall.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import type { Started } from '#main/features/campaigns/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import { placeCounts, requireItem, shortfallTable } from './table.ts';

export type ShortfallWorkbookInput = Started & { itemUid: string };

/** 欠账表 by county, by place, and the plan by year. @returns path in the job's own folder */
export function exportShortfallsWith(sources: readonly MeasureSource[]) {
  return async (
    { itemUid, today, by: caller }: ShortfallWorkbookInput,
    job: JobContext,
  ): Promise<PrintedPapers> => {
    job.progress(null, '汇总');
    const scope = { db: job.db, caller, today };
    const table = shortfallTable(scope, placeCounts(scope, sources), requireItem(job.db, itemUid));
    const caption = {
      left: `填报单位：${paperSettings(job.db).printer}`,
      right: `截至 ${today}　单位：${table.item.unit}`,
    };
    const path = join(job.temporaryFolder, 'shortfalls.xlsx');
    const sheets = [countySheet(table, caption), placeSheet(table, caption), planSheet(table, caption)];
    await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
    return { path, name: `${table.item.name}欠账表 ${today}` };
  };
}

type Caption = PaperSheet['caption'];

const numberColumns: readonly ListColumn[] = [
  ['应建', 10, 'center'],
  ['现有', 10, 'center'],
  ['欠账', 10, 'center'],
  ['欠账率', 10, 'center'],
];

function countySheet({ item, total, counties }: ShortfallTable, caption: Caption): PaperSheet {
  const sheet = listPaper({
    name: '按县(市、区)',
    columns: [
      ['序号', 6, 'center'],
      ['县(市、区)', 20, 'left'],
      ...numberColumns,
      ['数字不全', 10, 'center'],
    ],
    title: `${item.name}欠账情况表`,
    caption,
    rows: [
      paperRow(['', '全市', ...sumCells(total)]),
      ...counties.map((county, place) => paperRow([place + 1, county.name, ...sumCells(county)])),
    ],
  });
  return { ...sheet, foot: item.source === '' ? [] : [`依据：${item.source}`] };
}

function sumCells({ required, existing, missing, unknown }: ShortfallSum): (string | number)[] {
  return [required, existing, missing, percentOf(missing, required), unknown === 0 ? '' : `${unknown} 处`];
}

function placeSheet({ item, rows }: ShortfallTable, caption: Caption): PaperSheet {
  return listPaper({
    name: '明细',
    columns: [
      ['序号', 6, 'center'],
      ['县(市、区)', 16, 'left'],
      ['单位', 20, 'left'],
      ...numberColumns.slice(0, 3),
      ['备注', 24, 'left'],
    ],
    title: `${item.name}欠账明细表`,
    caption,
    rows: rows.map(({ countyName, name, required, existing, missing, figure }, place) =>
      paperRow([
        place + 1,
        countyName,
        name,
        required ?? '未填',
        existing ?? '未填',
        missing ?? '',
        figure.note,
      ]),
    ),
  });
}

function planSheet({ item, counties }: ShortfallTable, caption: Caption): PaperSheet {
  return listPaper({
    name: '建设计划',
    columns: [
      ['序号', 6, 'center'],
      ['县(市、区)', 16, 'left'],
      ['年度', 8, 'center'],
      ['计划建设', 10, 'center'],
      ['已完成', 10, 'center'],
      ['计划投入(万元)', 14, 'center'],
      ['已投入(万元)', 14, 'center'],
      ['备注', 20, 'left'],
    ],
    title: `${item.name}建设计划表`,
    caption,
    rows: counties.flatMap(planRows).map((values, place) => paperRow([place + 1, ...values])),
  });
}

function planRows({ name, plans }: ShortfallCounty): (string | number)[][] {
  return plans.map(({ year, planned, done, moneyPlanned, moneySpent, note }) => [
    name,
    year,
    planned ?? '',
    done ?? '',
    moneyPlanned === null ? '' : tenThousandsText(moneyPlanned),
    moneySpent === null ? '' : tenThousandsText(moneySpent),
    note,
  ]);
}
