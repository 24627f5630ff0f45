import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import type { Backup, FoundPlace } from '#shared/contract/backups.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { BackupList } from './backup-list.tsx';
import type { BackupAction } from './backups-page.tsx';
import styles from './backups.module.css';

interface ElsewhereDialogProps {
  hasSecond: boolean;
  onAct: (action: BackupAction, backup: Backup) => void;
  onClose: () => void;
}

/** Backups on a stick or in the network, of this PC or another: those that are connected, or those at a path. */
export function ElsewhereDialog({ hasSecond, onAct, onClose }: ElsewhereDialogProps) {
  const [path, setPath] = useState('');
  const [found, setFound] = useState<FoundPlace[] | null>(null);
  const find = useOperation(client.backups.find, { isSave: false });
  const connected = useQuery(
    api.backups.find.queryOptions({ input: { path: '' }, meta: { tables: [] }, staleTime: 0 }),
  );

  async function look(): Promise<void> {
    const outcome = await find.run({ path: path.trim() });
    if (outcome.done) setFound(outcome.value);
  }

  return (
    <Modal open width={1020} title="从其他位置恢复" footer={null} onCancel={onClose}>
      <p>
        插着的 U
        盘和移动硬盘里的备份列在下面。没有列出的、网络文件夹里的，写出文件夹或备份文件的完整路径再查找。
      </p>
      <Space.Compact block>
        <Input
          aria-label="备份的位置"
          placeholder="例如 E:\备份、\\服务器\备份、/media/U盘/备份；刚插上的 U 盘，不写直接点“查找”"
          maxLength={500}
          autoComplete="off"
          value={path}
          onChange={({ target }) => setPath(target.value)}
          onPressEnter={() => void look()}
        />
        <Button type="primary" loading={find.running} onClick={() => void look()}>
          查找
        </Button>
      </Space.Compact>
      <QueryView query={connected}>
        {(places) => <Places places={found ?? places} hasSecond={hasSecond} onAct={onAct} />}
      </QueryView>
    </Modal>
  );
}

interface PlacesProps extends Pick<ElsewhereDialogProps, 'hasSecond' | 'onAct'> {
  places: readonly FoundPlace[];
}

function Places({ places, hasSecond, onAct }: PlacesProps) {
  if (places.length === 0)
    return (
      <p className={styles.note}>
        插着的 U 盘和移动硬盘里没有找到{hasSecond ? '第二备份位置以外的' : ''}
        备份。请插上再点“查找”，或写出路径。
      </p>
    );
  return places.map(({ folder, backups }) => (
    <section key={folder}>
      <h3 className={`${styles.heading} ${styles.folder}`}>{folder}</h3>
      <BackupList backups={backups} onAct={onAct} />
    </section>
  ));
}
