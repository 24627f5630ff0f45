import { join } from 'node:path';
import { paperDay } from '#shared/calendar/days.ts';
import { returnStateNames } from '#shared/contract/collection-returns.ts';
import { unitStateNames } from '#shared/contract/collections.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { formatInstant } from '#main/core/store/format-instant.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { stateOf } from './board.ts';
import { type CollectionRow, standingOf } from './queries.ts';
import { briefReturns } from './returns/queries.ts';
import { problemsOf } from './returns/rows.ts';

/** Where each unit stands, and every table that came back with what had to be corrected. @returns path in the job's folder */
export async function writeStanding(collection: CollectionRow, job: JobContext): Promise<{ path: string }> {
  const path = join(job.temporaryFolder, 'standing.xlsx');
  const sheets = [unitSheet(collection, job.db), returnSheet(collection, job.db)];
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path };
}

function unitSheet({ id, title, due_on: dueOn }: CollectionRow, db: ReadStore): PaperSheet {
  const units = db.all(standingOf, { collectionId: id });
  return listPaper({
    name: '收集情况',
    columns: [
      ['序号', 6, 'center'],
      ['单位', 28, 'left'],
      ['表', 10, 'center'],
      ['下发日期', 14, 'center'],
      ['状态', 12, 'center'],
      ['交回时间', 20, 'center'],
      ['收表人', 14, 'center'],
      ['交回的文件', 44, 'left'],
    ],
    title: `${title}收集情况`,
    caption: { left: `共 ${units.length} 个单位`, right: `${paperDay(dueOn)}前交回` },
    rows: units.map((unit, place) =>
      paperRow([
        place + 1,
        unit.name,
        `第 ${unit.version} 版`,
        unit.handed_on ?? '',
        unitStateNames[stateOf(unit)],
        unit.received_at === null ? '' : formatInstant(unit.received_at),
        unit.received_by ?? '',
        unit.file_name ?? '',
      ]),
    ),
  });
}

/** A line for each thing that had to be corrected, one for a table in which there was nothing. */
function returnSheet({ id, title, due_on: dueOn }: CollectionRow, db: ReadStore): PaperSheet {
  const returns = db.all(briefReturns, { collectionId: id });
  const rows = returns.flatMap((one) => {
    const { unit, received_at: receivedAt, file_name: fileName, state } = one;
    const from = [unit, formatInstant(receivedAt), fileName, returnStateNames[state]];
    const problems = problemsOf(one);
    if (problems.length === 0) return [[...from, '', '']];
    return problems.map(({ row, column, text }) => {
      const place = row === 0 ? '整张表' : `第 ${row} 行${column === '' ? '' : ` ${column} 列`}`;
      return [...from, place, text];
    });
  });
  return listPaper({
    name: '交回和更正',
    columns: [
      ['单位', 28, 'left'],
      ['交回时间', 20, 'center'],
      ['文件', 36, 'left'],
      ['结果', 20, 'center'],
      ['位置', 16, 'center'],
      ['要更正的', 60, 'left'],
    ],
    title: `${title}交回和更正`,
    caption: { left: `交回 ${returns.length} 次`, right: `${paperDay(dueOn)}前交回` },
    rows: rows.map(paperRow),
  });
}
