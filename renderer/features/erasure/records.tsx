import { useQuery } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import type { ClearingRecord, ErasureRecord } from '#shared/contract/erasure.ts';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { ListTable } from '#renderer/ui/list-table.tsx';
import styles from './erasure-page.module.css';

interface RecordRow {
  uid: string;
  at: number;
  reason: string;
  what: string;
  askedBy: string;
  confirmedBy: string;
  backups: string;
}

const columns: NonNullable<TableProps<RecordRow>['columns']> = [
  { title: '时间', width: 166, render: (_, { at }) => fullInstant(at) },
  { title: '原因', dataIndex: 'reason', width: 180, className: styles.wrapped ?? '' },
  { title: '清除了什么', dataIndex: 'what', width: 280, className: styles.wrapped ?? '' },
  { title: '提出', dataIndex: 'askedBy', width: 90, ellipsis: true },
  { title: '确认', dataIndex: 'confirmedBy', width: 90, ellipsis: true },
  { title: '可能还有的备份', dataIndex: 'backups', className: styles.wrapped ?? '' },
];

/** What was removed before, by whom, and which backups may still hold it. */
export function Records() {
  const { data, isLoading } = useQuery(
    api.erasure.records.queryOptions({ meta: { tables: ['erasure', 'log_clearing'] } }),
  );
  const rows = [
    ...(data?.erasures.map((record) => erasureRow(record, data.unchecked)) ?? []),
    ...(data?.clearings.map(clearingRow) ?? []),
  ].toSorted((one, other) => other.at - one.at);
  return (
    <ListTable<RecordRow>
      label="清除记录"
      columns={columns}
      rows={rows}
      rowKey={({ uid }) => uid}
      loading={isLoading}
      minWidth={1_000}
      empty={
        <EmptyState text="有人申请清除个人信息时，在上面写姓名、电话查找，核对后由主任提出、审计员确认。这里留下办理记录。" />
      }
    />
  );
}

function erasureRow(
  { rows, changes, lines, files, backups, ...record }: ErasureRecord,
  unchecked: string | null,
): RecordRow {
  const what = `${rows} 处内容、${changes} 条改动记录、${lines} 条日志、${files} 个附件`;
  const known = backups.length === 0 ? '没有了' : backups.join('、');
  const open = unchecked === null ? '' : `；第二备份位置“${unchecked}”现在不在，没有查`;
  return { ...record, what, backups: `${known}${open}` };
}

function clearingRow({ uid, at, beforeDay, changes, askedBy, confirmedBy }: ClearingRecord): RecordRow {
  const what = `${beforeDay} 以前的 ${changes} 条改动明细`;
  return { uid, at, reason: '清理旧的改动明细', what, askedBy, confirmedBy, backups: '' };
}
