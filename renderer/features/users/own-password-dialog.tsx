import { useState } from 'react';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { useEntryKeyMissing } from './entry-key.tsx';
import { EntryKeyDialog } from './entry-key-dialog.tsx';
import { OwnPasswordFields, type OwnPasswordValues, useOwnPassword } from './own-password.tsx';

/** Changing one's own password asks for the current one; an administrator's first brings the key on paper with it. */
export function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const { user, users } = useSession();
  const hasPassword = users.find(({ uid }) => uid === user.uid)?.hasPassword === true;
  const mayManage = useRight('manageUsers');
  const isKeyMissing = useEntryKeyMissing();
  const [showsKey, setShowsKey] = useState(false);
  const change = useOwnPassword();

  async function save(values: OwnPasswordValues): Promise<void> {
    if (!(await change.run(values))) return;
    if (mayManage && isKeyMissing && (values.password ?? '') !== '') setShowsKey(true);
    else onClose();
  }

  if (showsKey) return <EntryKeyDialog onClose={onClose} />;
  return (
    <FormDialog<OwnPasswordValues>
      title="修改我的密码"
      verb="保存"
      busy={change.running}
      form={change.form}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <OwnPasswordFields userName={user.name} hasPassword={hasPassword} mayBeNone />
      {hasPassword && <p>取消密码(留空)以后，您知情的加密暗访就打不开了；只是更换密码，不受影响。</p>}
    </FormDialog>
  );
}
