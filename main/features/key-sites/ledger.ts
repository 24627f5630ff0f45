import { join } from 'node:path';
import type { KeySite, KeySiteFilter } from '#shared/contract/key-sites.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { sitesOfFilter } from './list.ts';
import { Places } from './places.ts';
import { requireSite, rowsOf } from './rows.ts';

export interface LedgerInput {
  filter: KeySiteFilter;
  /** Chosen ones only; null: everything that the filter shows. */
  uids: string[] | null;
  officeName: string;
  today: string;
}

/** The headings are those that an import knows, so that a corrected ledger comes back. */
const columns = [
  ['序号', 6, 'center'],
  ['单位名称', 30, 'left'],
  ['县(市、区)', 14, 'left'],
  ['乡镇(街道)', 14, 'left'],
  ['地址', 32, 'left'],
  ['行业', 12, 'center'],
  ['类别', 24, 'left'],
  ['负责人', 10, 'center'],
  ['联系电话', 15, 'center'],
  ['退出日期', 12, 'center'],
  ['备注', 20, 'left'],
] as const;

/** 重点单位台账. @returns path of the workbook in the job's own folder */
export async function exportSites(input: LedgerInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '写入台账');
  const sheet = listPaper({
    name: '重点单位台账',
    columns,
    title: '消防安全重点单位台账',
    caption: { left: `填报单位：${input.officeName}`, right: `截至 ${input.today}` },
    rows: ledgerRows(input, job),
    frozenColumns: 2,
  });
  const path = join(job.temporaryFolder, 'key-sites.xlsx');
  await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
  return { path };
}

function* ledgerRows({ filter, uids, today }: LedgerInput, { db }: JobContext): Generator<PaperRow> {
  const sites =
    uids === null
      ? sitesOfFilter(db, filter, today)
      : rowsOf(
          db,
          uids.map((uid) => requireSite(db, uid)),
          new Places(db, today),
          today,
        );
  let place = 0;
  for (const site of sites) {
    place += 1;
    yield rowOf(site, place);
  }
}

function rowOf(site: KeySite, place: number): PaperRow {
  return paperRow([
    place,
    site.name,
    site.countyName,
    site.townshipName,
    site.address,
    site.tradeName,
    site.kinds.map(({ name }) => name).join('、'),
    site.responsiblePerson,
    site.phone,
    site.closedOn,
    site.note,
  ]);
}
