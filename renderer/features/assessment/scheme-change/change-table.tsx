import type { TableProps } from 'antd';
import { useMemo } from 'react';
import type { SchemeChangePreview } from '#shared/contract/scheme-change.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { decimalText } from '#shared/rules/scoring/points-text.ts';

export type ChangeView = 'objects' | 'cells' | 'indicators';
type ObjectRow = SchemeChangePreview['objects'][number];
interface CellRow extends Omit<SchemeChangePreview['cells'][number], 'places'> {
  key: string;
  object: string;
}
type IndicatorRow = SchemeChangePreview['indicators'][number];

const changeNames: Readonly<Record<IndicatorRow['change'], string>> = {
  added: '新增',
  removed: '去掉',
  changed: '改动',
};

const indicatorColumns: NonNullable<TableProps<IndicatorRow>['columns']> = [
  { title: '变化', width: 72, render: (_, { change }) => changeNames[change] },
  { title: '指标', dataIndex: 'name', width: 320, ellipsis: true },
  { title: '改了什么', dataIndex: 'text', ellipsis: true },
];

const cellColumns: NonNullable<TableProps<CellRow>['columns']> = [
  { title: '单位', dataIndex: 'object', width: 140, ellipsis: true },
  { title: '指标', dataIndex: 'indicator', ellipsis: true },
  { title: '现在', width: 80, align: 'right', render: (_, { before }) => scoreText(before) },
  { title: '改用后', width: 80, align: 'right', render: (_, { after }) => scoreText(after) },
  { title: '说明', dataIndex: 'note', width: 280, ellipsis: true },
];

function scoreText(points: number | null): string {
  return points === null ? '未评' : String(points / 1000);
}

function objectColumns(decimals: number): NonNullable<TableProps<ObjectRow>['columns']> {
  const total = (points: number | null) => decimalText(points, decimals);
  return [
    { title: '单位', dataIndex: 'name', ellipsis: true },
    {
      title: '总分',
      width: 190,
      align: 'right',
      render: (_, { before, after }) => arrow(total(before.total), total(after.total)),
    },
    { title: '等次', width: 170, render: (_, { before, after }) => arrow(before.grade, after.grade) },
    {
      title: '名次',
      width: 120,
      align: 'right',
      render: (_, { before, after }) => arrow(String(before.rank ?? '—'), String(after.rank ?? '—')),
    },
  ];
}

function arrow(before: string, after: string): string {
  return before === after ? after || '—' : `${before || '—'} → ${after || '—'}`;
}

/** Object by object, each in the document's order. */
function cellRows({ cells, names }: SchemeChangePreview): CellRow[] {
  const byObject: CellRow[][] = names.map(() => []);
  for (const { places, ...cell } of cells)
    for (const place of places)
      byObject[place]?.push({ ...cell, key: `${place}/${cell.indicator}`, object: names[place] ?? '' });
  return byObject.flat();
}

/** One of the three lists of what would change. */
export function ChangeTable({ preview, view }: { preview: SchemeChangePreview; view: ChangeView }) {
  const { indicators, objects, decimals } = preview;
  const cells = useMemo(() => cellRows(preview), [preview]);
  if (view === 'indicators') {
    return (
      <ListTable
        label="变化的指标"
        columns={indicatorColumns}
        rows={indicators}
        rowKey={({ change, name }) => `${change}/${name}`}
        empty={<EmptyState text="指标没有变化。" />}
      />
    );
  }
  if (view === 'cells') {
    return (
      <ListTable
        label="变化的单项得分"
        columns={cellColumns}
        rows={cells}
        rowKey={({ key }) => key}
        minWidth={800}
        empty={<EmptyState text="已有评分的得分都不变。" />}
      />
    );
  }
  return (
    <ListTable
      label="变化的总分、等次和名次"
      columns={objectColumns(decimals)}
      rows={objects}
      rowKey={({ objectUid }) => objectUid}
      minWidth={760}
      empty={<EmptyState text="总分、等次和名次都不变。" />}
    />
  );
}
