import { Button } from 'antd';
import styles from './recovery-page.module.css';

/** Over every page while nothing is written. */
export function HeldNotice({ onOpen }: { onOpen: () => void }) {
  return (
    <div className={styles.held} role="alert">
      数据检查发现问题，现在只能查阅和导出，不能录入。
      <Button size="small" onClick={onOpen}>
        处理
      </Button>
    </div>
  );
}
