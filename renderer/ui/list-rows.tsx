import { Table, type TableProps } from 'antd';
import { type KeyboardEvent, memo } from 'react';
import styles from './list-table.module.css';

export type ListColumns<Row> = NonNullable<TableProps<Row>['columns']>;
export type ListSort = { column: string; isDown: boolean } | null;

interface ListRowsProps<Row extends object> {
  columns: readonly ListColumns<Row>[number][];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  loading: boolean;
  openKey: string | null;
  /** Null: rows do not open. */
  onOpen: ((row: Row) => void) | null;
  /** Null: none can be chosen. */
  chosen: readonly string[] | null;
  onChoose: (keys: string[]) => void;
  /** Undefined: rows do not open below themselves. */
  expandable: TableProps<Row>['expandable'];
  /** Null: antd orders the rows, or nobody. */
  onSort: ((sort: ListSort) => void) | null;
  /** Only the rows in view are drawn. */
  isVirtual: boolean;
  /** Cells say 今天 or 已过期: on the next day they are drawn anew. */
  day: string;
  /** Of all columns, as antd and CSS understand it. */
  width: number | string;
  /** Of the rows below the head, in pixels. */
  height: number;
}

/**
 * The rows of a list. Drawing them takes by far most of the time of a page, so that they stay as they are until one of
 * these properties is another one: a dialog that opens or a letter typed beside them does not touch them.
 */
export const ListRows = memo(DrawnRows) as typeof DrawnRows;

function DrawnRows<Row extends object>(props: ListRowsProps<Row>) {
  const { columns, rows, rowKey, loading, openKey, onOpen, chosen, onChoose, expandable, onSort } = props;
  return (
    <Table<Row>
      virtual={props.isVirtual}
      size="middle"
      columns={[...columns]}
      dataSource={rows}
      rowKey={rowKey}
      loading={{ spinning: loading, delay: 300 }}
      pagination={false}
      scroll={{ x: props.width, y: props.height }}
      rowClassName={(row) => (rowKey(row) === openKey ? (styles.open ?? '') : '')}
      {...(expandable === undefined ? {} : { expandable })}
      {...(onSort === null ? {} : { onChange: (_page, _filters, sorter) => onSort(sortOf(sorter)) })}
      {...(onOpen === null ? {} : { onRow: (row: Row) => rowEvents(row, onOpen) })}
      {...(chosen === null
        ? {}
        : {
            rowSelection: {
              columnWidth: 40,
              // The list itself: antd draws all rows once more for a copy of it.
              selectedRowKeys: chosen as string[],
              onChange: (keys) => onChoose(keys.map(String)),
              // antd's own names are English.
              getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
              getCheckboxProps: () => ({ 'aria-label': '选中这一行' }),
            },
          })}
    />
  );
}

type Sorter<Row> = Parameters<NonNullable<TableProps<Row>['onChange']>>[2];

function sortOf<Row>(sorter: Sorter<Row>): ListSort {
  const { order, columnKey } = (Array.isArray(sorter) ? sorter[0] : sorter) ?? {};
  return order === undefined || order === null || columnKey === undefined
    ? null
    : { column: String(columnKey), isDown: order === 'descend' };
}

function rowEvents<Row>(row: Row, onOpen: (row: Row) => void) {
  return {
    tabIndex: 0,
    className: styles.clickable ?? '',
    onClick: () => onOpen(row),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row);
    },
  };
}
