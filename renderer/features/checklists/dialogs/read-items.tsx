import { Table, type TableProps } from 'antd';
import type { ReadChecklist, ReadItem } from '#shared/rules/checklists/read-checklist.ts';
import { indentOf } from '#renderer/ui/outline/indent.ts';
import { ProblemList } from '#renderer/ui/problem-list.tsx';
import styles from '../checklists.module.css';
import { daysText, severityText } from '../words.ts';

interface Line extends ReadItem {
  key: number;
}

const columns: NonNullable<TableProps<Line>['columns']> = [
  {
    title: '检查内容',
    ellipsis: true,
    render: (_, { kind, level, text }) => (
      <span style={{ paddingLeft: indentOf(level) }}>
        {kind === 'section' ? <strong>{text}</strong> : text}
      </span>
    ),
  },
  { title: '条款', dataIndex: 'article', width: 190, ellipsis: true },
  { title: '整改要求', dataIndex: 'demand', width: 190, ellipsis: true },
  { title: '期限', width: 84, render: (_, item) => daysText(item) },
  { title: '级别', width: 64, render: (_, item) => severityText(item) },
];

/** What was understood of a table, before it is taken over. */
export function ReadItems({ read }: { read: ReadChecklist }) {
  const sections = read.items.filter(({ kind }) => kind === 'section').length;
  return (
    <>
      <p className={styles.grey}>
        读出 {sections} 个标题、{read.items.length - sections}{' '}
        项检查内容。请核对，整批新增，可一次撤销；层级可以新增后再调整。
      </p>
      <ProblemList problems={read.problems} count={read.problems.length} />
      <Table<Line>
        size="small"
        pagination={false}
        virtual
        scroll={{ x: 900, y: 360 }}
        dataSource={read.items.map((item, key) => ({ ...item, key }))}
        columns={columns}
      />
    </>
  );
}
