import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { CampaignSchedule } from '#shared/contract/schedules.ts';
import { client } from '#renderer/app/client.ts';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import styles from './schedules.module.css';
import { useTaskSheets } from './use-schedule.ts';

interface TaskSheetsDialogProps {
  schedule: CampaignSchedule;
  onClose: () => void;
}

const ALL = '';

/** 任务单 of one team, or of all in one print. */
export function TaskSheetsDialog({ schedule, onClose }: TaskSheetsDialogProps) {
  const { campaignUid: uid, problem, plan } = schedule;
  const [teamId, setTeamId] = useState<string | null>(null);
  const [withQuestions, setWithQuestions] = useState(false);
  const input = { uid, teamId, withQuestions };
  const sheets = useTaskSheets(input);
  const write = useFormWriter(client.schedules.writeTaskSheets, (format) => ({ ...input, format }));
  const busy = new Set((plan?.trips ?? []).map((trip) => trip.teamId));
  const teams = problem.teams.filter(({ id }) => busy.has(id));

  return (
    <FormPreview
      title="任务单"
      form={sheets}
      write={write}
      onClose={onClose}
      choice={
        <div className={styles.sheetChoice}>
          <Select<string>
            aria-label="哪一组"
            style={{ width: 160 }}
            value={teamId ?? ALL}
            options={[
              { value: ALL, label: '全部各组' },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(chosen) => setTeamId(chosen === ALL ? null : chosen)}
          />
          <Checkbox checked={withQuestions} onChange={({ target }) => setWithQuestions(target.checked)}>
            附上检查清单的全部内容
          </Checkbox>
        </div>
      }
    />
  );
}
