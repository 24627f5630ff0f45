import type { GroupFrame, Judge, PackedScores, ScoreStage } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import { createUnpacker, type GroupEntries, scorerOf } from '#shared/rules/assessment/group-scores.ts';
import { countedStages, countedText, scoreStages } from '#shared/rules/assessment/stages.ts';
import type { GroupScorer } from '#shared/rules/scoring/group.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { judgesOf } from './judges/cells.ts';
import { type GroupObjectRow, loadObjects } from './objects.ts';
import {
  type GroupRow,
  groupByUid,
  groupsOfPeriod,
  indicatorKeys,
  type PeriodRow,
  periodById,
  periodByUid,
} from './queries.ts';
import { loadScheme } from './scheme.ts';
import { packedScores } from './score-queries.ts';

/** One group of a period with everything that its scores hang on. */
export interface LoadedGroup {
  row: GroupRow;
  period: PeriodRow;
  scheme: GroupFrame['scheme'];
  objects: GroupObjectRow[];
  judges: Judge[];
}

/** A group with its scores as they are read. */
export interface GroupInputs extends LoadedGroup {
  /** Indicator uids by the keys that packed scores bear. */
  keys: PackedScores['keys'];
  packed: PackedObjects;
}

export type PackedObjects = readonly { uid: string; entries: Buffer }[];

/** A group with the scores that count, ready to be asked for totals, grades and ranks. */
export interface ScoredGroup extends LoadedGroup {
  entries: GroupEntries;
  scorer: GroupScorer;
}

const NOTHING = Buffer.alloc(0);

/** @throws AppError notFound */
export function requirePeriod(db: ReadStore, uid: string): PeriodRow {
  const period = db.get(periodByUid, { uid });
  if (period === undefined) throw new AppError('notFound', { what: '这个考核期' });
  return period;
}

/** @throws AppError notFound, or frozen where the period is final */
export function requireOpenPeriod(db: ReadStore, uid: string): PeriodRow {
  return openOnly(requirePeriod(db, uid));
}

export function openOnly(period: PeriodRow): PeriodRow {
  if (period.status === 'final') throw new AppError('frozen', { what: `“${period.title}”` });
  return period;
}

/** @throws AppError notFound */
export function requireGroup(db: ReadStore, uid: string): { row: GroupRow; period: PeriodRow } {
  const row = db.get(groupByUid, { uid });
  const period = row && db.get(periodById, { id: row.period_id });
  if (row === undefined || period === undefined) throw new AppError('notFound', { what: '这个考核组' });
  return { row, period };
}

/** @throws AppError notFound */
export function loadGroup(db: ReadStore, groupUid: string): LoadedGroup {
  const { row, period } = requireGroup(db, groupUid);
  return withScheme(db, row, period);
}

/** All groups of a period in their order. */
export function loadGroups(db: ReadStore, period: PeriodRow): LoadedGroup[] {
  return db.all(groupsOfPeriod, { periodId: period.id }).map((row) => withScheme(db, row, period));
}

/** The same, with the scores that count. */
export function loadScoredGroups(db: ReadStore, period: PeriodRow): ScoredGroup[] {
  return db
    .all(groupsOfPeriod, { periodId: period.id })
    .map((row) => scoredGroup(loadInputs(db, row, period)));
}

/** Undefined where the period has no group. */
export function loadFirstScoredGroup(db: ReadStore, period: PeriodRow): ScoredGroup | undefined {
  const [row] = db.all(groupsOfPeriod, { periodId: period.id });
  return row && scoredGroup(loadInputs(db, row, period));
}

/** One group before anything is made of its scores. */
export function loadInputs(db: ReadStore, row: GroupRow, period: PeriodRow): GroupInputs {
  const group = withScheme(db, row, period);
  const stages = countedStages(group.scheme.settings).map((stage) => loadStage(db, row, stage));
  return { ...group, keys: keysOf(db, row), packed: countedObjects(stages) };
}

/** The same with the scores of every stage, whether it counts or not. */
export function loadStages(
  db: ReadStore,
  row: GroupRow,
  period: PeriodRow,
): { group: GroupInputs; packedIn: (stage: ScoreStage) => PackedObjects } {
  const group = withScheme(db, row, period);
  const stages = new Map(scoreStages.map((stage) => [stage, loadStage(db, row, stage)]));
  const packedIn = (stage: ScoreStage): PackedObjects => stages.get(stage) ?? [];
  const packed = countedObjects(countedStages(group.scheme.settings).map(packedIn));
  return { group: { ...group, keys: keysOf(db, row), packed }, packedIn };
}

export function scoredGroup(group: GroupInputs): ScoredGroup {
  const { row, period, scheme, objects, judges } = group;
  const entries = entriesOf(group);
  return { row, period, scheme, objects, judges, entries, scorer: scorerOf({ scheme, objects }, entries) };
}

/** By object uid, then by indicator uid. */
export function loadEntries(db: ReadStore, group: GroupRow, stage: ScoreStage): GroupEntries {
  return entriesOf({ keys: keysOf(db, group), packed: loadStage(db, group, stage) });
}

function loadStage(db: ReadStore, group: GroupRow, stage: ScoreStage): PackedObjects {
  return db.all(packedScores, { groupId: group.id, stage });
}

/** Of each cell what the latest stage has. @param stages the earliest first */
function countedObjects(stages: readonly PackedObjects[]): PackedObjects {
  const [first = []] = stages;
  return first.map(({ uid }, place) => ({
    uid,
    entries: countedBytes(stages.flatMap((objects) => objects[place]?.entries ?? [])),
  }));
}

function countedBytes(stages: readonly Buffer[]): Buffer {
  const filled = stages.filter(({ length }) => length > 0);
  const [only = NOTHING] = filled;
  return filled.length < 2 ? only : Buffer.from(countedText(filled.map((own) => own.toString())));
}

/** By object uid, then by indicator uid. */
export function entriesOf({ keys, packed }: Pick<GroupInputs, 'keys' | 'packed'>): GroupEntries {
  const unpack = createUnpacker(keys);
  return new Map(packed.map(({ uid, entries }) => [uid, unpack(entries.toString())]));
}

/** Indicator uids by the keys that packed scores bear. */
export function keysOf(db: ReadStore, group: GroupRow): PackedScores['keys'] {
  const rows = db.all(indicatorKeys, { schemeId: group.scheme_id });
  return Object.fromEntries(rows.map(({ id, uid }) => [id, uid]));
}

export function frameOf({ row, period, scheme, objects, judges }: LoadedGroup): GroupFrame {
  return {
    uid: row.uid,
    name: row.name,
    period: {
      uid: period.uid,
      code: period.code,
      kind: period.kind,
      title: period.title,
      status: period.status,
      firstDay: period.first_day,
      lastDay: period.last_day,
    },
    scheme,
    objects: objects.map(({ id: _id, ...object }) => object),
    judges,
  };
}

function withScheme(db: ReadStore, row: GroupRow, period: PeriodRow): LoadedGroup {
  const scheme = loadScheme(db, row.scheme_id);
  const objects = loadObjects(db, row.id, period.last_day, scheme.indicators);
  return { row, period, scheme, objects, judges: judgesOf(db, row.id) };
}
