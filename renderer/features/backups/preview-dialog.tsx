import { Button, Modal, Table, type TableProps } from 'antd';
import type { BackupPreview } from '#shared/contract/backups.ts';
import { client } from '#renderer/app/client.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { fullInstant, shortInstant } from '#renderer/ui/instants.ts';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { tableLabel } from '#shared/rules/history/labels.ts';
import type { Chosen } from './backups-page.tsx';
import styles from './backups.module.css';
import { useBackupJob } from './use-backups.tsx';

interface PreviewDialogProps {
  preview: BackupPreview;
  chosen: Chosen;
  /** It waits for the next start. */
  onRestored: () => void;
  onClose: () => void;
}

type TableCount = BackupPreview['tables'][number];

const columns: NonNullable<TableProps<TableCount>['columns']> = [
  { title: '内容', ellipsis: true, render: (_, { table }) => tableLabel(table) },
  { title: '备份里', dataIndex: 'kept', width: 68, align: 'right' },
  { title: '现在', dataIndex: 'now', width: 68, align: 'right' },
  {
    title: '相差',
    width: 68,
    align: 'right',
    render: (_, { kept, now }) => difference(kept - now),
  },
];

function difference(count: number): string {
  if (count === 0) return '';
  return count > 0 ? `多 ${count}` : `少 ${-count}`;
}

/** What is in a backup, what differs from now, and the way back to it. */
export function PreviewDialog({ preview, chosen, onRestored, onClose }: PreviewDialogProps) {
  const confirm = useConfirm();
  const restore = useBackupJob(client.backups.restore, onRestored);

  async function begin(): Promise<void> {
    const { name, place, folder } = chosen.backup;
    const yes = await confirm({
      title: `恢复到 ${fullInstant(preview.madeAt)} 的数据？`,
      consequence:
        '先把现在的数据备份一次，再准备好恢复的数据；关闭程序再打开后生效。现在的数据不会删除，整个留在数据文件夹的“恢复前的数据”里。恢复不能用“撤销”收回，要回来就再恢复刚做的备份。',
      verb: '准备恢复',
      danger: true,
    });
    if (yes) await restore.start({ place, folder, name, password: chosen.password });
  }

  return (
    <Modal
      open
      width={860}
      title={`${fullInstant(preview.madeAt)} 的备份`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button type="primary" danger loading={restore.starting} onClick={() => void begin()}>
            恢复到这个备份
          </Button>
        </>
      }
    >
      <FactList
        facts={[
          ['与现在相比', laterWords(preview.later)],
          ['附件', `${preview.files} 个`],
          ['程序版本', preview.programVersion],
        ]}
      />
      <div className={styles.halves}>
        <Table<TableCount>
          size="small"
          columns={columns}
          dataSource={preview.tables.toSorted((one, other) => distance(other) - distance(one))}
          rowKey={({ table }) => table}
          pagination={false}
          scroll={{ y: 300 }}
        />
        <div>
          <h3 className={styles.heading}>备份前最后的操作</h3>
          <ul className={styles.operations}>
            {preview.operations.map(({ at, userName, label, summary }) => (
              <li key={`${at} ${label} ${summary}`}>
                <span>{shortInstant(at)}</span> {userName} {label}
                {summary !== '' && `：${summary}`}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {restore.dialog}
    </Modal>
  );
}

function distance({ kept, now }: TableCount): number {
  return Math.abs(kept - now);
}

function laterWords(later: number | null): string {
  if (later === null) return '不是现在这份数据以前的样子（另一台电脑的，或者恢复以后分开了）';
  return later === 0 ? '备份以后没有改动' : `备份以后又做了 ${later} 次操作，恢复后这些操作就没有了`;
}
