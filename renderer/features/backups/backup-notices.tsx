import { Alert, Button } from 'antd';
import type { BackupState } from '#shared/contract/backups.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { fullInstant, shortInstant } from '#renderer/ui/instants.ts';
import styles from './backups.module.css';
import { drillProblem } from './words.ts';
import { useRefreshBackups } from './use-backups.tsx';

/** What has to be known, each only while it holds. */
export function BackupNotices({ state }: { state: BackupState }) {
  const { waiting, problem, second } = state;
  const refresh = useRefreshBackups();
  const cancel = useOperation(client.backups.cancelRestore, { success: '已取消恢复，现在的数据不变' });
  const drill = drillProblem(state);

  async function giveUp(): Promise<void> {
    await cancel.run();
    refresh();
  }

  return (
    <div className={styles.notices}>
      {waiting !== null && (
        <Alert
          type="warning"
          showIcon
          title={`已准备好恢复到 ${fullInstant(waiting.madeAt)} 的备份`}
          description="请关闭程序再打开，恢复就会生效。从备份那时到重新打开之前录入的内容不在恢复的数据里，会和现在的数据一起留在数据文件夹的“恢复前的数据”里。"
          action={
            <Button size="small" loading={cancel.running} onClick={() => void giveUp()}>
              取消恢复
            </Button>
          }
        />
      )}
      {problem !== null && <Alert type="error" showIcon title="上次备份有问题" description={problem} />}
      {drill !== null && <Alert type="error" showIcon title="恢复演练" description={drill} />}
      {second !== null && !second.isThere && (
        <Alert
          type="info"
          showIcon
          title={`第二备份位置“${second.folder}”现在不在`}
          description={`插上 U 盘或连上网络后，程序会自动补上${second.lastAt === null ? '' : `；上次备份到那里是 ${shortInstant(second.lastAt)}`}。本机的备份照常进行。`}
        />
      )}
    </div>
  );
}
