import type { TableProps } from 'antd';
import type { LedgerRow, LedgerSort } from '#shared/contract/ledgers.ts';
import {
  type LedgerAround,
  type LedgerColumn,
  type LedgerDefinition,
  sortsOf,
} from '#shared/rules/ledgers/definition.ts';
import { dueHeading, dueLights } from '#shared/rules/ledgers/due.ts';
import { unitOf } from '#shared/rules/ledgers/numbers.ts';
import { tableMeanings } from '#shared/rules/ledgers/table-columns.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { wordsOf } from './words.ts';

type Columns = NonNullable<TableProps<LedgerRow>['columns']>;

const PLACE_PIXELS = 106;
const DUE_PIXELS = 118;
/** The column that takes what is left over. */
const ROOM_PIXELS = 200;

/**
 * Columns of the list with their least width, and which of them give way beside an open row.
 * @param hasVillages where no row is in a village, there is no column for it
 */
export function listColumns(
  definition: LedgerDefinition,
  sort: LedgerSort,
  around: LedgerAround,
  hasVillages: boolean,
) {
  const { derived = [], due } = definition;
  const sorts = new Set(sortsOf(definition).map(([key]) => key));
  const sorted = (key: string) => ({
    key,
    sorter: sorts.has(key),
    sortOrder: sort?.column === key ? orderOf(sort) : null,
  });
  const own = tableMeanings(definition).flatMap(({ meaning, name, column }): Columns => {
    if (column === null) {
      if (meaning === 'village' && !hasVillages) return [];
      return [
        {
          key: meaning,
          title: name,
          width: PLACE_PIXELS,
          ellipsis: true,
          render: (_, { place }) => place[meaning as keyof LedgerRow['place']],
        },
      ];
    }
    if (column.width === undefined) return [];
    return [
      { ...sorted(meaning), ...shownAs(column), title: titleOf(column), width: column.width, ellipsis: true },
    ];
  });
  const all: Columns = [
    ...own,
    ...derived.map(({ key, name, width, isNumber, text }) => ({
      key,
      title: name,
      width,
      align: isNumber === true ? ('right' as const) : ('left' as const),
      render: (_: unknown, { values, beside }: LedgerRow) => text(values, { ...around, beside }),
    })),
    ...(due === undefined
      ? []
      : [
          {
            ...sorted('due'),
            title: dueHeading(due),
            width: DUE_PIXELS,
            render: (_: unknown, row: LedgerRow) =>
              row.due !== null && <LightTag light={dueLights[row.due.state]} word={row.due.on} />,
          },
        ]),
    {
      key: 'hints',
      title: '需要注意',
      ellipsis: true,
      render: (_: unknown, { hints }: LedgerRow) => hints.map(({ text }) => text).join('；'),
    },
  ];
  const width = all.reduce(
    (sum, each) => sum + (typeof each.width === 'number' ? each.width : ROOM_PIXELS),
    0,
  );
  const givesWay = definition.columns.filter((column) => column.givesWay === true).map(({ key }) => key);
  // Places last, rather than that a column is cut: the open row tells its own.
  const leftOut = [...givesWay, ...derived.map(({ key }) => key), 'hints', 'village', 'township', 'county'];
  return { columns: all, minWidth: width, leftOut };
}

function orderOf({ isDown }: NonNullable<LedgerSort>): 'ascend' | 'descend' {
  return isDown ? 'descend' : 'ascend';
}

function titleOf(column: LedgerColumn): string {
  const isNumber = column.kind === 'whole' || column.kind === 'decimal' || column.kind === 'money';
  const unit = isNumber ? unitOf(column) : '';
  return unit === '' ? column.name : `${column.name}(${unit})`;
}

function shownAs(column: LedgerColumn): Pick<Columns[number], 'align' | 'render'> {
  if (column.kind === 'whole' || column.kind === 'decimal' || column.kind === 'money')
    return { align: 'right', render: (_, row) => wordsOf(column, row) };
  if (column.kind !== 'choice' || column.choices.every(({ light }) => light === undefined))
    return { render: (_, row) => wordsOf(column, row) };
  return {
    render: (_, row) => {
      const choice = column.choices.find(({ value }) => value === row.values[column.key]);
      return choice !== undefined && <LightTag light={choice.light ?? 'plain'} word={choice.name} />;
    },
  };
}
