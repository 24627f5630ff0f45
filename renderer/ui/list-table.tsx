import { Button, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { type ListColumns, ListRows, type ListSort } from './list-rows.tsx';
import styles from './list-table.module.css';
import { columnsFor, listWidth } from './list-width.ts';
import { useBox } from './use-box.ts';
import { useAsOf, useSameList, useStable } from './use-stable.ts';
import { useCurrentDay } from './use-current-day.ts';

const HEAD_PIXELS = 40;
const ROW_PIXELS = 36;
const MORE_PIXELS = 44;
const LEAST_PIXELS = 560;
/** Shorter lists are drawn whole, as a real table that screen readers understand. */
const VIRTUAL_FROM = 200;
const NONE: readonly string[] = [];

interface ListTableProps<Row extends object> {
  /** Accessible name of the table. */
  label: string;
  /** Not made anew on each drawing, where that can be: then the rows are not either. */
  columns: ListColumns<Row>;
  /** A row that has changed is another object, as the answers of the core are. */
  rows: readonly Row[];
  /** Of the row alone; the first one that came with these columns is kept. */
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
  onSort?: (sort: ListSort) => void;
  /** There are further rows to fetch. */
  more?: { text: string; busy: boolean; onMore: () => void };
}

/** A long list in the height that it is given: only the rows in view are drawn. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { label, columns, empty, selection, more, loading = false, minWidth = LEAST_PIXELS } = props;
  const { ref, width, height } = useBox<HTMLDivElement>();
  const rows = useSameList(props.rows);
  const fitted = columnsFor(columns, props.leftOut ?? NONE, minWidth, width);
  const shownColumns = useSameList(fitted.columns);
  const chosen = useSameList(selection?.keys ?? NONE);
  const rowKey = useAsOf(props.rowKey, shownColumns);
  const day = useCurrentDay();
  const onOpen = useStable((row: Row) => props.onOpen?.(row));
  const onChoose = useStable((keys: string[]) => selection?.onChange(keys));
  const onSort = useStable((sort: ListSort) => props.onSort?.(sort));
  // Rows that open below themselves have no fixed height, which drawing only those in view needs.
  const isVirtual = props.expandable === undefined && rows.length > VIRTUAL_FROM;
  // Where some stay away, what is left is rather narrow than scrolled.
  const least = fitted.columns.length < columns.length ? Math.min(LEAST_PIXELS, fitted.minWidth) : minWidth;
  const bodyHeight = Math.max(ROW_PIXELS * 3, height - HEAD_PIXELS - (more === undefined ? 0 : MORE_PIXELS));

  return (
    <section ref={ref} className={styles.place} aria-label={label}>
      {height > 0 && rows.length === 0 && !loading && <div className={styles.empty}>{empty}</div>}
      {height > 0 && (rows.length > 0 || loading) && (
        <ListRows<Row>
          columns={shownColumns}
          rows={rows}
          rowKey={rowKey}
          loading={loading}
          openKey={props.openKey ?? null}
          onOpen={props.onOpen === undefined ? null : onOpen}
          chosen={selection === undefined ? null : chosen}
          onChoose={onChoose}
          expandable={props.expandable}
          onSort={props.onSort === undefined ? null : onSort}
          isVirtual={isVirtual}
          day={day}
          width={listWidth(isVirtual, least, width)}
          height={bodyHeight}
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
