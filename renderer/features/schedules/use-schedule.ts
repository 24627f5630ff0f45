import { useQuery } from '@tanstack/react-query';
import type { ScheduleForm, TaskSheetsInput } from '#shared/contract/schedules.ts';
import type { ScheduleEdit } from '#shared/rules/schedule/edits.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { siteTables } from '#renderer/ui/shared-queries.ts';

/** Whose changes make a schedule old: also leave, holidays and what was visited. */
const scheduleTables = [
  'campaign_schedule',
  'campaign',
  'campaign_county',
  'campaign_target',
  'inspector',
  'inspector_skill',
  'inspector_leave',
  'inspection_skill',
  'vehicle',
  'holiday',
  ...siteTables,
];

export function useSchedule(uid: string) {
  return useQuery(api.schedules.get.queryOptions({ input: { uid }, meta: { tables: scheduleTables } }));
}

export function useScheduleChoices(uid: string) {
  return useQuery(api.schedules.choices.queryOptions({ input: { uid }, meta: { tables: scheduleTables } }));
}

export function useScheduleSheet(uid: string, form: ScheduleForm) {
  return useQuery(
    api.schedules.sheet.queryOptions({
      input: { uid, form },
      meta: { tables: [...scheduleTables, 'setting'] },
    }),
  );
}

export function useTaskSheets(input: TaskSheetsInput) {
  const tables = [...scheduleTables, 'campaign_checklist', 'checklist', 'checklist_item', 'setting'];
  return useQuery(api.schedules.taskSheets.queryOptions({ input, meta: { tables } }));
}

export type Edit = (edit: ScheduleEdit) => void;

/** Changes by hand; each can be taken back. */
export function useEdit(uid: string): Edit {
  const edit = useOperation(client.schedules.edit, { success: '已调整', undoable: true });
  return (wanted) => void edit.run({ uid, edit: wanted });
}
