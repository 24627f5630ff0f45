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
import { defineQuery, text } from '#main/core/store/query.ts';
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

const scoredCell = defineQuery<{ name: typeof text }, { objectId: number; indicatorId: number }>({
  name: 'history.scoredCell',
  sql: `SELECT (SELECT state.name FROM organization_state AS state
      WHERE state.organization_id = object.organization_id ORDER BY state.first_day DESC LIMIT 1)
      || ' ' || indicator.number AS name
    FROM assessment_object AS object, indicator
    WHERE object.id = @objectId AND indicator.id = @indicatorId`,
  columns: { name: text },
});

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
    else yield* linesOfRow(row, nameIn(row.image) || scoreName(db, row));
  }
  if (hidden > 0) yield ['', '', '', '', `${hidden} 行改动不显示内容`, ''];
}

/** A score has no name but those of its unit and its indicator. */
function scoreName(db: ReadStore, { table, image }: ChangedRow): string {
  if (table !== 'score') return '';
  const [objectId, indicatorId] = [Number(image['object_id']), Number(image['indicator_id'])];
  return db.get(scoredCell, { objectId, indicatorId })?.name ?? '';
}

/** A row that is new or gone stands in one line. */
function* linesOfRow({ table, kind, columns }: ChangedRow, name: string): Generator<Line> {
  const said = [actionNames[kind], tableLabel(table), name];
  const shown = columns
    .filter(({ column }) => isShown(column))
    .map(({ column, before, after }) => ({
      label: columnLabel(table, column),
      before: valueText(table, column, before),
      after: valueText(table, column, after),
    }));
  if (kind === 'update') {
    // The values differ though their words may not: of a long one its beginning is shown.
    for (const { label, before, after } of shown)
      yield [...said, label, before, before === after ? `${after}（没有列出的部分有改动）` : after];
    if (shown.length === 0) yield [...said, '其他内容', '', '有改动，在程序里查看'];
    return;
  }
  const whole = shown
    .map(({ label, before, after }) => [label, kind === 'delete' ? before : after] as const)
    .filter(([, value]) => value !== EMPTY)
    .map(([label, value]) => `${label}：${value}`)
    .join('；');
  yield [...said, '', ...(kind === 'delete' ? [whole, ''] : ['', whole])];
}
