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
  return state === 'lost' || state === 'entryLost' ? (
    <Notice key={state} isEntryLost={state === 'entryLost'} />
  ) : null;
}

function Notice({ isEntryLost }: { isEntryLost: boolean }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), CALM_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);

  if (!shown) return null;
  return (
    <output className={styles.notice}>
      {!isEntryLost ? (
        '与程序的连接中断，正在重新连接…'
      ) : (
        <>
          程序重新启动过，需要重新进入。
          <Button size="small" onClick={() => location.reload()}>
            重新进入
          </Button>
        </>
      )}
    </output>
  );
}
