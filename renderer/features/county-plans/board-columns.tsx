import type { TableProps } from 'antd';
import type { CountyPlanRow } from '#shared/contract/county-plans.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import styles from './county-plans.module.css';
import { lightOf } from './words.ts';

/** What is counted of a plan whose tasks nobody has typed says nothing. */
const whenIn = (text: (row: CountyPlanRow) => string | number) => (_: unknown, row: CountyPlanRow) =>
  row.counts.tasks === 0 ? '' : text(row);

export const boardColumns: NonNullable<TableProps<CountyPlanRow>['columns']> = [
  { title: '单位', dataIndex: 'name', width: 150, ellipsis: true },
  { title: '状态', width: 120, render: (_, row) => <LightTag {...lightOf(row)} /> },
  { title: '报送期限', dataIndex: 'dueOn', width: 110 },
  {
    title: '报送日期',
    width: 150,
    render: (_, { receivedOn, dueOn, firstReceivedOn, firstDueOn }) =>
      receivedOn !== null && (firstReceivedOn ?? receivedOn) > (firstDueOn ?? dueOn)
        ? `${receivedOn}(${firstReceivedOn === null ? '' : '首报'}逾期)`
        : receivedOn,
  },
  { title: '文号', dataIndex: 'documentNumber', width: 180, ellipsis: true },
  {
    title: '已对应/应对应',
    width: 118,
    align: 'right',
    render: whenIn(({ counts }) => `${counts.answered}/${counts.expected}`),
  },
  {
    title: '问题',
    width: 70,
    align: 'right',
    render: (_, row) => (
      <span className={row.counts.problems > 0 ? styles.late : ''}>
        {whenIn(({ counts }) => counts.problems)(_, row)}
      </span>
    ),
  },
  { title: '退回原因、备注', ellipsis: true, render: (_, row) => row.reason || row.note },
];
export const BOARD_PIXELS = 1_150;
