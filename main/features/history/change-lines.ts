import {
  actionNames,
  columnLabel,
  EMPTY,
  isShown,
  tableLabel,
  valueText,
} from '#shared/rules/history/labels.ts';
import { formatInstant } from '#main/core/store/format-instant.ts';
import {
  type ChangedRow,
  changedRows,
  type HistoryFilter,
  listOperations,
} from '#main/core/store/history.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { RowScreen } from './index.ts';
import { nameIn } from './row-names.ts';

export const changeColumns = [
  { heading: '编号', width: 9 },
  { heading: '时间', width: 17 },
  { heading: '用户', width: 12 },
  { heading: '改动', width: 8 },
  { heading: '内容', width: 16 },
  { heading: '名称', width: 30 },
  { heading: '栏目', width: 16 },
  { heading: '改前', width: 40 },
  { heading: '改后', width: 40 },
];

type Line = string[];
const PAGE = 500;
/** An Excel sheet ends at 1 048 576. */
const MOST_LINES = 1_000_000;

/** What the operations changed, the newest first: of a changed row a line for each of its columns that differ. */
export function* changeLines(
  db: ReadStore,
  filter: HistoryFilter,
  hides: RowScreen,
): Generator<(string | number)[]> {
  let left = MOST_LINES;
  for (const operation of changingOperations(db, filter)) {
    const said = [operation.number, formatInstant(operation.at), operation.user_name];
    for (const line of linesOf(db, operation, hides)) {
      if (left === 0) {
        yield ['', '', '', '', '还有更多', '', '', '这一张表放不下了，请缩小日期范围再导出。', ''];
        return;
      }
      left -= 1;
      yield [...said, ...line];
    }
  }
}

type Operation = ReturnType<typeof listOperations>[number];

function* changingOperations(db: ReadStore, filter: HistoryFilter): Generator<Operation> {
  let before: number | null = null;
  for (;;) {
    const page: Operation[] = listOperations(db, filter, { before, limit: PAGE });
    yield* page.filter(({ change_count: count }) => count > 0);
    before = page.at(-1)?.number ?? null;
    if (page.length < PAGE) return;
  }
}

function* linesOf(db: ReadStore, operation: Operation, hides: RowScreen): Generator<Line> {
  let hidden = 0;
  for (const row of changedRows(db, operation)) {
    if (hides(db, row.table, row.image)) hidden += 1;
    else yield* linesOfRow(row);
  }
  if (hidden > 0) yield ['', '', '', '', `${hidden} 行改动不显示内容`, ''];
}

/** A row that is new or gone stands in one line. */
function* linesOfRow({ table, kind, image, columns }: ChangedRow): Generator<Line> {
  const said = [actionNames[kind], tableLabel(table), nameIn(image)];
  const shown = columns
    .filter(({ column }) => isShown(column))
    .map(({ column, before, after }) => ({
      label: columnLabel(table, column),
      before: valueText(table, column, before),
      after: valueText(table, column, after),
    }));
  if (kind === 'update') {
    for (const { label, before, after } of shown) if (before !== after) yield [...said, label, before, after];
    return;
  }
  const whole = shown
    .map(({ label, before, after }) => [label, kind === 'delete' ? before : after] as const)
    .filter(([, value]) => value !== EMPTY)
    .map(([label, value]) => `${label}：${value}`)
    .join('；');
  yield [...said, '', ...(kind === 'delete' ? [whole, ''] : ['', whole])];
}
