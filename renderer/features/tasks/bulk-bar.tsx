import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { isOwed } from '#shared/rules/tasks/model.ts';
import { allows, type TaskStep } from '#shared/rules/tasks/steps.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { Form } from 'antd';
import { ProposeButton } from '../deductions/index.ts';
import { stepForms } from './step-forms.ts';
import styles from './tasks.module.css';

/** What is done to many at once, the most frequent first. */
const bulkSteps: readonly TaskStep[] = ['press', 'receive', 'extend', 'accept', 'close', 'cancel'];

interface BulkBarProps {
  tasks: readonly TaskRow[];
  onStep: (step: TaskStep) => void;
  onClear: () => void;
}

/** Stands in the place of the line for new tasks while rows are chosen, so that nothing moves. */
export function BulkBar({ tasks, onStep, onClear }: BulkBarProps) {
  const [reassigns, setReassigns] = useState(false);
  const [, navigate] = useLocation();
  const uids = tasks.map(({ uid }) => uid);
  const keep = useOperation(client.tasks.keep, { success: '已列入我盯的', undoable: true });
  return (
    <div className={styles.row} role="toolbar" aria-label="对选中的任务">
      <span>已选 {tasks.length} 项</span>
      {bulkSteps.map((step) => (
        <Button
          key={step}
          disabled={!tasks.every(({ status }) => allows(status, step))}
          onClick={() => onStep(step)}
        >
          {stepForms[step].verb}
        </Button>
      ))}
      <Button
        disabled={!tasks.every(({ status }) => isOwed(status))}
        onClick={() => navigate(`/notices/from/${uids.join(',')}`)}
      >
        发督办通知
      </Button>
      <ProposeButton tasks={tasks} onDone={onClear} />
      <Button onClick={() => setReassigns(true)}>改派</Button>
      <Button onClick={() => void keep.run({ uids, keep: true })}>我来盯</Button>
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      {reassigns && <ReassignDialog uids={uids} onClose={() => setReassigns(false)} />}
    </div>
  );
}

function ReassignDialog({ uids, onClose }: { uids: string[]; onClose: () => void }) {
  const setLeads = useOperation(client.tasks.setLeads, {
    success: ({ changed }) => `已改派 ${changed} 项任务`,
    undoable: true,
  });
  async function submit(leadUids: string[]): Promise<void> {
    if ((await setLeads.run({ uids, leadUids })).done) onClose();
  }
  return (
    <FormDialog<{ leadUids: string[] }>
      title={`改派 ${uids.length} 项任务`}
      verb="改派"
      busy={setLeads.running}
      onSubmit={({ leadUids }) => void submit(leadUids)}
      onClose={onClose}
    >
      <Form.Item name="leadUids" label="新的牵头单位" rules={[{ required: true, message: '请选择牵头单位' }]}>
        <OrganizationSelect multiple aria-label="新的牵头单位" />
      </Form.Item>
    </FormDialog>
  );
}
