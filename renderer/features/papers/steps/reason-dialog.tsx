import { Form, Radio } from 'antd';
import { type PaperStatus, paperStatusNames } from '#shared/rules/papers/steps.ts';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface Values {
  reason: string;
  to?: PaperStatus;
}

interface ReasonDialogProps {
  title: string;
  verb: string;
  /** What happens then. */
  hint: string;
  busy: boolean;
  /** Where it may be returned to; the first is the usual one. */
  targets?: readonly PaperStatus[];
  onSubmit: (reason: string, to: PaperStatus | undefined) => void;
  onClose: () => void;
}

/** 退回 and 作废 are never done without saying why. */
export function ReasonDialog({
  title,
  verb,
  hint,
  busy,
  targets = [],
  onSubmit,
  onClose,
}: ReasonDialogProps) {
  return (
    <FormDialog<Values>
      title={title}
      verb={verb}
      busy={busy}
      initialValues={targets[0] === undefined ? {} : { to: targets[0] }}
      onSubmit={({ reason, to }) => onSubmit(reason.trim(), to)}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>{hint}</p>
      {targets.length > 0 && (
        <Form.Item name="to" label="退回到">
          <Radio.Group
            options={targets.map((status) => ({ value: status, label: paperStatusNames[status] }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, whitespace: true, message: '请写明原因' }]}
      >
        <FirstText maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
