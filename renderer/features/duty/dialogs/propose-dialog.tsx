import { Form, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import type { DutyProposal, DutyRoster } from '#shared/contract/duty-views.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import styles from '../duty.module.css';
import { ProposalDialog } from './proposal-dialog.tsx';

interface Values {
  keepsPresent: boolean;
  seconds: number;
}

/** How the roster shall be proposed; then what came out, and only then it is taken over. */
export function ProposeDialog({ roster, onClose }: { roster: DutyRoster; onClose: () => void }) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [proposal, setProposal] = useState<DutyProposal | null>(null);
  const start = useOperation(client.duty.propose, { isSave: false, repeat: false });
  const { period, cells } = roster;
  const pinned = cells.filter((cell) => cell.pinned).length;

  async function submit(values: Values): Promise<void> {
    const outcome = await start.run({ uid: period.uid, ...values });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  if (proposal !== null) return <ProposalDialog roster={roster} proposal={proposal} onClose={onClose} />;
  if (jobUid !== null) {
    // The proposal is the job's own result, made by our core.
    return (
      <JobDialog
        uid={jobUid}
        onDone={(result) => setProposal(result as DutyProposal)}
        onClose={() => setJobUid(null)}
      />
    );
  }
  return (
    <FormDialog<Values>
      title={`自动排班：${period.name}`}
      verb="开始排"
      busy={start.running}
      initialValues={{ keepsPresent: cells.length > 0, seconds: 20 }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>
        请假的不排，一天只排一班，值过夜班第二天不再排；节假日、周末、工作日分开算，和今年已值的次数一起尽量均衡。
        {pinned > 0 && ` 已固定的 ${pinned} 处不动。`}
      </p>
      <Form.Item name="keepsPresent" label="已经排好的">
        <Radio.Group
          options={[
            { value: true, label: '尽量不动，只补空缺、改不合规则的' },
            { value: false, label: '可以重排，先求均衡(固定的除外)' },
          ]}
        />
      </Form.Item>
      <Form.Item name="seconds" label="最多用时">
        <InputNumber min={1} max={120} suffix="秒" style={{ width: 120 }} />
      </Form.Item>
    </FormDialog>
  );
}
