import { join } from 'node:path';
import type { ReceivedEntry, ReceivedFilter } from '#shared/contract/received-papers.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { type FormInput, type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { handlingFormOf } from './handling-form.ts';
import { listReceived } from './list.ts';
import { detailOf, entryText } from './rows.ts';

const columns = [
  ['收文编号', 12, 'center'],
  ['收文日期', 13, 'center'],
  ['来文单位', 24, 'left'],
  ['来文字号', 22, 'left'],
  ['标题', 48, 'left'],
  ['份数', 7, 'center'],
  ['拟办意见', 28, 'left'],
  ['领导批示', 28, 'left'],
  ['传阅', 20, 'left'],
  ['办理期限', 13, 'center'],
  ['办理结果', 28, 'left'],
] as const;
const PAGE = 500;

/** 收文登记簿. @returns path of the workbook in the job's own folder */
export async function exportReceivedRegister(
  input: ReceivedFilter,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '写入登记簿');
  const path = join(job.temporaryFolder, 'received.xlsx');
  const register = listPaper({
    name: '收文登记簿',
    columns,
    title: input.year === null ? '收文登记簿' : `${input.year}年收文登记簿`,
    caption: { left: paperSettings(job.db).printer, right: '' },
    rows: registerRows(job.db, input),
  });
  await writePaperWorkbook(path, [register], [], () => job.throwIfCancelled());
  return { path };
}

/** 收文处理单 as a file. @returns path in the job's own folder */
export function writeHandlingForm({ uid, format }: FormInput, job: JobContext): Promise<PrintedPapers> {
  const { year, serial, title } = detailOf(job.db, uid);
  const name = `收文处理单 ${year}-${serial} ${title}`;
  return writeForm(handlingFormOf(job, uid), name, format, job);
}

function* registerRows(db: ReadStore, input: ReceivedFilter): Generator<PaperRow> {
  let after: string | null = null;
  do {
    const page: ReturnType<typeof listReceived> = listReceived(db, { ...input, after, limit: PAGE });
    for (const { uid } of page.rows) {
      const paper = detailOf(db, uid);
      const said = (kind: ReceivedEntry['kind']) =>
        paper.entries
          .filter((entry) => entry.kind === kind)
          .map(entryText)
          .join('\n');
      yield paperRow([
        `${paper.year}-${paper.serial}`,
        paper.receivedOn,
        paper.sender,
        paper.theirNumber,
        paper.title,
        paper.copies,
        said('proposal'),
        said('instruction'),
        said('circulation'),
        paper.dueOn,
        said('result'),
      ]);
    }
    after = page.next;
  } while (after !== null);
}
