import { Form } from 'antd';
import type { ReactNode } from 'react';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface ReasonDialogProps {
  title: string;
  verb: string;
  busy: boolean;
  /** Nothing is done without one. */
  isNeeded: boolean;
  onSubmit: (reason: string) => void;
  onClose: () => void;
  /** Above the reason: what happens. */
  children?: ReactNode;
}

/** Asks why something is done that leaves a trace. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, verb, busy, isNeeded, onSubmit, onClose, children } = props;
  return (
    <FormDialog<{ reason: string }>
      title={title}
      verb={verb}
      busy={busy}
      initialValues={{ reason: '' }}
      onSubmit={({ reason }) => onSubmit(reason)}
      onClose={onClose}
    >
      {children}
      <Form.Item
        name="reason"
        label={isNeeded ? '原因' : '原因(可不填)'}
        rules={isNeeded ? [{ required: true, whitespace: true, message: '请填写原因' }] : []}
      >
        <FirstText maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
