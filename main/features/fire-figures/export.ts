import { join } from 'node:path';
import type { PlaceFires, SplitRow } from '#shared/contract/fire-figures.ts';
import { type FireFigures, figureNames } from '#shared/rules/fire-figures/figures.ts';
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

const names = ['fires', 'deaths', 'injuries', 'loss'] as const;
const headings: Readonly<Record<keyof FireFigures, string>> = { ...figureNames, loss: '损失(万元)' };

const columnsOf = (heading: string): readonly ListColumn[] => [
  [heading, 18, 'left'],
  ...['', '1月至本月'].flatMap((span) =>
    names.flatMap((name): ListColumn[] => [
      [`${span}${headings[name]}`, name === 'loss' ? 12 : 8, 'right'],
      ['去年同期', 10, 'right'],
      ['同比', 10, 'right'],
    ]),
  ),
];

/** The month by place, by trade and by cause, each on a sheet of its own. @returns path in the job's folder */
export async function exportFireMonth(
  { month, countyUid, officeName }: MonthInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '写入火灾数据');
  const [county] = countyUid === null ? [] : requireCounties(job.db, month, countyUid);
  const place = county?.name ?? '';
  const sheet = (name: string, heading: string, rows: readonly Row[]): PaperSheet =>
    listPaper({
      name,
      columns: columnsOf(heading),
      title: `${place}${month.replace('-', '年')}月火灾数据(${name})`,
      caption: { left: `填报单位：${officeName}`, right: '“—”：没有数据，或去年同期为 0' },
      rows: rows.map(cellsOf),
      frozenColumns: 1,
    });
  const places = fireMonth(job.db, month, countyUid).rows;
  const sheets = [
    sheet('按地区', countyUid === null ? '县(市、区)' : '乡镇(街道)', places),
    ...fireSplits.map((split) =>
      sheet(`按${splitNames[split]}`, splitNames[split], splitOfMonth(job.db, { month, countyUid, split })),
    ),
  ];
  const path = join(job.temporaryFolder, 'fire-figures.xlsx');
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path };
}

function cellsOf({ name, figures, lastYear, toDate, toDateLastYear }: Row) {
  const texts = (now: FireFigures | null, then: FireFigures | null) =>
    names.flatMap((figure) => [numberOf(now, figure), numberOf(then, figure), changeOf(now, then, figure)]);
  return paperRow([name, ...texts(figures, lastYear), ...texts(toDate, toDateLastYear)]);
}

/** So that Excel can go on with it; a dash where nothing is known. */
function numberOf(figures: FireFigures | null, name: keyof FireFigures): string | number {
  const text = figureText(figures, name);
  return figures === null ? text : Number(text);
}
