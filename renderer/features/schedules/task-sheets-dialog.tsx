import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { CampaignSchedule } from '#shared/contract/schedules.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
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
  const start = useOperation(client.schedules.writeTaskSheets, { isSave: false, repeat: false });
  const busy = new Set((plan?.trips ?? []).map((trip) => trip.teamId));
  const teams = problem.teams.filter(({ id }) => busy.has(id));

  async function write(format: FormFormat): Promise<string | null> {
    const outcome = await start.run({ ...input, format });
    return outcome.done ? outcome.value.jobUid : null;
  }

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
