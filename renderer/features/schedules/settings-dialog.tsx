import { Tabs } from 'antd';
import { useState } from 'react';
import type { CampaignSchedule } from '#shared/contract/schedules.ts';
import type { ScheduleSettings, ScheduleTeam } from '#shared/rules/schedule/settings.ts';
import { client } from '#renderer/app/client.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { NeedFields } from './need-fields.tsx';
import { RuleFields } from './rule-fields.tsx';
import { TeamFields } from './team-fields.tsx';
import { useScheduleChoices } from './use-schedule.ts';

export interface SettingsValues {
  settings: ScheduleSettings;
  teams: ScheduleTeam[];
}

interface SettingsDialogProps {
  schedule: CampaignSchedule;
  onClose: () => void;
}

/** Days, rules, teams and what kinds of places need; the defaults are enough to begin with. */
export function SettingsDialog({ schedule, onClose }: SettingsDialogProps) {
  const { campaignUid, problem } = schedule;
  const choices = useScheduleChoices(campaignUid).data;
  const [seen] = useState<SettingsValues>({ settings: schedule.settings, teams: schedule.teams });
  const save = useOperation(client.schedules.setSettings, { success: '已保存', undoable: true });
  if (choices === undefined) return null;

  const initial: SettingsValues = {
    ...seen,
    settings: {
      ...seen.settings,
      counties: problem.counties.map(({ id, travelLoad, mostDays }) => ({ uid: id, travelLoad, mostDays })),
      kinds: choices.kinds.map(
        ({ uid }) =>
          seen.settings.kinds.find((kind) => kind.uid === uid) ?? { uid, minutes: null, skillUid: null },
      ),
    },
  };

  function submit({ settings, teams }: SettingsValues): void {
    const kinds = settings.kinds
      .map(({ uid, minutes, skillUid }) => ({ uid, minutes: minutes ?? null, skillUid: skillUid ?? null }))
      .filter(({ minutes, skillUid }) => minutes !== null || skillUid !== null);
    const counties = settings.counties.map((county) => ({ ...county, mostDays: county.mostDays ?? null }));
    const set = { settings: { ...seen.settings, ...settings, kinds, counties }, teams };
    void save.run({ uid: campaignUid, base: seen, set }).then(({ done }) => done && onClose());
  }

  return (
    <FormDialog<SettingsValues>
      title="排程设置"
      verb="保存"
      width={760}
      busy={save.running}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
    >
      <Tabs
        size="small"
        items={[
          {
            key: 'rules',
            label: '日期和规则',
            forceRender: true,
            children: <RuleFields problem={problem} />,
          },
          { key: 'teams', label: '督查组', forceRender: true, children: <TeamFields /> },
          {
            key: 'needs',
            label: '区县、类别和人员',
            forceRender: true,
            children: <NeedFields choices={choices} problem={problem} />,
          },
        ]}
      />
    </FormDialog>
  );
}
