import { join } from 'node:path';
import type { RosterExport, RosterSheetKind } from '#shared/contract/roster-views.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { rosterOf } from '../roster.ts';
import { phoneBookSheet, rosterSheet, signInSheet, unitSheet } from './sheets.ts';

export interface ExportRostersInput {
  committeeUids: string[];
  day: string;
  options: RosterExport;
}

const sheetsByKind: Readonly<
  Record<RosterSheetKind, (input: Parameters<typeof rosterSheet>[0]) => PaperSheet>
> = { roster: rosterSheet, phoneBook: phoneBookSheet, signIn: signInSheet, units: unitSheet };

/** One sheet per committee and list. @returns path in the job's own folder, removed when the job ends */
export async function exportRosters(
  { committeeUids, day, options }: ExportRostersInput,
  job: JobContext,
): Promise<{ path: string }> {
  const papers: PaperSheet[] = [];
  for (const [index, committeeUid] of committeeUids.entries()) {
    job.throwIfCancelled();
    job.progress(index / committeeUids.length, '写入名册');
    const roster = rosterOf(job.db, committeeUid, day);
    for (const kind of options.sheets) {
      const sheet = sheetsByKind[kind]({ roster, options });
      const name =
        committeeUids.length > 1 ? `${roster.committee.organizationName}${sheet.name}` : sheet.name;
      papers.push({ ...sheet, name });
    }
  }
  const nameSheet = createSheetNames();
  const path = join(job.temporaryFolder, 'rosters.xlsx');
  await writePaperWorkbook(
    path,
    papers.map((paper) => ({ ...paper, name: nameSheet(paper.name) })),
    [],
    () => job.throwIfCancelled(),
  );
  return { path };
}
