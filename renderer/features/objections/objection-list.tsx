import type { TableProps } from 'antd';
import type { ObjectionRow } from '#shared/contract/objections.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from './objections.module.css';
import { useObjectionsOfPeriod } from './use-objections.ts';
import { outcomeTag } from './words.ts';

interface ObjectionListProps {
  periodUid: string;
  /** To the cell in the score sheet, where it is answered. */
  onGo: (row: ObjectionRow) => void;
}

/** All objections of a period, what waits for an answer first. */
export function ObjectionList({ periodUid, onGo }: ObjectionListProps) {
  const query = useObjectionsOfPeriod(periodUid);
  return (
    <QueryView query={query}>
      {(rows) => (
        <div className={styles.table}>
          <ListTable<ObjectionRow>
            label="申诉"
            columns={columns}
            minWidth={1_000}
            rows={rows}
            rowKey={({ uid }) => uid}
            onOpen={onGo}
            empty={
              <EmptyState
                text={
                  '本期还没有申诉。\n在“表格”里选中一项，在右边的“单项详情”里点“提出申诉”；答复以前不能定稿。'
                }
              />
            }
          />
        </div>
      )}
    </QueryView>
  );
}

const columns: NonNullable<TableProps<ObjectionRow>['columns']> = [
  { title: '状态', key: 'outcome', width: 104, render: (_, row) => <LightTag {...outcomeTag(row)} /> },
  { title: '单位', dataIndex: 'unitName', width: 110, ellipsis: true },
  {
    title: '指标',
    key: 'indicator',
    width: 220,
    ellipsis: true,
    render: (_, { indicatorNumber, indicatorContent }) => `${indicatorNumber} ${indicatorContent}`.trim(),
  },
  { title: '申诉', dataIndex: 'text', ellipsis: true },
  { title: '答复', dataIndex: 'answer', ellipsis: true, width: 240 },
  {
    title: '提出',
    key: 'raised',
    width: 150,
    render: (_, { raisedBy, raisedAt }) => `${raisedBy} ${shortInstant(raisedAt)}`,
  },
];
