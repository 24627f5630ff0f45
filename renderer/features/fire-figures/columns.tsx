import type { TableProps } from 'antd';
import type { PlaceFires, SplitRow } from '#shared/contract/fire-figures.ts';
import { figureKeys, figureNames, figureStateNames } from '#shared/rules/fire-figures/figures.ts';
import { type FireSplit, splitNames } from '#shared/rules/fire-figures/parts.ts';
import { changeOf, figureText } from '#shared/rules/fire-figures/words.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { doubtsOf } from './words.ts';

export type Span = 'month' | 'toDate';
type Columns<Shown> = NonNullable<TableProps<Shown>['columns']>;
type Row = Pick<PlaceFires | SplitRow, 'figures' | 'lastYear' | 'toDate' | 'toDateLastYear'>;

export function placeColumns(span: Span, isOneCounty: boolean): Columns<PlaceFires> {
  return [
    { title: isOneCounty ? '县(市、区)、乡镇(街道)' : '县(市、区)', dataIndex: 'name', ellipsis: true },
    {
      title: '状态',
      key: 'state',
      width: 78,
      render: (_, row) => {
        const { entry, organizationUid } = row;
        if (organizationUid === null) return '';
        if (entry === null) return '未报';
        return doubtsOf(row).length === 0 ? (
          figureStateNames[entry.state]
        ) : (
          <LightTag light="yellow" word="需核对" />
        );
      },
    },
    ...figureColumns<PlaceFires>(span),
  ];
}

export function splitColumns(span: Span, split: FireSplit): Columns<SplitRow> {
  return [{ title: splitNames[split], dataIndex: 'name', ellipsis: true }, ...figureColumns<SplitRow>(span)];
}

function figureColumns<Shown extends Row>(span: Span): Columns<Shown> {
  const now = (row: Row) => (span === 'month' ? row.figures : row.toDate);
  const then = (row: Row) => (span === 'month' ? row.lastYear : row.toDateLastYear);
  return figureKeys.flatMap(
    (name): Columns<Shown> => [
      {
        title: name === 'loss' ? '损失(万元)' : figureNames[name],
        key: name,
        width: name === 'loss' ? 96 : 58,
        align: 'right',
        render: (_, row) => figureText(now(row), name),
      },
      {
        title: '去年同期',
        key: `${name}Then`,
        width: name === 'loss' ? 96 : 78,
        align: 'right',
        render: (_, row) => figureText(then(row), name),
      },
      {
        title: '同比',
        key: `${name}Change`,
        width: 80,
        align: 'right',
        render: (_, row) => changeOf(now(row), then(row), name),
      },
    ],
  );
}

/** Beside a panel. */
export const LEFT_OUT = [
  ...figureKeys.map((name) => `${name}Then`),
  ...figureKeys.map((name) => `${name}Change`),
];
