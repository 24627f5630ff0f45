import { Form, Input } from 'antd';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface OpeningPasswordDialogProps {
  hasPassword: boolean;
  onOpen: (password: string) => void;
  onClose: () => void;
}

/** Asked before a sealed backup is opened: it may have been made on another PC, or under a former password. */
export function OpeningPasswordDialog({ hasPassword, onOpen, onClose }: OpeningPasswordDialogProps) {
  return (
    <FormDialog<{ password?: string }>
      title="打开加密的备份"
      verb="打开"
      busy={false}
      onSubmit={({ password = '' }) => onOpen(password)}
      onClose={onClose}
    >
      <Form.Item
        name="password"
        label="备份密码"
        extra={
          hasPassword ? '留空就用这台电脑上设的密码；别的电脑或以前的密码做的备份，请输入当时的密码。' : ''
        }
        rules={[{ required: !hasPassword, message: '请输入做这个备份时的密码' }]}
      >
        <Input.Password maxLength={200} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
