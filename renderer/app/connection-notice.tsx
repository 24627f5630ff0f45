import { Button } from 'antd';
import { useEffect, useState } from 'react';
import styles from './connection-notice.module.css';
import { connection } from './connection.ts';
import { useStore } from './store.ts';

/** A break this short is not worth a word. */
const CALM_MILLISECONDS = 800;

/** Says calmly that the connection is gone and that nobody has to do anything. */
export function ConnectionNotice() {
  const state = useStore(connection);
  const [shown, setShown] = useState(false);
  const broken = state === 'lost' || state === 'entryLost';

  useEffect(() => {
    if (!broken) {
      setShown(false);
      return undefined;
    }
    const timer = setTimeout(() => setShown(true), CALM_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [broken]);

  if (!broken || !shown) return null;
  return (
    <div className={styles.notice} role="status">
      {state === 'lost' ? (
        '与程序的连接中断,正在重新连接…'
      ) : (
        <>
          程序重新启动过,需要重新进入。
          <Button size="small" onClick={() => location.reload()}>
            重新进入
          </Button>
        </>
      )}
    </div>
  );
}
