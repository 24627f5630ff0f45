import type { Committee, RosterSheetKind } from '#shared/contract/roster-views.ts';
import type { rosters as contract } from '#shared/contract/rosters.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { ExportRostersInput } from './export/job.ts';
import { rosterImport } from './import/roster-import.ts';

/** Reading and writing of lists: jobs, whose results come with the job's events. */
export const rosterServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(rosterImport),

  async exportWorkbook({ committeeUids, day, sheets, maskPhones }, context) {
    const { core, caller } = context;
    const input: ExportRostersInput = { committeeUids, day: day ?? today(), options: { sheets, maskPhones } };
    const committees = (await core.read('rosters.committees', { day: input.day }, caller)) as Committee[];
    const chosen = committees.filter(({ uid }) => committeeUids.includes(uid));
    const name = fileName(chosen, input);
    return startExport(context, { operation: 'rosters.exportWorkbook', label: EXPORT_LABEL, input, name });
  },
};

const EXPORT_LABEL = '导出名册';
const sheetWords: Readonly<Record<RosterSheetKind, string>> = {
  roster: '名单',
  phoneBook: '通讯录',
  signIn: '签到表',
  units: '成员单位',
};

function fileName(committees: readonly Committee[], { day, options }: ExportRostersInput): string {
  const [first] = committees;
  const who = committees.length === 1 ? (first?.name ?? '') : `${committees.length}个消防安全委员会`;
  const [only = 'roster'] = options.sheets;
  return `${who}${options.sheets.length === 1 ? sheetWords[only] : '名册'} ${day}.xlsx`;
}

function today(): string {
  return localDay(Date.now());
}
