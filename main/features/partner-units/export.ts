import { join } from 'node:path';
import type { PartnerUnit } from '#shared/contract/partner-units.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { listPartners } from './list.ts';

/** The headings are those that an import knows. */
const columns = [
  ['序号', 6, 'center'],
  ['类别', 12, 'center'],
  ['单位名称', 30, 'left'],
  ['值班电话', 20, 'center'],
  ['联系人', 12, 'center'],
  ['联系人电话', 20, 'center'],
  ['核实日期', 14, 'center'],
  ['备注', 24, 'left'],
] as const;

export interface PartnerExportInput {
  officeName: string;
  today: string;
}

export function partnerSheet(
  units: readonly PartnerUnit[],
  { officeName, today }: PartnerExportInput,
): PaperSheet {
  return listPaper({
    name: '联动单位通讯录',
    columns,
    title: '联动单位通讯录',
    caption: { left: officeName, right: `截至 ${today}` },
    rows: units.map((unit, place) =>
      paperRow([
        place + 1,
        unit.kind,
        unit.name,
        unit.dutyPhone,
        unit.contact,
        unit.contactPhone,
        unit.confirmedOn,
        unit.note,
      ]),
    ),
  });
}

/** @returns path of the workbook in the job's own folder */
export async function exportPartners(input: PartnerExportInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '写入通讯录');
  const path = join(job.temporaryFolder, 'partners.xlsx');
  const { units } = listPartners(job.db, input.today);
  await writePaperWorkbook(path, [partnerSheet(units, input)], [], () => job.throwIfCancelled());
  return { path };
}
