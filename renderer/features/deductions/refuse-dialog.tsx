import { Form } from 'antd';
import type { DeductionRow } from '#shared/contract/deductions.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { pointsWords } from './words.ts';
import styles from './deductions.module.css';

interface RefuseDialogProps {
  rows: readonly DeductionRow[];
  onDone: () => void;
  onClose: () => void;
}

/** Not accepted, with the reason that whoever proposed it will read. */
export function RefuseDialog({ rows, onDone, onClose }: RefuseDialogProps) {
  const refuse = useOperation(client.deductions.refuse, {
    success: ({ refused }) => `${refused} 项不采纳，得分不变`,
    undoable: true,
  });
  const [first] = rows;
  const name = first === undefined ? '' : `${first.unitName} ${pointsWords(first)}：${first.reason}`;

  async function submit({ reason }: { reason: string }): Promise<void> {
    if ((await refuse.run({ uids: rows.map(({ uid }) => uid), reason: reason.trim() })).done) onDone();
  }

  return (
    <FormDialog<{ reason: string }>
      title="不采纳扣分"
      verb="不采纳"
      busy={refuse.running}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>{rows.length === 1 ? name : `${name}，等 ${rows.length} 项`}</p>
      <Form.Item
        name="reason"
        label="不采纳的原因"
        rules={[{ required: true, whitespace: true, message: '请写明不采纳的原因' }]}
      >
        <FirstText maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}
