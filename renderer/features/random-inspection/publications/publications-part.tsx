import { type TableProps } from 'antd';
import { useState } from 'react';
import type { Publication } from '#shared/contract/random-results.ts';
import { publicationKindNames } from '#shared/rules/random-inspection/model.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import styles from '../random.module.css';
import { usePublications } from '../use-random.ts';
import { PublicationPanel } from './publication-panel.tsx';
import { dueText } from './due-text.ts';

const columns: NonNullable<TableProps<Publication>['columns']> = [
  { title: '月份', dataIndex: 'month', width: 90 },
  { title: '公示内容', width: 100, render: (_, { kind }) => publicationKindNames[kind] },
  {
    title: '数量',
    width: 160,
    render: (_, { count, open }) => (open > 0 ? `${count} 家，${open} 家待检查` : `${count} 家`),
  },
  { title: '最迟公示', dataIndex: 'dueOn', width: 110 },
  {
    title: '状态',
    width: 170,
    render: (_, publication) => {
      const { light, word } = dueText(publication);
      return <LightTag light={light} word={word} />;
    },
  },
  { title: '公示日期', key: 'day', dataIndex: 'publishedOn', width: 110 },
  { title: '公示的地方', key: 'place', dataIndex: 'place', ellipsis: true },
];

const keyOf = ({ month, kind }: Publication): string => `${month} ${kind}`;

/** 公示: each month's results and plan, what is due, and the tables for it. */
export function PublicationsPart({ mayEdit }: { mayEdit: boolean }) {
  const { data = [], isLoading } = usePublications();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = data.find((each) => keyOf(each) === openKey);
  const overdue = data.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <span className={overdue > 0 ? styles.late : styles.hint} style={{ margin: 0 }}>
          {overdue > 0 ? `有 ${overdue} 项过了公示期限` : '没有过期未公示的'}
        </span>
      </div>
      <div className={styles.withSide}>
        <div className={styles.list}>
          <ListTable<Publication>
            label="双随机公示"
            columns={columns}
            rows={data}
            rowKey={keyOf}
            loading={isLoading}
            minWidth={880}
            leftOut={['day', 'place']}
            openKey={openKey}
            onOpen={(row) => setOpenKey(keyOf(row))}
            empty={<EmptyState text="有了年度计划和抽取结果，每月要公示的计划和结果就列在这里。" />}
          />
        </div>
        {open !== undefined && (
          <PublicationPanel
            key={openKey}
            publication={open}
            mayEdit={mayEdit}
            onClose={() => setOpenKey(null)}
          />
        )}
      </div>
    </div>
  );
}
