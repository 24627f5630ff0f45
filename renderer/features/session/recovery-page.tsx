import { Button } from 'antd';
import type { SessionState } from '#shared/contract/session.ts';
import { DoorFrame } from '#renderer/ui/door-frame.tsx';
import styles from './recovery-page.module.css';

interface RecoveryPageProps {
  state: SessionState;
  onRecheck: () => void;
  onEnter: () => void;
}

/** The store's checks found something: what, and what to do before anything is entered. */
export function RecoveryPage({ state, onRecheck, onEnter }: RecoveryPageProps) {
  return (
    <DoorFrame title="数据检查发现问题" lead="数据没有被删除。弄清楚以前，请先不要继续录入。">
      <ul className={styles.faults}>
        {state.faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      <h2 className={styles.heading}>请这样做</h2>
      <ol className={styles.steps}>
        <li>关闭本程序的所有窗口；</li>
        <li>
          把数据文件夹整个复制一份到别的磁盘或 U 盘:
          <span className={styles.folder}>{state.dataFolder}</span>
        </li>
        <li>记下上面的提示，联系维护人员。不要自行改动数据文件夹里的文件。</li>
      </ol>
      <div className={styles.actions}>
        <Button onClick={onEnter}>仍然打开，只查阅和导出</Button>
        <Button type="primary" onClick={onRecheck}>
          重新检查
        </Button>
      </div>
    </DoorFrame>
  );
}
