import type { meetingList as listContract, meetings as contract } from '#shared/contract/meetings.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { attendeeImport } from './import.ts';
import { meetingImport } from './list-import.ts';
import type { SignInInput } from './sign-in-sheet.ts';

const LABEL = '导出签到表';

export const meetingServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(attendeeImport),

  async exportSignIn({ uid }, context) {
    const { core, caller } = context;
    const officeName = await officeNameFor(context);
    const meeting = (await core.read('meetings.get', { uid }, caller)) as { title: string };
    const input: SignInInput = { meetingUid: uid, officeName, today: localDay(Date.now()) };
    const name = `${meeting.title}签到表.xlsx`;
    return startExport(context, { operation: 'meetings.exportSignIn', label: LABEL, input, name });
  },
};

export const meetingListServices: Services<typeof listContract, ServiceContext> = {
  readTable: readTableOf(meetingImport),
};
