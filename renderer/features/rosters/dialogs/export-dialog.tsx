import { Checkbox, Form, Radio } from 'antd';
import { useState } from 'react';
import type { Committee, RosterSheetKind } from '#shared/contract/roster-views.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

interface Values {
  sheets: RosterSheetKind[];
  which: 'one' | 'all';
  maskPhones: boolean;
}

const kinds: readonly { value: RosterSheetKind; label: string }[] = [
  { value: 'roster', label: '组成人员名单' },
  { value: 'phoneBook', label: '通讯录' },
  { value: 'signIn', label: '签到表' },
  { value: 'units', label: '成员单位一览表' },
];

interface ExportDialogProps {
  committee: Committee;
  all: readonly Committee[];
  day: string | null;
  onClose: () => void;
}

/** 导出 Excel: which lists, of this committee or of all. */
export function ExportDialog({ committee, all, day, onClose }: ExportDialogProps) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.rosters.exportWorkbook, { isSave: false, repeat: false });

  async function submit({ sheets, which, maskPhones }: Values): Promise<void> {
    const committees = which === 'one' ? [committee] : all;
    const committeeUids = committees.map(({ uid }) => uid);
    const outcome = await start.run({ committeeUids, day, sheets, maskPhones });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  if (jobUid !== null) return <JobDialog uid={jobUid} onClose={onClose} />;
  return (
    <FormDialog<Values>
      title={day === null ? '导出名册' : `导出 ${day} 的名册`}
      verb="导出"
      busy={start.running}
      initialValues={{ sheets: ['roster', 'phoneBook'], which: 'one', maskPhones: false }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="sheets" label="要哪些表" rules={[{ required: true, message: '请至少选一种' }]}>
        <Checkbox.Group options={[...kinds]} />
      </Form.Item>
      <Form.Item name="which" label="哪些委员会" hidden={all.length < 2}>
        <Radio.Group
          options={[
            { value: 'one', label: committee.name },
            { value: 'all', label: `全部 ${all.length} 个` },
          ]}
        />
      </Form.Item>
      <Form.Item name="maskPhones" valuePropName="checked" noStyle>
        <Checkbox>遮住电话号码的中间几位</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
