import { Table, type TableProps } from 'antd';
import { Link } from 'wouter';
import type { MonthlyReport } from '#shared/contract/tasks.ts';
import {
  outcomeWords,
  type ReportLine,
  type ReportOutcome,
  roleWords,
} from '#shared/rules/tasks/monthly-report.ts';
import { type Light, LightTag } from '#renderer/ui/light-tag.tsx';
import styles from './tasks.module.css';

type Unit = MonthlyReport['units'][number];

const lights: Readonly<Record<ReportOutcome, Light>> = {
  inTime: 'green',
  late: 'plain',
  overdue: 'red',
  notYetDue: 'plain',
};

type Columns = NonNullable<TableProps<Unit>['columns']>;

const name: Columns[number] = { title: '单位', dataIndex: 'name', ellipsis: true };
const role: Columns[number] = { title: '职责', width: 72, render: (_, unit) => roleWords[unit.role] };
const numbers: Columns = [
  { title: '应办结', dataIndex: 'owed', width: 84, align: 'right' },
  { title: '其中结转', dataIndex: 'carried', width: 96, align: 'right' },
  { title: '按时完成', dataIndex: 'inTime', width: 96, align: 'right' },
  { title: '逾期完成', dataIndex: 'late', width: 96, align: 'right' },
  {
    title: '逾期未完成',
    dataIndex: 'overdue',
    width: 104,
    align: 'right',
    render: (overdue: number) => <span className={overdue > 0 ? styles.late : ''}>{overdue}</span>,
  },
  { title: '尚未到期', dataIndex: 'notYetDue', width: 96, align: 'right' },
  {
    title: '最长逾期',
    dataIndex: 'mostLateDays',
    width: 96,
    align: 'right',
    render: (days: number) => (days === 0 ? '' : `${days} 天`),
  },
  { title: '催办', dataIndex: 'pressed', width: 72, align: 'right' },
  { title: '延期', dataIndex: 'extended', width: 72, align: 'right' },
];

/** @param withRole what a unit leads and what it supports stand in rows of their own */
export function reportColumns(withRole: boolean): Columns {
  return [name, ...(withRole ? [role] : []), ...numbers];
}

const lineColumns: NonNullable<TableProps<ReportLine>['columns']> = [
  {
    title: '任务',
    dataIndex: 'title',
    ellipsis: true,
    render: (title: string, { uid }) => <Link href={`/tasks/${uid}`}>{title}</Link>,
  },
  {
    title: '完成时限',
    width: 190,
    render: (_, { dueOn, firstDueOn }) => (
      <>
        {dueOn}
        {firstDueOn !== dueOn && <span className={styles.oldDay}>{firstDueOn}</span>}
      </>
    ),
  },
  {
    title: '完成情况',
    width: 200,
    render: (_, { outcome, lateDays }) => (
      <LightTag
        light={lights[outcome]}
        word={lateDays === 0 ? outcomeWords[outcome] : `${outcomeWords[outcome]}(${lateDays} 天)`}
      />
    ),
  },
  { title: '催办', dataIndex: 'pressed', width: 72, align: 'right' },
  { title: '延期', dataIndex: 'extended', width: 72, align: 'right' },
];

/** The tasks behind a unit's numbers. */
export function unitLines({ lines }: Unit) {
  return (
    <Table<ReportLine>
      size="small"
      columns={lineColumns}
      dataSource={lines}
      rowKey={({ uid }) => uid}
      pagination={false}
    />
  );
}
