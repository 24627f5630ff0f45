import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { RecoveryState } from '#shared/contract/recovery.ts';
import type { SessionState } from '#shared/contract/session.ts';
import { grants } from '#shared/rights.ts';
import { api, client } from '#renderer/app/client.ts';
import { connection } from '#renderer/app/connection.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useStore } from '#renderer/app/store.ts';
import { DoorFrame } from '#renderer/ui/door-frame.tsx';
import { FoundBackups } from './found-backups.tsx';
import styles from './recovery-page.module.css';

interface RecoveryPageProps {
  state: SessionState;
  onEnter: () => void;
}

/** The store's checks found something: what, which backups there are, and the ways out. */
export function RecoveryPage({ state, onEnter }: RecoveryPageProps) {
  const found = useQuery(api.recovery.state.queryOptions());
  const rescue = useRescue();
  // By the roles: who has to change his password has no rights yet, but may settle this first.
  const isManager = grants(state.user?.roles ?? null, 'manageOffice');
  const mayRescue = isManager || found.data?.mayAccept !== true;

  return (
    <DoorFrame title="数据检查发现问题" lead="数据没有被删除。为了不弄坏更多，现在只能查阅和导出，不能录入。">
      <ul className={styles.faults}>
        {state.faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      {rescue.isLeaving ? (
        <output>
          程序正在重新打开，会先把有问题的数据原样留一份，再出现选择备份的页面。没有出现时，请在启动程序的窗口里找到新的网址，或者关闭程序再打开。
        </output>
      ) : (
        <>
          <h2 className={styles.heading}>最近的备份</h2>
          <FoundBackups backups={found.data?.backups} />
          <h2 className={styles.heading}>救出数据、恢复备份</h2>
          <p className={styles.words}>
            程序重新打开，把有问题的数据原样留一份，把读得出来的内容导出成 Excel
            表格，核对备份，再由您选一份恢复。选定以前什么都不变。
            {!mayRescue && '数据文件本身没有坏，这要由能管理办公室设置的人登录后在这里点。'}
          </p>
          <div className={styles.actions}>
            <Button onClick={onEnter}>仍然打开，只查阅和导出</Button>
            {mayRescue && (
              <Button type="primary" loading={rescue.running} onClick={() => void rescue.run()}>
                救出数据、恢复备份
              </Button>
            )}
          </div>
          {found.data?.mayAccept === true && <AcceptPart mayAccept={isManager} found={found.data} />}
          <p className={styles.place}>
            数据文件夹：<span className={styles.folder}>{state.dataFolder}</span>
          </p>
        </>
      )}
    </DoorFrame>
  );
}

/** The program goes and comes back; what is said of that stays until it is there again. */
function useRescue() {
  const rescue = useOperation(client.recovery.rescue, { isSave: false, repeat: false });
  const line = useStore(connection);
  const [leaving, setLeaving] = useState<'asked' | 'gone' | null>(null);
  if (leaving === 'asked' && line === 'lost') setLeaving('gone');
  if (leaving === 'gone' && line === 'open') setLeaving(null);
  return {
    running: rescue.running,
    isLeaving: leaving !== null,
    run: async (): Promise<void> => {
      if ((await rescue.run()).done) setLeaving('asked');
    },
  };
}

/** Only where the file itself is whole. */
function AcceptPart({ mayAccept, found }: { mayAccept: boolean; found: RecoveryState }) {
  const { modal } = App.useApp();
  const accept = useOperation(client.recovery.accept, { success: '已记入操作日志，可以接着录入' });

  function ask(): void {
    modal.confirm({
      title: '确定已经核对过，接着录入？',
      content: `发现的 ${found.faults.length} 处问题以后不再提示，会和您的姓名一起记入操作日志。`,
      okText: '已核对，接着录入',
      onOk: () => accept.run(),
    });
  }

  return (
    <>
      <h2 className={styles.heading}>核对后接着录入</h2>
      <p className={styles.words}>
        数据文件本身没有坏。先打开程序核对最近的内容和操作日志，确实没有问题，或者知道是怎么回事，可以接着用现在的数据。
        {!mayAccept && '这要由能管理办公室设置的人登录后在这里确认。'}
      </p>
      {mayAccept && (
        <div className={styles.actions}>
          <Button loading={accept.running} onClick={ask}>
            已核对，接着录入
          </Button>
        </div>
      )}
    </>
  );
}
