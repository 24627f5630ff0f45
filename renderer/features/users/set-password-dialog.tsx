import { useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { useEntryKeyMissing } from './entry-key.tsx';
import { EntryKeyDialog } from './entry-key-dialog.tsx';
import { MustChangeField, PasswordFields, type PasswordValues } from './password-fields.tsx';

export function SetPasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const isMyself = useSession().user.uid === user.uid;
  const isKeyMissing = useEntryKeyMissing();
  const [showsKey, setShowsKey] = useState(false);
  const setPassword = useOperation(client.users.setPassword, {
    success: (_, { password }) =>
      password === '' ? `“${user.name}”现在不用密码` : `已设置“${user.name}”的密码`,
  });

  async function save({ password = '', mustChange = false }: PasswordValues): Promise<void> {
    const outcome = await setPassword.run({ uid: user.uid, password, mustChange });
    if (!outcome.done) return;
    if (isMyself && isKeyMissing && password !== '') setShowsKey(true);
    else onClose();
  }

  if (showsKey) return <EntryKeyDialog onClose={onClose} />;
  return (
    <FormDialog<PasswordValues>
      title={`设置“${user.name}”的密码`}
      verb="保存"
      busy={setPassword.running}
      initialValues={{ mustChange: !isMyself }}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <PasswordFields label="新密码" userName={user.name} mayBeNone />
      {!isMyself && <MustChangeField />}
      <p>
        加密的暗访要用本人自己的密码打开：在这里设置或取消密码以后，“{user.name}
        ”知情的暗访要由别的知情人重新授权，或用恢复码打开。
      </p>
    </FormDialog>
  );
}
