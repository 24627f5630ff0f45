import { Form, Input } from 'antd';
import { RepeatedPassword } from '#renderer/ui/repeated-password.tsx';
import { filePassword } from '#shared/contract/fields.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { useRefreshBackups } from './use-backups.tsx';

interface Values {
  password?: string;
  repeated?: string;
}

const { least: LEAST, most: MOST } = filePassword;

/** The password of backups at the second place. */
export function PasswordDialog({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const refresh = useRefreshBackups();
  const set = useOperation(client.backups.setPassword, {
    success: (_, { password }) => (password === '' ? '以后的备份不再加密' : '已设置备份密码，请抄下来收好'),
  });

  async function save({ password = '' }: Values): Promise<void> {
    const outcome = await set.run({ password });
    if (!outcome.done) return;
    refresh();
    onClose();
  }

  return (
    <FormDialog<Values>
      title="备份密码"
      verb="保存"
      busy={set.running}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <p>
        {hasPassword ? '现在已设有备份密码。' : '现在没有备份密码。'}
        设了以后，放到第二备份位置的备份都加密（AES-256），在这台电脑上备份和校验不用输入；换一台电脑恢复时要输入。
        忘了密码，那些备份谁也打不开：请抄在纸上，锁进保险柜。
      </p>
      <Form.Item
        name="password"
        label="新的备份密码"
        extra={`至少 ${LEAST} 个字；留空表示以后不加密。以前的备份仍用当时的密码；没有加密的，保存后在“谁能看到”里点“加密以前的备份”。`}
        rules={[
          {
            validator: (_, text: string | undefined) =>
              (text ?? '') === '' || (text ?? '').length >= LEAST
                ? Promise.resolve()
                : Promise.reject(new Error(`备份密码至少 ${LEAST} 个字，留空表示不加密`)),
          },
        ]}
      >
        <Input.Password maxLength={MOST} autoComplete="new-password" />
      </Form.Item>
      <RepeatedPassword most={MOST} />
    </FormDialog>
  );
}
