import { join } from 'node:path';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { ProfileChoice } from '#shared/contract/township-profiles.ts';
import {
  profileNote,
  profileSections,
  profileTitle,
  type ProfileSection,
} from '#shared/rules/township-profiles/sections.ts';
import type { PaperRow, PaperSheet } from '#main/core/excel/write/paper-workbook.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import type { Started } from '#main/features/campaigns/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { profilePaperOf } from './index.ts';
import { profileOf } from './profile.ts';

export type ProfilePaperInput = Started & ProfileChoice & { format: FormFormat };
export type ProfileWorkbookInput = Started & ProfileChoice;

/** @returns path in the job's own folder */
export function writeProfilePaperWith(sources: readonly MeasureSource[]) {
  return ({ format, today, by: caller, ...choice }: ProfilePaperInput, job: JobContext) => {
    job.progress(null, '汇总');
    const paper = profilePaperOf({ db: job.db, caller, today }, sources, choice);
    return writeForm(paper, paper.title, format, job);
  };
}

/** @returns path in the job's own folder */
export function exportProfileWith(sources: readonly MeasureSource[]) {
  return async (
    { today, by: caller, ...choice }: ProfileWorkbookInput,
    job: JobContext,
  ): Promise<PrintedPapers> => {
    job.progress(null, '汇总');
    const profile = profileOf({ db: job.db, caller, today }, sources, choice);
    const sheet: PaperSheet = {
      name: '概况',
      columns: Array.from({ length: COLUMNS }, () => ({ width: 15, align: 'left' as const })),
      title: profileTitle(profile),
      caption: { left: profileNote(profile), right: '' },
      head: [],
      rows: profileSections(profile).flatMap(rowsOf),
      foot: [`填报单位：${paperSettings(job.db).printer}　${today}`],
      orientation: 'portrait',
    };
    const path = join(job.temporaryFolder, 'profile.xlsx');
    await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
    return { path, name: profileTitle(profile) };
  };
}

/** Three pairs of name and number. */
const COLUMNS = 6;

function rowsOf({ title, head, rows }: ProfileSection): PaperRow[] {
  return [
    [{ value: title, across: COLUMNS, strong: true, colour: 'F2F2F2' }, ...covered(COLUMNS - 1)],
    ...(head.length === 0 ? [] : [spread(head, true)]),
    ...rows.map((row) => spread(row, false)),
  ];
}

/** The last value covers what is left of the row. */
function spread(values: readonly string[], strong: boolean): PaperRow {
  const across = COLUMNS - values.length + 1;
  return [
    ...values.map((value, place) =>
      place === values.length - 1 ? { value, strong, across } : { value, strong },
    ),
    ...covered(across - 1),
  ];
}

function covered(count: number): null[] {
  return Array.from({ length: count }, () => null);
}
