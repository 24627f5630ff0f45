/**
 * What merging a pack would do: a pure look, which the preview shows and the merge repeats in its own transaction.
 */
import { hash } from 'node:crypto';
import { decideCell } from '#shared/rules/exchange/decide-cell.ts';
import {
  DELETED_HERE,
  type PackCell,
  type PackCounts,
  type PackPlan,
  type PackRow,
  type PackRule,
  type PackValue,
  WITH_PARTS,
} from '#shared/rules/exchange/model.ts';
import type { ReadStore } from '../store/read-store.ts';
import { digestOf, formerOf, travelling } from './former.ts';
import { deletedCell, type Match, Matcher } from './match.ts';
import { organizationsOf } from './match-organizations.ts';
import { PackRows } from './pack-rows.ts';
import { createRefusals, type RowGuard } from './refusals.ts';
import { rowNames } from './row-names.ts';
import { readSchemaMap, sqlOf, type TableShape } from './schema-map.ts';

export interface MergeAnswers {
  /** By uid of an organization in the pack: uid of one here, or ANSWER_NEW, ANSWER_LEAVE. */
  organizations: Readonly<Record<string, string>>;
  /** By id of a cell. */
  decisions: Readonly<Record<string, PackRule>>;
  /** For cells that are not decided one by one; null: none is left to a rule. */
  rule: PackRule | null;
}

export type PlannedWrite =
  | { kind: 'add'; row: PackRow }
  | { kind: 'change'; row: PackRow; id: number; columns: readonly string[]; joined: string | null };

export interface FullPlan extends PackPlan {
  writes: PlannedWrite[];
  matcher: Matcher;
  digest: string;
}

/** For the program alone: they follow what the row says. */
const followers: ReadonlySet<string> = new Set(['search_text', 'row_key', 'name_key', 'address_key']);

/** As many take a few milliseconds. */
const ROWS_BETWEEN_WORDS = 200;

/** @param watch hears now and then how far it is; may throw to stop */
export function planMerge(
  db: ReadStore,
  rows: readonly PackRow[],
  answers: MergeAnswers,
  guard: RowGuard,
  watch: (done: number, count: number) => void = () => undefined,
): FullPlan {
  const packed = new PackRows(rows);
  const map = readSchemaMap(db);
  const organizations = organizationsOf(rows);
  const matcher = new Matcher(db, map, { rows: packed, organizations }, answers.organizations);
  const nameOf = rowNames(packed, map, organizations);
  const refusalOf = createRefusals(matcher, packed, guard);
  const counts = new Map<string, PackCounts>();
  const plan: FullPlan = {
    counts: [],
    questions: [],
    conflicts: [],
    changes: [],
    leftOut: [],
    writes: [],
    matcher,
    digest: '',
  };
  for (const [place, row] of rows.entries()) {
    if (place % ROWS_BETWEEN_WORDS === 0) watch(place, rows.length);
    const match = matcher.of(row);
    const count = counts.get(row.table) ?? { table: row.table, adds: 0, changes: 0, same: 0, conflicts: 0 };
    counts.set(row.table, count);
    const leaveOut = (reason: string): void => {
      if (reason !== '') plan.leftOut.push({ table: row.table, row: nameOf(row), reason });
    };
    if (match.kind === 'asked') {
      if (!plan.questions.some(({ uid }) => uid === match.question.uid)) plan.questions.push(match.question);
    } else if (match.kind === 'out') leaveOut(match.reason);
    else if (match.kind === 'known') {
      const change = row.own ? changeOf(db, matcher, { row, id: match.id, nameOf }, answers) : null;
      const reason = change === null ? null : refusalOf(row);
      if (reason !== null) leaveOut(reason);
      else if (change === null) count.same += 1;
      else takeChange(plan, change, count);
    } else {
      const reason = refusalOf(row);
      if (reason !== null) leaveOut(reason);
      else if (match.kind === 'new') planAdd(plan, row, count);
      else if (match.kind === 'rival') planRival(plan, row, match, { name: nameOf(row), count, answers });
      else planDeleted(plan, row, match.cell, { name: nameOf(row), count, answers });
    }
  }
  plan.counts = [...counts.values()].filter(({ table }) =>
    rows.some((row) => row.own && row.table === table),
  );
  return { ...plan, digest: digestOfPlan(plan) };
}

function planAdd(plan: FullPlan, row: PackRow, count: PackCounts): void {
  count.adds += 1;
  plan.writes.push({ kind: 'add', row });
}

/** Of a deleted row one question stands for all its parts. */
function planDeleted(
  plan: FullPlan,
  row: PackRow,
  id: string,
  { name, count, answers }: { name: string; count: PackCounts; answers: MergeAnswers },
): void {
  const { table } = row;
  const cell: PackCell = { id, table, row: name, column: DELETED_HERE, ours: null, theirs: null };
  if (id === deletedCell(row)) {
    count.conflicts += 1;
    plan.conflicts.push(cell);
  }
  if (choiceOf(cell, answers) === 'theirs') plan.writes.push({ kind: 'add', row });
}

/** One question stands for a row and all its parts: what is taken comes beside what is here, which stays as it is. */
function planRival(
  plan: FullPlan,
  row: PackRow,
  { cell: id, ours, theirs }: Extract<Match, { kind: 'rival' }>,
  { name, count, answers }: { name: string; count: PackCounts; answers: MergeAnswers },
): void {
  if (ours === theirs) {
    count.same += 1;
    return;
  }
  const { table } = row;
  const cell: PackCell = { id, table, row: name, column: WITH_PARTS, ours, theirs };
  if (id === `${table}/${row.uid}/${WITH_PARTS}`) {
    count.conflicts += 1;
    plan.conflicts.push(cell);
  }
  if (choiceOf(cell, answers) === 'theirs') plan.writes.push({ kind: 'add', row });
}

interface Change {
  conflicts: PackCell[];
  changes: PackCell[];
  write: PlannedWrite | null;
}

function takeChange(plan: FullPlan, { conflicts, changes, write }: Change, count: PackCounts): void {
  count.conflicts += conflicts.length;
  count.changes += changes.length;
  if (conflicts.length + changes.length === 0) count.same += 1;
  plan.conflicts.push(...conflicts);
  plan.changes.push(...changes);
  if (write !== null) plan.writes.push(write);
}

export function choiceOf({ id }: PackCell, { decisions, rule }: MergeAnswers): PackRule | null {
  return decisions[id] ?? rule;
}

/** @returns null where the pack has nothing that would change the row */
function changeOf(
  db: ReadStore,
  matcher: Matcher,
  { row, id, nameOf }: { row: PackRow; id: number; nameOf: (row: PackRow) => string },
  answers: MergeAnswers,
): Change | null {
  const shape = matcher.shapeOf(row.table);
  const sql = sqlOf<Record<string, PackValue>, { id: number }>(`SELECT * FROM "${row.table}" WHERE id = @id`);
  const stored = db.get(sql, { id }) ?? {};
  const differing = shownColumns(shape).flatMap((column) => {
    const ours = travelling(db, shape, column, stored[column] ?? null);
    const theirs = uidOfHere(matcher, shape, column, row.values[column] ?? null);
    return ours === theirs ? [] : [{ column, ours, theirs }];
  });
  if (differing.length === 0) return null;
  const former = formerOf(db, shape, stored);
  const change: Change = { conflicts: [], changes: [], write: null };
  const taken: string[] = [];
  let keeps = false;
  for (const { column, ours, theirs } of differing) {
    const decision = decideCell({
      ours,
      theirs,
      oursBefore: new Set(former[column]),
      theirsBefore: new Set(row.former[column]),
      digestOf,
      isLoose: shape.references.some((each) => each.column === column && !each.isRequired),
    });
    const cell: PackCell = {
      id: `${row.table}/${row.uid}/${column}`,
      table: row.table,
      row: nameOf(row),
      column,
      ours: shownValue(matcher, shape, column, ours),
      theirs: shownValue(matcher, shape, column, theirs),
    };
    if (decision === 'conflict') change.conflicts.push(cell);
    else if (decision === 'theirs') change.changes.push(cell);
    if (decision === 'theirs' || (decision === 'conflict' && choiceOf(cell, answers) === 'theirs'))
      taken.push(column);
    else keeps = true;
  }
  if (change.conflicts.length + change.changes.length === 0) return null;
  if (taken.length > 0) change.write = writeOf(shape, { row, id, taken, keeps, stored });
  return change;
}

interface Taking {
  row: PackRow;
  id: number;
  taken: readonly string[];
  /** Something else of the row stays as it is here. */
  keeps: boolean;
  stored: Readonly<Record<string, PackValue>>;
}

/** Of a row that both sides have written, the search finds the words of both. */
function writeOf(shape: TableShape, { row, id, taken, keeps, stored }: Taking): PlannedWrite {
  const following = keeps ? [] : shape.columns.filter((column) => isFollower(shape, column));
  const isSearched = shape.columns.includes('search_text');
  const joined =
    keeps && isSearched ? `${stored['search_text'] ?? ''} ${row.values['search_text'] ?? ''}`.trim() : null;
  return { kind: 'change', row, id, columns: [...taken, ...following], joined };
}

function shownColumns(shape: TableShape): string[] {
  return shape.columns.filter((column) => column !== 'id' && column !== 'uid' && !isFollower(shape, column));
}

/** Of a ledger the next day due follows from its other days. */
function isFollower(shape: TableShape, column: string): boolean {
  return followers.has(column) || (column === 'due_on' && shape.columns.includes('row_key'));
}

/** A reference of the pack as the uid of the same row here. */
function uidOfHere(matcher: Matcher, shape: TableShape, column: string, value: PackValue): PackValue {
  const reference = shape.references.find((each) => each.column === column);
  if (reference === undefined) return matcher.uidHere(column, value);
  const match = matcher.targetOf(reference.target, value);
  if (match?.kind === 'known') return match.uid;
  return match?.kind === 'new' ? value : null;
}

/** A uid says nothing to a clerk: the name of what it stands for. */
function shownValue(matcher: Matcher, shape: TableShape, column: string, value: PackValue): PackValue {
  const reference = shape.references.find((each) => each.column === column);
  return reference === undefined || value === null ? value : matcher.nameOf(reference.target, String(value));
}

/** Of what the clerk has looked at: with answers that are not of the plan itself left aside. */
function digestOfPlan({ counts, questions, conflicts, changes, leftOut }: PackPlan): string {
  return hash('sha256', JSON.stringify([counts, questions, conflicts, changes, leftOut]));
}
