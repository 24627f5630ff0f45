import { join } from 'node:path';
import type { PlaceFires, SplitRow } from '#shared/contract/fire-figures.ts';
import { type FireFigures, figureKeys, figureNames } from '#shared/rules/fire-figures/figures.ts';
import { fireSplits, splitNames } from '#shared/rules/fire-figures/parts.ts';
import { changeOf, figureText } from '#shared/rules/fire-figures/words.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { fireMonth, requireCounties } from './month.ts';
import { splitOfMonth } from './split.ts';

export interface MonthInput {
  month: string;
  countyUid: string | null;
  officeName: string;
}

type Row = Pick<PlaceFires | SplitRow, 'name' | 'figures' | 'lastYear' | 'toDate' | 'toDateLastYear'>;

const headings: Readonly<Record<keyof FireFigures, string>> = { ...figureNames, loss: '损失(万元)' };

const columnsOf = (heading: string): readonly ListColumn[] => [
  [heading, 20, 'left'],
  ...figureKeys.flatMap((name): ListColumn[] => [
    [headings[name], name === 'loss' ? 13 : 8, 'right'],
    ['去年同期', name === 'loss' ? 13 : 10, 'right'],
    ['同比', 10, 'right'],
  ]),
];

type Span = 'month' | 'toDate';

/** The month, then the year up to it, by place, by trade and by cause, each on a sheet of its own. @returns path in the job's folder */
export async function exportFireMonth(
  { month, countyUid, officeName }: MonthInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '写入火灾数据');
  const [county] = countyUid === null ? [] : requireCounties(job.db, month, countyUid);
  const place = county?.name ?? '';
  const places = fireMonth(job.db, month, countyUid).rows;
  const tables: { name: string; heading: string; rows: readonly Row[] }[] = [
    { name: '按地区', heading: countyUid === null ? '县(市、区)' : '乡镇(街道)', rows: places },
    ...fireSplits.map((split) => ({
      name: `按${splitNames[split]}`,
      heading: splitNames[split],
      rows: splitOfMonth(job.db, { month, countyUid, split }),
    })),
  ];
  const sheetOf = (span: Span): PaperSheet[] =>
    tables.map(({ name, heading, rows }) =>
      listPaper({
        name: span === 'month' ? name : `${name}(1月至本月)`,
        columns: columnsOf(heading),
        title: `${place}${monthWords(month, span)}火灾数据(${name})`,
        caption: { left: `填报单位：${officeName}`, right: '“—”：没有数据，或去年同期为 0' },
        rows: rows.map((row) => cellsOf(row, span)),
        frozenColumns: 1,
      }),
    );
  const sheets = [...sheetOf('month'), ...sheetOf('toDate')];
  const path = join(job.temporaryFolder, 'fire-figures.xlsx');
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path };
}

/** 2026年10月, or 2026年1至10月. */
function monthWords(month: string, span: Span): string {
  const [year = '', last = ''] = month.split('-');
  return `${year}年${span === 'month' || last === '01' ? '' : '1至'}${Number(last)}月`;
}

function cellsOf({ name, figures, lastYear, toDate, toDateLastYear }: Row, span: Span) {
  const [now, then] = span === 'month' ? [figures, lastYear] : [toDate, toDateLastYear];
  return paperRow([
    name,
    ...figureKeys.flatMap((figure) => [
      numberOf(now, figure),
      numberOf(then, figure),
      changeOf(now, then, figure),
    ]),
  ]);
}

/** So that Excel can go on with it; a dash where nothing is known. */
function numberOf(figures: FireFigures | null, name: keyof FireFigures): string | number {
  const text = figureText(figures, name);
  return figures === null ? text : Number(text);
}
