import { Spin } from 'antd';
import styles from './waiting.module.css';

/** Stands where something is being loaded; the spinner comes only when it takes longer, so that nothing flickers. */
export function Waiting() {
  return (
    <output className={styles.waiting} aria-label="正在加载">
      <Spin delay={300} />
    </output>
  );
}
