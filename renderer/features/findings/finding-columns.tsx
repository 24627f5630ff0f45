import type { TableProps } from 'antd';
import type { FindingRow } from '#shared/contract/findings.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { DueDay, unitNames, type useLightDays } from '../tasks/index.ts';
import { UnreleasedMark } from '../unreleased/index.ts';
import styles from './findings.module.css';

type Columns = NonNullable<TableProps<FindingRow>['columns']>;

/** Room for 待验收(逾期 100 天). */
const LIGHT_PIXELS = 164;

export function findingColumns(
  { today, warningDays }: ReturnType<typeof useLightDays>,
  isNarrow: boolean,
): { columns: Columns; minWidth: number } {
  const narrow: Columns = [
    {
      title: '状态',
      key: 'light',
      width: LIGHT_PIXELS,
      render: (_, { task }) => <LightTag {...lightOf(task, today, warningDays)} />,
    },
    { title: '场所', dataIndex: 'place', width: 170, ellipsis: true },
    { title: '问题', key: 'what', ellipsis: true, render: (_, row) => <What row={row} /> },
    { title: '整改时限', key: 'due', width: 140, render: (_, { task }) => <DueDay task={task} /> },
  ];
  if (isNarrow) return { columns: narrow, minWidth: 640 };
  return {
    columns: [
      ...narrow,
      { title: '责任单位', width: 130, ellipsis: true, render: (_, { task }) => unitNames(task, 'lead') },
      { title: '县(市、区)', dataIndex: 'countyName', width: 104, ellipsis: true },
      { title: '发现日期', dataIndex: 'foundOn', width: 108 },
    ],
    minWidth: 1_060,
  };
}

function What({ row: { uid, spot, what, severity } }: { row: FindingRow }) {
  return (
    <>
      <UnreleasedMark uid={uid} />
      {severity === 'major' && <span className={styles.major}>重大</span>}
      {spot === '' ? what : `${spot}：${what}`}
    </>
  );
}
