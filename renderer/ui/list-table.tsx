import { Button, Table, type TableProps } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './list-table.module.css';
import { columnsFor, sideways } from './list-width.ts';
import { useBox } from './use-box.ts';

const HEAD_PIXELS = 40;
const ROW_PIXELS = 36;
const MORE_PIXELS = 44;
const LEAST_PIXELS = 560;
/** Shorter lists are drawn whole, as a real table that screen readers understand. */
const VIRTUAL_FROM = 200;

interface ListTableProps<Row extends object> {
  /** Accessible name of the table. */
  label: string;
  columns: NonNullable<TableProps<Row>['columns']>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  loading?: boolean;
  /** The row that stands open in the side panel. */
  openKey?: string | null;
  /** A click or Enter on a row. */
  onOpen?: (row: Row) => void;
  /** Shown instead of rows: an EmptyState with the first step. */
  empty: ReactNode;
  /** Chosen rows, for what is done to many at once. */
  selection?: { keys: readonly string[]; onChange: (keys: string[]) => void };
  /** Least width in pixels below which the table scrolls sideways; give every column but one a width. */
  minWidth?: number;
  /** Keys of columns that stay away instead, the first first, as far as the least width asks, as beside an open row. */
  leftOut?: readonly string[];
  /** Rows that open below themselves. */
  expandable?: NonNullable<TableProps<Row>['expandable']>;
  /** The caller orders the rows; of columns with a `sorter`, by their key. Null: in their own order. */
  onSort?: (sort: { column: string; isDown: boolean } | null) => void;
  /** There are further rows to fetch. */
  more?: { text: string; busy: boolean; onMore: () => void };
}

/** A long list in the height that it is given: only the rows in view are drawn. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const {
    label,
    columns,
    rows,
    rowKey,
    loading = false,
    openKey = null,
    onOpen,
    empty,
    selection,
    more,
    onSort,
    minWidth = LEAST_PIXELS,
    leftOut = [],
  } = props;
  const { ref, width, height } = useBox<HTMLDivElement>();
  // Rows that open below themselves have no fixed height, which drawing only those in view needs.
  const isVirtual = props.expandable === undefined && rows.length > VIRTUAL_FROM;
  const fitted = columnsFor(columns, leftOut, minWidth, width);
  // Where some stay away, what is left is rather narrow than scrolled.
  const least = fitted.columns.length < columns.length ? Math.min(LEAST_PIXELS, fitted.minWidth) : minWidth;
  const bodyHeight = Math.max(ROW_PIXELS * 3, height - HEAD_PIXELS - (more === undefined ? 0 : MORE_PIXELS));

  return (
    <section ref={ref} className={styles.place} aria-label={label}>
      {height > 0 && rows.length === 0 && !loading && <div className={styles.empty}>{empty}</div>}
      {height > 0 && (rows.length > 0 || loading) && (
        <Table<Row>
          virtual={isVirtual}
          size="middle"
          columns={[...fitted.columns]}
          dataSource={rows}
          rowKey={rowKey}
          loading={{ spinning: loading, delay: 300 }}
          pagination={false}
          scroll={{ ...sideways(isVirtual, least, width), y: bodyHeight }}
          rowClassName={(row) => (rowKey(row) === openKey ? (styles.open ?? '') : '')}
          {...(props.expandable === undefined ? {} : { expandable: props.expandable })}
          {...(onSort === undefined ? {} : { onChange: (_page, _filters, sorter) => onSort(sortOf(sorter)) })}
          {...(onOpen === undefined ? {} : { onRow: (row: Row) => rowEvents(row, onOpen) })}
          {...(selection === undefined
            ? {}
            : {
                rowSelection: {
                  columnWidth: 40,
                  selectedRowKeys: [...selection.keys],
                  onChange: (keys) => selection.onChange(keys.map(String)),
                  // antd's own names are English.
                  getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
                  getCheckboxProps: () => ({ 'aria-label': '选中这一行' }),
                },
              })}
        />
      )}
      {more !== undefined && rows.length > 0 && (
        <div className={styles.more} style={{ height: MORE_PIXELS }}>
          <Button size="small" loading={more.busy} onClick={more.onMore}>
            {more.text}
          </Button>
        </div>
      )}
    </section>
  );
}

type Sorter<Row> = Parameters<NonNullable<TableProps<Row>['onChange']>>[2];

function sortOf<Row>(sorter: Sorter<Row>): { column: string; isDown: boolean } | null {
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
