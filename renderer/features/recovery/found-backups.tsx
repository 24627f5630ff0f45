import type { RecoveryBackup, RecoveryState } from '#shared/contract/recovery.ts';
import { fullInstant } from '#renderer/ui/instants.ts';
import styles from './recovery-page.module.css';

/** @param backups undefined while they are looked for */
export function FoundBackups({ backups }: { backups: RecoveryState['backups'] | undefined }) {
  if (backups === undefined) return <p className={styles.words}>正在查找…</p>;
  if (backups.length === 0)
    return (
      <p className={styles.words}>
        数据文件夹里没有备份。U 盘或网络文件夹里的备份，点“救出数据、恢复备份”以后可以找。
      </p>
    );
  return (
    <table className={styles.backups}>
      <tbody>
        {backups.map((backup) => (
          <tr key={`${backup.folder} ${backup.name}`}>
            <td>{fullInstant(backup.madeAt).slice(0, 16)}</td>
            <td>{backup.kind}</td>
            <td>{countsOf(backup)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countsOf({ rows, files }: RecoveryBackup): string {
  if (rows === null) return '升级程序时做的';
  return `${rows.toLocaleString('zh-CN')} 条数据${files === null || files === 0 ? '' : `，附件 ${files} 个`}`;
}
