import { Button, Table, type TableProps, Tooltip } from 'antd';
import type { Backup } from '#shared/contract/backups.ts';
import { fullInstant, shortInstant } from '#renderer/ui/instants.ts';
import { sizeText } from '#shared/size-text.ts';
import type { BackupAction } from './backups-page.tsx';
import styles from './backups.module.css';

interface BackupListProps {
  backups: readonly Backup[];
  onAct: (action: BackupAction, backup: Backup) => void;
}

const SHOWN = 15;
const placeNames = { own: '本机', second: '第二位置', other: '其他位置' } as const;

const columns: NonNullable<TableProps<Backup>['columns']> = [
  {
    title: '时间',
    width: 170,
    render: (_, { madeAt, name }) => <Tooltip title={name}>{fullInstant(madeAt).slice(0, 16)}</Tooltip>,
  },
  { title: '原因', dataIndex: 'kind', width: 80 },
  {
    title: '在哪里',
    width: 200,
    render: (_, { place, isOwn, sealed }) =>
      `${placeNames[place]}${isOwn ? '' : '（另一份数据）'}${sealed ? '，已加密' : ''}`,
  },
  {
    title: '数据',
    width: 110,
    align: 'right',
    render: (_, { rows }) => (rows === null ? '—' : `${rows.toLocaleString('zh-CN')} 条`),
  },
  {
    title: '附件',
    width: 80,
    align: 'right',
    render: (_, { files }) => (files === null ? '—' : `${files} 个`),
  },
  { title: '大小', width: 90, align: 'right', render: (_, { bytes }) => sizeText(bytes) },
  {
    title: '核对',
    width: 110,
    render: (_, { verifiedAt }) => (verifiedAt === null ? '—' : shortInstant(verifiedAt)),
  },
];

/** The latest first. */
export function BackupList({ backups, onAct }: BackupListProps) {
  if (backups.length === 0) return <p className={styles.note}>还没有备份。点右上角“立即备份”马上做一个。</p>;
  const actions: NonNullable<TableProps<Backup>['columns']>[number] = {
    title: '操作',
    width: 160,
    render: (_, backup) => (
      <>
        <Button type="link" size="small" onClick={() => onAct('preview', backup)}>
          查看、恢复
        </Button>
        <Button type="link" size="small" onClick={() => onAct('verify', backup)}>
          校验
        </Button>
      </>
    ),
  };
  return (
    <Table<Backup>
      size="small"
      columns={[...columns, actions]}
      dataSource={backups}
      rowKey={({ place, name }) => `${place}/${name}`}
      pagination={backups.length > SHOWN && { pageSize: SHOWN, showSizeChanger: false }}
    />
  );
}
