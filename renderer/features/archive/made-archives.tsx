import { Button, Table, type TableProps, Tooltip } from 'antd';
import type { MadeArchive } from '#shared/contract/archive.ts';
import { INDEX_NAME } from '#shared/rules/archive/names.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import { sizeText } from '#shared/size-text.ts';
import styles from './archive.module.css';

/** As many characters of a fingerprint as tell archives apart at a glance. */
const SHOWN = 12;

const LEFT_OUT = `原因见文件夹里的“${INDEX_NAME}”`;

const columns: NonNullable<TableProps<MadeArchive>['columns']> = [
  {
    title: '归档',
    render: (_, { name, folder }) => <Tooltip title={folder}>{name}</Tooltip>,
  },
  {
    title: '文件',
    width: 170,
    render: (_, { files, bytes }) => `${files} 个，${sizeText(bytes)}`,
  },
  {
    title: '没有归档',
    width: 90,
    align: 'right',
    render: (_, { leftOut }) => (leftOut === 0 ? '没有' : <Tooltip title={LEFT_OUT}>{leftOut} 项</Tooltip>),
  },
  {
    title: '提醒',
    width: 80,
    align: 'right',
    render: (_, { warnings }) =>
      warnings.length === 0 ? '没有' : <Tooltip title={warnings.join('\n')}>{warnings.length} 条</Tooltip>,
  },
  { title: '归档时间', width: 120, render: (_, { madeAt }) => shortInstant(madeAt) },
  { title: '经办人', dataIndex: 'madeBy', width: 90, ellipsis: true },
  {
    title: '校验值',
    width: 130,
    render: (_, { fingerprint }) => (
      <Tooltip title={fingerprint}>
        <span className={styles.fingerprint}>{fingerprint.slice(0, SHOWN)}</span>
      </Tooltip>
    ),
  },
];

/** The register of archives, the latest first. */
export function MadeArchives({ rows }: { rows: readonly MadeArchive[] }) {
  const { canOpenFiles } = useSession();
  const reveal = useOperation(client.archive.reveal, { isSave: false, repeat: false });
  if (rows.length === 0)
    return <p className={styles.empty}>还没有做过归档。做好的归档列在这里，校验值可以和文件夹核对。</p>;
  const open: NonNullable<TableProps<MadeArchive>['columns']> = [
    {
      title: '操作',
      width: 110,
      render: (_, { uid }) => (
        <Button type="link" size="small" onClick={() => void reveal.run({ uid })}>
          打开文件夹
        </Button>
      ),
    },
  ];
  return (
    <Table<MadeArchive>
      size="small"
      columns={canOpenFiles ? [...columns, ...open] : columns}
      dataSource={rows}
      rowKey={({ uid }) => uid}
      pagination={false}
    />
  );
}
