import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { PaperKeyDialog } from '#renderer/ui/paper-key/paper-key-dialog.tsx';
import { useAskAnew } from './use-access.ts';

/** A recovery code opens what is sealed for those who know of it. */
export function RecoveryDialog({ onClose }: { onClose: () => void }) {
  const askAnew = useAskAnew();
  const { data } = useQuery(api.campaigns.newRecoveryCode.queryOptions({ staleTime: Infinity, gcTime: 0 }));
  return (
    <PaperKeyDialog
      name="恢复码"
      code={data?.code ?? ''}
      warning="请打印或抄写下来，锁在柜子里，不要存在这台电脑上。恢复码只显示这一次；拿到它的人设了密码就能打开暗访。"
      paper={{
        title: '暗访恢复码',
        use: '知情人忘记密码时，在“专项督查”里打开这次暗访，点“用恢复码打开”，依次输入以上各组。请锁存，不要拍照、不要存入电脑。',
      }}
      confirm={client.campaigns.setRecoveryCode}
      success={({ opens, others }) =>
        others === 0
          ? `恢复码已设好，可以打开 ${opens} 次暗访`
          : `恢复码已设好，可以打开您知情的 ${opens} 次暗访；另外 ${others} 次要由它们的知情人在“保密”里改用`
      }
      onDone={askAnew}
      onClose={onClose}
    />
  );
}
