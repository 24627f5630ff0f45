import { Pagination } from 'antd';
import { type ReactNode, useState } from 'react';

const ROWS_ON_A_PAGE = 100;

interface DialogPagesProps<Row> {
  rows: readonly Row[];
  /** Draws the rows of the page that is open. */
  children: (shown: readonly Row[]) => ReactNode;
}

/** A long table within a dialog, a page at a time; a short one has nothing to turn. */
export function DialogPages<Row>({ rows, children }: DialogPagesProps<Row>) {
  const [page, setPage] = useState(1);
  const last = Math.max(1, Math.ceil(rows.length / ROWS_ON_A_PAGE));
  const open = Math.min(page, last);
  return (
    <>
      {children(rows.slice((open - 1) * ROWS_ON_A_PAGE, open * ROWS_ON_A_PAGE))}
      <Pagination
        size="small"
        align="end"
        hideOnSinglePage
        showSizeChanger={false}
        pageSize={ROWS_ON_A_PAGE}
        total={rows.length}
        current={open}
        onChange={setPage}
      />
    </>
  );
}
