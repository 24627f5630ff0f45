import { join } from 'node:path';
import type { PaperFilter, PaperSummary } from '#shared/contract/papers.ts';
import { withheldRemarks } from '#shared/rules/campaigns/words.ts';
import { paperStatusNames } from '#shared/rules/papers/steps.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { registeredPapers } from './registered.ts';
import { secretPaperUids } from './secret.ts';
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

/** 发文登记簿. @returns path of the workbook in the job's own folder */
export async function exportPaperRegister(
  input: RegisterInput,
  job: JobContext,
): Promise<{ path: string; remarks: string[] }> {
  job.progress(null, '写入登记簿');
  const path = join(job.temporaryFolder, 'register.xlsx');
  const hidden = secretPaperUids(job.db);
  let withheld = 0;
  const isTold = ({ uid }: PaperSummary): boolean => {
    if (!hidden.has(uid)) return true;
    withheld += 1;
    return false;
  };
  const register = listPaper({
    name: '发文登记簿',
    columns,
    title: input.year === null ? '发文登记簿' : `${input.year}年发文登记簿`,
    caption: { left: paperSettings(job.db).printer, right: '' },
    rows: registerRows(registeredPapers(job.db, input), isTold),
  });
  await writePaperWorkbook(path, [register], [], () => job.throwIfCancelled());
  return { path, remarks: withheldRemarks(withheld, '份公文') };
}

function* registerRows(
  papers: Iterable<PaperSummary>,
  isTold: (paper: PaperSummary) => boolean,
): Generator<PaperRow> {
  let serial = 0;
  for (const paper of papers) {
    if (!isTold(paper)) continue;
    serial += 1;
    yield paperRow([
      serial,
      paper.number,
      paper.title,
      paper.kindName,
      paper.addressee,
      paper.signedOn,
      paper.issuedOn,
      paperStatusNames[paper.status],
      paper.voidReason,
    ]);
  }
}
