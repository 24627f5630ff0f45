import type { meetings as contract } from '#shared/contract/meetings.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import type { SignInInput } from './sign-in-sheet.ts';

export const meetingServices: Services<typeof contract, ServiceContext> = {
  async exportSignIn({ uid }, { core, caller }) {
    const officeName = ((await core.read('office.nameForSessions', null, caller)) as string | null) ?? '';
    const meeting = (await core.read('meetings.get', { uid }, caller)) as { title: string };
    const input: SignInInput = { meetingUid: uid, officeName, today: localDay(Date.now()) };
    const job = core.jobs.start('meetings.signIn', '导出签到表', input, async (result) => {
      const { path } = result as { path: string };
      const folder = (await core.read('office.exportFolder', null, caller)) as string;
      const written = core.files.place(path, `${meeting.title}签到表.xlsx`, folder);
      const event = { name: 'meetings.exportSignIn', label: '导出签到表', summary: written.name };
      await core.record({ ...event, outcome: 'done' }, caller);
      return written;
    });
    return { jobUid: job.uid };
  },
};
