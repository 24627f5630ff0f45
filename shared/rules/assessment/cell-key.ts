interface CellPlace {
  objectUid: string;
  indicatorUid: string;
}

/** One cell of a group's scores, as a key of maps and sets. */
export function cellKey({ objectUid, indicatorUid }: CellPlace): string {
  return `${objectUid}/${indicatorUid}`;
}

/** What is about each cell, in the order given. */
export function rowsByCell<Row extends CellPlace>(
  rows: readonly Row[],
): (objectUid: string, indicatorUid: string) => readonly Row[] {
  const byCell = Map.groupBy(rows, cellKey);
  return (objectUid, indicatorUid) => byCell.get(cellKey({ objectUid, indicatorUid })) ?? [];
}
