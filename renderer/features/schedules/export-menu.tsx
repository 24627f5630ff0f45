import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { CampaignSchedule, ScheduleForm } from '#shared/contract/schedules.ts';
import { client } from '#renderer/app/client.ts';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { TaskSheetsDialog } from './task-sheets-dialog.tsx';
import { useScheduleSheet } from './use-schedule.ts';

const formNames: Readonly<Record<ScheduleForm, string>> = { groups: '分组安排表', days: '日程表' };

/** 分组安排表, 日程表 and task sheets on paper; all of them as a workbook. */
export function ExportMenu({ schedule }: { schedule: CampaignSchedule }) {
  const { campaignUid, plan } = schedule;
  const [form, setForm] = useState<ScheduleForm | 'tasks' | null>(null);
  const workbook = useStartedJob(client.schedules.exportWorkbook);

  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={plan === null}
        menu={{
          items: [
            { key: 'groups', label: '分组安排表' },
            { key: 'days', label: '日程表' },
            { key: 'tasks', label: '各组任务单' },
            { key: 'workbook', label: '导出 Excel（含各组任务单）' },
          ],
          onClick: ({ key }) => {
            if (key === 'workbook') void workbook.start({ uid: campaignUid });
            else setForm(key as ScheduleForm | 'tasks');
          },
        }}
      >
        <Button loading={workbook.starting}>打印和导出</Button>
      </Dropdown>
      {workbook.dialog}
      {form === 'tasks' && <TaskSheetsDialog schedule={schedule} onClose={() => setForm(null)} />}
      {form !== null && form !== 'tasks' && (
        <SheetDialog campaignUid={campaignUid} form={form} onClose={() => setForm(null)} />
      )}
    </>
  );
}

interface SheetDialogProps {
  campaignUid: string;
  form: ScheduleForm;
  onClose: () => void;
}

function SheetDialog({ campaignUid, form, onClose }: SheetDialogProps) {
  const sheet = useScheduleSheet(campaignUid, form);
  const write = useFormWriter(client.schedules.writeSheet, (format) => ({ uid: campaignUid, form, format }));

  return <FormPreview title={formNames[form]} form={sheet} write={write} onClose={onClose} />;
}
