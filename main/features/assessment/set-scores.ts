import type { CellChange, ScoreStage } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { AppError } from '#shared/errors.ts';
import { packEntry, unpackEntry } from '#shared/rules/assessment/pack-entry.ts';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type LoadedGroup, loadGroup, openOnly } from './load-group.ts';
import type { GroupObjectRow } from './objects.ts';
import { scoresOfObject } from './score-queries.ts';

/*
 * Entering scores, one cell or a pasted block. Each cell says what the page saw (base): where something else is
 * stored by now and it is not what is wanted either, nothing at all is written and both values go back.
 */

interface Input {
  groupUid: string;
  stage: ScoreStage;
  changes: readonly CellChange[];
}

interface StoredCell {
  id: number;
  entry: string;
}

/** What is to be done with one cell. */
interface CellWrite {
  object: GroupObjectRow;
  indicator: Indicator;
  stored: StoredCell | undefined;
  /** Null clears the cell. */
  entry: string | null;
}

export interface CellConflict {
  field: string;
  /** 城东区 1.1 */
  label: string;
  objectUid: string;
  indicatorUid: string;
  theirs: ScoreEntry | null;
  mine: ScoreEntry | null;
}

const NAMED_PROBLEMS = 5;

/** @throws AppError frozen, badInput with the cells' names, conflict with data.fields: CellConflict[] */
export function setScores(
  { groupUid, stage, changes }: Input,
  { db, summarize }: WriteContext,
): { changed: number } {
  const group = loadGroup(db, groupUid);
  openOnly(group.period);
  const storedOf = storedCells(db, group, stage);
  const find = cellFinder(group);
  const problems: string[] = [];
  const conflicts: CellConflict[] = [];
  const writes: CellWrite[] = [];

  for (const { objectUid, indicatorUid, base, entry } of lastOfEachCell(changes)) {
    const { object, indicator } = find(objectUid, indicatorUid);
    const problem = entry === null ? null : entryProblem(group, object, indicator, entry);
    if (problem !== null) problems.push(`${cellName(object, indicator)}：${problem}`);
    const stored = storedOf(object).get(indicatorUid);
    const wanted = entry === null ? null : packEntry(entry);
    const now = stored?.entry ?? null;
    if (now === wanted) continue;
    if (now === (base === null ? null : packEntry(base)))
      writes.push({ object, indicator, stored, entry: wanted });
    else conflicts.push(conflictOf(object, indicator, now, entry));
  }
  if (problems.length > 0) throw new AppError('badInput', { detail: listed(problems) });
  if (conflicts.length > 0) throw new AppError('conflict', { fields: conflicts });

  for (const write of writes) writeCell(write, group, stage, db);
  summarize(summaryOf(writes));
  return { changed: writes.length };
}

function writeCell(
  { object, indicator, stored, entry }: CellWrite,
  { indicatorIds }: LoadedGroup,
  stage: ScoreStage,
  db: WriteContext['db'],
): void {
  if (stored !== undefined && entry !== null) db.update('score', stored.id, { entry });
  else if (stored !== undefined) db.remove('score', stored.id);
  else if (entry !== null) {
    const indicatorId = indicatorIds.get(indicator.uid) ?? 0;
    db.insert('score', { object_id: object.id, indicator_id: indicatorId, stage, entry });
  }
}

/** Twice the same cell in one block: the later one counts, as in a sheet. */
function lastOfEachCell(changes: readonly CellChange[]): Iterable<CellChange> {
  const byCell = new Map<string, CellChange>();
  for (const change of changes) {
    const key = `${change.objectUid}/${change.indicatorUid}`;
    byCell.set(key, { ...change, base: byCell.get(key)?.base ?? change.base });
  }
  return byCell.values();
}

function cellFinder(group: LoadedGroup) {
  const objects = new Map(group.objects.map((object) => [object.uid, object]));
  const indicators = new Map(group.scheme.indicators.map((indicator) => [indicator.uid, indicator]));
  return (objectUid: string, indicatorUid: string) => {
    const object = objects.get(objectUid);
    const indicator = indicators.get(indicatorUid);
    if (object === undefined) throw new AppError('notFound', { what: '要评分的单位' });
    if (indicator === undefined) throw new AppError('notFound', { what: '要评分的指标' });
    return { object, indicator };
  };
}

/** Reads the stored cells of an object when one of them is first asked for. */
function storedCells(db: ReadStore, group: LoadedGroup, stage: ScoreStage) {
  const uids = new Map([...group.indicatorIds].map(([uid, id]) => [id, uid]));
  const known = new Map<string, ReadonlyMap<string, StoredCell>>();
  return (object: GroupObjectRow): ReadonlyMap<string, StoredCell> => {
    const found =
      known.get(object.uid) ??
      new Map(
        db
          .all(scoresOfObject, { objectId: object.id, stage })
          .map(({ id, indicator_id, entry }) => [uids.get(indicator_id) ?? '', { id, entry }]),
      );
    known.set(object.uid, found);
    return found;
  };
}

/** What may be left for later (a reason, a measured value) is no problem here; finalising asks for it. */
function entryProblem(
  { scheme }: LoadedGroup,
  object: GroupObjectRow,
  indicator: Indicator,
  entry: ScoreEntry,
): string | null {
  if (object.inapplicable.includes(indicator.uid)) return '按方案的条件不适用于该单位，不评分';
  const known = new Set(indicator.rules.map(({ id }) => id));
  if (Object.keys(entry.inputs).some((id) => !known.has(id))) return '评分标准已经变动，请刷新后重新填写';
  const inBonus = scheme.categories.some(({ uid, bonus }) => bonus && uid === indicator.categoryUid);
  const problem = scoreIndicator(indicator, entry, true, inBonus).problems.find(
    ({ code }) => code === 'directOutOfRange' || code === 'discretionOutOfRange',
  );
  return problem === undefined ? null : problemText(indicator, problem);
}

function conflictOf(
  object: GroupObjectRow,
  indicator: Indicator,
  now: string | null,
  mine: ScoreEntry | null,
): CellConflict {
  return {
    field: `${object.uid}/${indicator.uid}`,
    label: cellName(object, indicator),
    objectUid: object.uid,
    indicatorUid: indicator.uid,
    theirs: now === null ? null : unpackEntry(now),
    mine,
  };
}

/** 城东区 1.1 */
export function cellName(object: { shortName: string }, indicator: Indicator): string {
  return `${object.shortName} ${indicator.number === '' ? indicator.content.slice(0, 12) : indicator.number}`;
}

function listed(problems: readonly string[]): string {
  const named = problems.slice(0, NAMED_PROBLEMS).join('；');
  return problems.length > NAMED_PROBLEMS ? `${named}；等共${problems.length}处` : named;
}

/** 城东区 1.1 等 12 项 */
function summaryOf(writes: readonly CellWrite[]): string {
  const [first] = writes;
  if (first === undefined) return '没有改动';
  const name = cellName(first.object, first.indicator);
  return writes.length === 1 ? name : `${name} 等 ${writes.length} 项`;
}
