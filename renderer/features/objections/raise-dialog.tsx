import { Form } from 'antd';
import { LONGEST_OBJECTION } from '#shared/rules/objections/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './objections.module.css';

interface RaiseDialogProps {
  cell: { groupUid: string; objectUid: string; indicatorUid: string };
  /** 城东区 1.1 */
  name: string;
  onClose: () => void;
}

/** Enough of an indicator's uid to tell it from the others of its scheme; names of drafts are short. */
const UID_END = 12;

/** What an object says against its score; files are added to it afterwards. */
export function RaiseDialog({ cell, name, onClose }: RaiseDialogProps) {
  const raise = useOperation(client.objections.raise, {
    success: '申诉已登记，材料可以拖到这件申诉上',
    undoable: true,
  });

  async function submit({ text }: { text: string }): Promise<void> {
    if ((await raise.run({ ...cell, text: text.trim() })).done) onClose();
  }

  return (
    <FormDialog<{ text: string }>
      title={`申诉：${name}`}
      verb="提出申诉"
      busy={raise.running}
      kept={`forms/objection/${cell.objectUid}/${cell.indicatorUid.slice(-UID_END)}`}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>答复以前不能定稿。材料在登记以后拖到或粘贴到这件申诉上。</p>
      <Form.Item
        name="text"
        label="对哪里有异议，理由是什么"
        rules={[{ required: true, whitespace: true, message: '请写明对哪里有异议、理由是什么' }]}
      >
        <FirstText maxLength={LONGEST_OBJECTION} />
      </Form.Item>
    </FormDialog>
  );
}
