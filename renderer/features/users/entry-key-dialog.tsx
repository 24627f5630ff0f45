import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { PaperKeyDialog } from '#renderer/ui/paper-key/paper-key-dialog.tsx';

export function EntryKeyDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const { data } = useQuery(api.users.newEntryKey.queryOptions({ staleTime: Infinity, gcTime: 0 }));
  return (
    <PaperKeyDialog
      name="恢复密钥"
      code={data?.code ?? ''}
      warning="系统管理员忘记密码或被锁定时，凭它在登录页重设密码，用一次就作废。请打印或抄写下来，锁在柜子里，不要存在这台电脑上。它只显示这一次。"
      paper={{
        title: '系统管理员恢复密钥',
        use: '系统管理员忘记密码或被锁定时，在登录页选择姓名，点“用恢复密钥重设密码”，依次输入以上各组。用一次就作废，随后请重新生成。请锁存，不要拍照、不要存入电脑。',
      }}
      confirm={client.users.setEntryKey}
      success="恢复密钥已启用，以前的作废"
      // It stands in a table that the log says nothing of.
      onDone={() => void queryClient.invalidateQueries({ queryKey: api.users.hasEntryKey.key() })}
      onClose={onClose}
    />
  );
}
