interface SizedColumn {
  key?: unknown;
  width?: unknown;
}

export interface Fitted<Column> {
  columns: readonly Column[];
  /** Pixels that the columns need. */
  minWidth: number;
}

/**
 * The columns that there is room for: of those that may stay away one after the other goes, the first first, until the
 * rest fits.
 * @param minWidth what all of them need; what the sized ones leave of it is shared by those without a width
 */
export function columnsFor<Column extends SizedColumn>(
  columns: readonly Column[],
  leftOut: readonly string[],
  minWidth: number,
  width: number,
): Fitted<Column> {
  const sized = columns.reduce((sum, column) => sum + (sizeOf(column) ?? 0), 0);
  const loose = columns.filter((column) => sizeOf(column) === null).length;
  const looseSize = loose === 0 ? 0 : Math.max(0, minWidth - sized) / loose;
  let fitted: Fitted<Column> = { columns, minWidth };
  for (const key of leftOut) {
    if (fitted.minWidth <= width) break;
    const column = fitted.columns.find((each) => each.key === key);
    if (column === undefined) continue;
    fitted = {
      columns: fitted.columns.filter((each) => each !== column),
      minWidth: fitted.minWidth - (sizeOf(column) ?? looseSize),
    };
  }
  return fitted;
}

function sizeOf({ width }: SizedColumn): number | null {
  return typeof width === 'number' ? width : null;
}

/**
 * What all columns together take. In words of CSS it stays the same whatever room there is, and antd, which builds a
 * list with a width of its own otherwise than one without, need not build it anew when a row opens beside it.
 */
export function listWidth(isVirtual: boolean, minWidth: number, width: number): number | string {
  return isVirtual ? Math.max(minWidth, width) : `max(100%, ${minWidth}px)`;
}
