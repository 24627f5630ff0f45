import { v7 } from 'uuid';
import type { SheetObject } from '#shared/contract/assessment.ts';
import type { judges as contract, JudgeFields } from '#shared/contract/judges.ts';
import { AppError } from '#shared/errors.ts';
import { cellWith, readCell } from '#shared/rules/assessment/judged-cell.ts';
import { readEntry } from '#shared/rules/assessment/pack-entry.ts';
import { fewestJudges, type JudgesWay } from '#shared/rules/scoring/judges.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { type LoadedGroup, loadGroup, openOnly } from '../load-group.ts';
import { findIndicator } from '../scheme.ts';
import { judgesAt, judgesOf, saveJudged } from './cells.ts';
import { judgedCells, judgeRows, typedScores, usersAtWork } from './queries.ts';

type Store = WriteContext['db'];

/** Says who scores a group; every mean that hangs on it is made anew in the same step. */
export const setJudges: Handlers<typeof contract>['set'] = (
  { groupUid, base, judges },
  { db, summarize },
) => {
  const group = loadGroup(db, groupUid);
  openOnly(group.period);
  const known = db.all(judgeRows, { groupId: group.row.id });
  const seen = known.map(({ uid }) => uid);
  if (seen.join() !== base.join()) throw refused('评委刚被别的窗口改过，请关闭后重新打开，再设置。');
  refuseUnfit(group, judges, known.length === 0 ? db : null);
  const users = new Map(db.all(usersAtWork).map(({ uid, id }) => [uid, id]));
  const ids = new Map(known.map(({ uid, id }) => [uid, id]));
  const kept = new Set(judges.flatMap(({ uid }) => uid ?? []));
  for (const { uid, id } of known) if (!kept.has(uid)) db.remove('judge', id);
  // The place of a user is taken once: it is given up before somebody else takes it.
  for (const uid of kept) db.update('judge', requireId(ids, uid), { user_id: null });
  judges.forEach(({ uid, name, userUid, recusals }, position) => {
    const values = {
      name,
      position,
      user_id: userUid === null ? null : userIdOf(users, userUid, name),
      recusals: JSON.stringify(recusals),
    };
    if (uid === null) db.insert('judge', { uid: v7(), group_id: group.row.id, ...values });
    else db.update('judge', requireId(ids, uid), values);
  });
  judgeAnew(db, group);
  const names = judges.map(({ name }) => name).join('、');
  summarize(`${group.period.title} ${group.row.name}：${names === '' ? '不设评委' : names}`);
  return { count: judges.length };
};

function requireId(ids: ReadonlyMap<string, number>, uid: string): number {
  const id = ids.get(uid);
  if (id === undefined) throw new AppError('notFound', { what: '这名评委' });
  return id;
}

function userIdOf(users: ReadonlyMap<string, number>, uid: string, name: string): number {
  const id = users.get(uid);
  if (id === undefined) throw refused(`评委“${name}”对应的用户已经停用，请改选，或不对应用户。`);
  return id;
}

/** @param db where the group gets its first judges: nothing that was typed may vanish behind their scores */
function refuseUnfit(group: LoadedGroup, judges: readonly JudgeFields[], db: Store | null): void {
  const names = judges.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new AppError('duplicate', { what: '评委', value: twice });
  const users = judges.flatMap(({ userUid }) => userUid ?? []);
  if (new Set(users).size < users.length) throw refused('一个用户只能对应一名评委，请检查。');
  if (judges.length === 0) return;
  const way = group.scheme.settings.judges;
  const short = group.objects.find(({ uid }) => judgesAt(judges, uid).length < fewestJudges(way));
  if (short !== undefined) throw refused(tooFewText(short, judges, way));
  if (db !== null) refuseTyped(db, group);
}

function tooFewText(object: SheetObject, judges: readonly JudgeFields[], way: JudgesWay): string {
  const left = judgesAt(judges, object.uid).length;
  if (way === 'mean') return `评委都回避“${object.shortName}”，没有人评分。请至少留一名评委。`;
  const words =
    left === judges.length ? `现在只有 ${left} 名` : `“${object.shortName}”回避以后只有 ${left} 名`;
  return `方案规定去掉最高分和最低分，至少要 ${fewestJudges(way)} 名评委，${words}。请再加评委。`;
}

function refuseTyped(db: Store, { row }: LoadedGroup): void {
  const typed = db
    .all(typedScores, { groupId: row.id })
    .filter(({ entry }) => !readEntry(entry).notApplicable);
  if (typed.length > 0)
    throw refused(
      `这一组已有 ${typed.length} 项直接录入的考评分，设了评委就要由评委的分代替。请先在“考评分”里清除它们，再设评委。`,
    );
}

/** Who is to score a cell may have changed, and by which name. */
function judgeAnew(db: Store, { row, scheme }: LoadedGroup): void {
  const judges = judgesOf(db, row.id);
  for (const held of db.all(judgedCells, { groupId: row.id })) {
    const found = findIndicator(db, row.scheme_id, held.indicator_uid);
    if (found === undefined) continue;
    const expected = judgesAt(judges, held.object_uid);
    const cell = cellWith(readCell(held.said), expected, scheme.settings.judges);
    saveJudged(db, { objectId: held.object_id, found }, cell);
  }
}

function refused(reason: string): AppError {
  return new AppError('refused', { reason });
}
