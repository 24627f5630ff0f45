import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { EntryKeyDialog } from './entry-key-dialog.tsx';

export const WITHOUT_KEY = '系统管理员忘了密码就进不来，也没有人能重设。生成以后打印或抄写，锁在柜子里。';

/** Whether an administrator who forgets the password could not get in again. */
export function useEntryKeyMissing(): boolean {
  const enabled = useRight('seeUsers');
  const query = useQuery(
    api.users.hasEntryKey.queryOptions({ enabled, meta: { tables: ['app_user', 'entry_key'] } }),
  );
  return query.data?.exists === false;
}

/** The same, for the one who has something to do about it. */
export function useEntryKeyDue(): boolean {
  const { user, users } = useSession();
  const mayManage = useRight('manageUsers');
  const isMissing = useEntryKeyMissing();
  return mayManage && isMissing && users.find(({ uid }) => uid === user.uid)?.hasPassword === true;
}

/** Offered once to an administrator who has come in with a new password, or whose key was used up by that. */
export function EntryKeyOffer() {
  const isDue = useEntryKeyDue();
  const [closed, setClosed] = useState(false);
  return isDue && !closed ? <EntryKeyDialog onClose={() => setClosed(true)} /> : null;
}
