import type { TaskStatus, UnitRole } from '../tasks/model.ts';
import { counted, type StandingCounts } from './standing.ts';
import { outlineOf, type TreeNode } from './tree.ts';

/*
 * How far each unit is: units as rows, the main headings of the plan or the months of the due days as columns. A task of
 * several lead units counts for each of them; the sums count each task once.
 */

export interface MatrixTask {
  readonly uid: string;
  readonly status: TaskStatus;
  readonly dueOn: string | null;
  readonly units: readonly { readonly uid: string; readonly role: UnitRole; readonly shortName: string }[];
}

export interface MatrixNode extends TreeNode {
  readonly heading: string | null;
  readonly task: MatrixTask | null;
}

export interface MatrixCell {
  counts: StandingCounts;
  taskUids: string[];
}

export interface MatrixRow {
  /** Null: tasks that nobody leads yet. */
  unitUid: string | null;
  name: string;
  cells: MatrixCell[];
  sum: MatrixCell;
}

export interface Matrix {
  columns: { key: string; title: string }[];
  rows: MatrixRow[];
  /** Of each column, and of the whole plan. */
  sums: MatrixCell[];
  sum: MatrixCell;
}

export type MatrixBy = 'heading' | 'month';

interface Placed {
  task: MatrixTask;
  column: string;
}

const REST = '';

export function matrixOf(
  nodes: readonly MatrixNode[],
  { by, supporting, today }: { by: MatrixBy; supporting: boolean; today: string },
): Matrix {
  const placed = by === 'heading' ? byHeading(nodes) : byMonth(nodes);
  const columns = columnsOf(nodes, placed, by);
  const units = unitsOf(placed, supporting);
  const cellOf = (tasks: readonly Placed[]): MatrixCell => ({
    counts: counted(
      tasks.map(({ task }) => task),
      today,
    ),
    taskUids: tasks.filter(({ task }) => task.status !== 'cancelled').map(({ task }) => task.uid),
  });
  const cellsOf = (tasks: readonly Placed[]): MatrixCell[] =>
    columns.map(({ key }) => cellOf(tasks.filter(({ column }) => column === key)));
  return {
    columns,
    rows: units.map(({ uid, name }) => {
      const own = placed.filter(({ task }) => owersOf(task, supporting).some((unit) => unit.uid === uid));
      return { unitUid: uid, name, cells: cellsOf(own), sum: cellOf(own) };
    }),
    sums: cellsOf(placed),
    sum: cellOf(placed),
  };
}

/** Every task with the heading of the first level above it. */
function byHeading(nodes: readonly MatrixNode[]): Placed[] {
  let column = REST;
  return outlineOf(nodes).flatMap(({ node, level }) => {
    if (level === 0) column = node.heading === null ? REST : node.uid;
    return node.task === null ? [] : [{ task: node.task, column }];
  });
}

function byMonth(nodes: readonly MatrixNode[]): Placed[] {
  return outlineOf(nodes).flatMap(({ node }) =>
    node.task === null ? [] : [{ task: node.task, column: node.task.dueOn?.slice(0, 7) ?? REST }],
  );
}

function columnsOf(nodes: readonly MatrixNode[], placed: readonly Placed[], by: MatrixBy): Matrix['columns'] {
  const used = new Set(placed.map(({ column }) => column));
  const named =
    by === 'heading'
      ? outlineOf(nodes).map(({ node }) => ({ key: node.uid, title: node.heading ?? '' }))
      : [...used].toSorted().map((key) => ({ key, title: monthText(key) }));
  const rest = by === 'heading' ? '不在标题下' : '长期';
  return [
    ...named.filter(({ key }) => key !== REST && used.has(key)),
    ...(used.has(REST) ? [{ key: REST, title: rest }] : []),
  ];
}

function monthText(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

interface Ower {
  uid: string | null;
  name: string;
}

/** In the order in which the plan names them; what nobody leads yet at the end. */
function unitsOf(placed: readonly Placed[], supporting: boolean): Ower[] {
  const found = new Map(
    placed.flatMap(({ task }) => owersOf(task, supporting)).map((unit) => [unit.uid, unit]),
  );
  return [...found.values()].toSorted((one, other) => Number(one.uid === null) - Number(other.uid === null));
}

function owersOf({ units }: MatrixTask, supporting: boolean): Ower[] {
  const owing = units.filter(({ role }) => supporting || role === 'lead');
  if (owing.length === 0) return [{ uid: null, name: '未定单位' }];
  return owing.map(({ uid, shortName }) => ({ uid, name: shortName }));
}
