import { join } from 'node:path';
import type { PaperFilter } from '#shared/contract/papers.ts';
import { paperStatusNames } from '#shared/rules/papers/steps.ts';
import { writePaperWorkbook, type PaperRow } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { listPapers } from './list.ts';
import { paperSettings } from './settings.ts';

export type RegisterInput = Omit<PaperFilter, 'view'>;

const columns = [
  ['序号', 8, 'center'],
  ['文号', 24, 'left'],
  ['标题', 56, 'left'],
  ['文种', 12, 'center'],
  ['主送', 30, 'left'],
  ['成文日期', 13, 'center'],
  ['印发日期', 13, 'center'],
  ['状态', 10, 'center'],
  ['备注', 20, 'left'],
] as const;
const PAGE = 500;

/** 发文登记簿. @returns path of the workbook in the job's own folder */
export async function exportPaperRegister(input: RegisterInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '写入登记簿');
  const path = join(job.temporaryFolder, 'register.xlsx');
  await writePaperWorkbook(
    path,
    [
      {
        name: '发文登记簿',
        columns: columns.map(([, width, align]) => ({ width, align })),
        title: input.year === null ? '发文登记簿' : `${input.year}年发文登记簿`,
        caption: { left: paperSettings(job.db).printer, right: '' },
        head: [columns.map(([heading]) => ({ value: heading }))],
        rows: registerRows(job.db, input),
        foot: [],
      },
    ],
    [],
    () => job.throwIfCancelled(),
  );
  return { path };
}

function* registerRows(db: ReadStore, input: RegisterInput): Generator<PaperRow> {
  let after: string | null = null;
  let serial = 0;
  do {
    const page: ReturnType<typeof listPapers> = listPapers(
      db,
      { ...input, view: 'register', after, limit: PAGE },
      null,
    );
    for (const paper of page.rows) {
      serial += 1;
      yield [
        { value: serial },
        { value: paper.number },
        { value: paper.title },
        { value: paper.kindName },
        { value: paper.addressee },
        { value: paper.signedOn },
        { value: paper.issuedOn },
        { value: paperStatusNames[paper.status] },
        { value: paper.voidReason },
      ];
    }
    after = page.next;
  } while (after !== null);
}
