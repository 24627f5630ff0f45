import { Table, type TableProps } from 'antd';
import { Link } from 'wouter';
import type { Resolution } from '#shared/contract/meetings.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import styles from './meeting-page.module.css';

const columns: NonNullable<TableProps<Resolution>['columns']> = [
  {
    title: '议定事项',
    render: (_, { uid, title, status }) =>
      status === 'planned' ? title : <Link href={`/tasks/${uid}`}>{title}</Link>,
  },
  { title: '牵头单位', dataIndex: 'leads', width: 220 },
  { title: '完成时限', width: 120, render: (_, { dueOn }) => dueOn ?? '长期坚持' },
  { title: '办理情况', width: 110, render: (_, { status }) => taskStatusNames[status] },
];
const withMeeting: typeof columns = [
  ...columns,
  { title: '来自', dataIndex: 'meetingTitle', width: 240, ellipsis: true },
];

interface ResolutionTableProps {
  resolutions: readonly Resolution[];
  empty: string;
  /** Of which meeting each is, where they are of several. */
  showsMeeting?: boolean;
}

export function ResolutionTable({ resolutions, empty, showsMeeting = false }: ResolutionTableProps) {
  if (resolutions.length === 0) return <p className={styles.hint}>{empty}</p>;
  return (
    <Table<Resolution>
      size="small"
      pagination={false}
      rowKey="uid"
      columns={showsMeeting ? withMeeting : columns}
      dataSource={resolutions}
    />
  );
}
