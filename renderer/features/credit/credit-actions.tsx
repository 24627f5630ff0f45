import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Segmented, Space } from 'antd';
import { useState } from 'react';
import type { CreditFilter, CreditList } from '#shared/contract/credit.ts';
import { localDay } from '#shared/calendar/days.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { KindsDialog } from './dialogs/kinds-dialog.tsx';
import { MeasuresDialog } from './dialogs/measures-dialog.tsx';
import { SettingsDialog } from './dialogs/settings-dialog.tsx';
import { creditTables } from './words.ts';

const ruleItems = [
  { key: 'kinds', label: '信用事项的种类' },
  { key: 'measures', label: '激励和惩戒措施' },
  { key: 'settings', label: '期限和分数线' },
];

interface CreditActionsProps {
  filter: CreditFilter;
  mayEdit: boolean;
}

/** The office's rules, and the lists for publication. */
export function CreditActions({ filter, mayEdit }: CreditActionsProps) {
  const [dialog, setDialog] = useState<string | null>(null);
  const [today] = useState(() => localDay(Date.now()));
  const mayExport = useRight('export');
  const workbook = useStartedJob(client.credit.exportLists);
  const close = (): void => setDialog(null);

  return (
    <>
      {mayEdit && (
        <Dropdown trigger={['click']} menu={{ items: ruleItems, onClick: ({ key }) => setDialog(key) }}>
          <Button>规则</Button>
        </Dropdown>
      )}
      {mayExport && (
        <>
          <Button loading={workbook.starting} onClick={() => void workbook.start({ day: today, filter })}>
            导出 Excel
          </Button>
          <Button onClick={() => setDialog('print')}>红黑名单</Button>
        </>
      )}
      {workbook.dialog}
      {dialog === 'kinds' && <KindsDialog onClose={close} />}
      {dialog === 'measures' && <MeasuresDialog onClose={close} />}
      {dialog === 'settings' && <SettingsDialog onClose={close} />}
      {dialog === 'print' && <ListDialog today={today} onClose={close} />}
    </>
  );
}

/** A list for publication as it is printed, of any day. */
function ListDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const [list, setList] = useState<CreditList>('discredited');
  const [day, setDay] = useState(today);
  const choice = { list, day };
  const form = useQuery(api.credit.paper.queryOptions({ input: choice, meta: { tables: creditTables } }));
  const write = useFormWriter(client.credit.writePaper, (format) => ({ ...choice, format }));
  return (
    <FormPreview
      title="信用名单"
      form={form}
      write={write}
      onClose={onClose}
      choice={
        <Space style={{ marginBottom: 12 }}>
          <Segmented<CreditList>
            aria-label="名单"
            value={list}
            options={[
              { value: 'discredited', label: '黑名单(失信)' },
              { value: 'trusted', label: '红名单(守信)' },
            ]}
            onChange={setList}
          />
          截至
          <DayField label="截至日期" value={day} onChange={(chosen) => setDay(chosen ?? today)} />
        </Space>
      }
    />
  );
}
