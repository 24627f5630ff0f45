import type { tasks as contract } from '#shared/contract/tasks.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import type { ExportInput } from './jobs.ts';

const names = { ledger: '督办台账', breakdown: '任务分解表' } as const;

export const taskServices: Services<typeof contract, ServiceContext> = {
  exportWorkbook(choice, { core, caller }) {
    const input: ExportInput = { ...choice, today: localDay(Date.now()), userUid: caller.userUid };
    const name = `${names[choice.layout]} ${input.today}.xlsx`;
    const job = core.jobs.start('tasks.export', `导出${names[choice.layout]}`, input, (result) =>
      placeExport(core, caller, name, result),
    );
    return { jobUid: job.uid };
  },
};

async function placeExport(core: CoreServices, caller: Caller, name: string, result: unknown) {
  const { path } = result as { path: string };
  const folder = (await core.read('office.exportFolder', null, caller)) as string;
  const written = core.files.place(path, name, folder);
  const event = {
    name: 'tasks.exportWorkbook',
    label: '导出督办台账',
    summary: written.name,
    outcome: 'done',
  } as const;
  await core.record(event, caller);
  return written;
}
