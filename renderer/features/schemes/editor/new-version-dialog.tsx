import { Form } from 'antd';
import { useLocation } from 'wouter';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface NewVersionDialogProps {
  scheme: SchemeDetail;
  onClose: () => void;
}

interface Values {
  reason: string;
}

/** A revision begins as a copy. */
export function NewVersionDialog({ scheme, onClose }: NewVersionDialogProps) {
  const [, navigate] = useLocation();
  const newVersion = useOperation(client.schemes.newVersion, { success: '已另起新版本', undoable: true });

  async function submit({ reason }: Values): Promise<void> {
    const outcome = await newVersion.run({ uid: scheme.uid, reason });
    if (!outcome.done) return;
    onClose();
    navigate(`/schemes/${outcome.value.uid}`);
  }

  return (
    <FormDialog<Values>
      title={`“${scheme.title}”另起新版本`}
      verb="另起新版本"
      busy={newVersion.running}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p>会照现在这一版复制一份草稿，改好后施行；施行之前仍用现在这一版。</p>
      <Form.Item name="reason" label="修订原因" rules={[{ required: true, message: '请填写修订原因' }]}>
        <FirstField maxLength={500} placeholder="如：按市政府2027年考核办法修订" />
      </Form.Item>
    </FormDialog>
  );
}
