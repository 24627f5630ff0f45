import { createHash } from 'node:crypto';
import type { SchemeOffer } from '#shared/contract/scheme-change.ts';
import { AppError } from '#shared/errors.ts';
import { type ScoreStage, scoreStages } from '#shared/rules/assessment/stages.ts';
import { indicatorName } from '#shared/rules/schemes/findings.ts';
import { successorsOf } from '#shared/rules/schemes/kin.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { cellsWaiting } from '../deductions.ts';
import { judgedCells } from '../judges/queries.ts';
import { type GroupInputs, loadStages, openOnly, type PackedObjects, requireGroup } from '../load-group.ts';
import { cellsObjected } from '../objections.ts';
import { loadObjects } from '../objects.ts';
import { kinOfScheme, schemeByUid, type SchemeRow } from '../queries.ts';
import { loadScheme } from '../scheme.ts';
import { offersOfPeriod } from './queries.ts';

/** A group as it is scored, and as it would be with the other version. */
export interface ChangePlan {
  offer: SchemeOffer;
  group: GroupInputs;
  /** Its scores of every stage. */
  packedIn: (stage: ScoreStage) => PackedObjects;
  to: Pick<GroupInputs, 'scheme' | 'objects'>;
  toId: number;
  successors: ReadonlyMap<string, string>;
  /** Local ids of the indicators of both versions, by uid. */
  ids: ReadonlyMap<string, number>;
  obstacle: string | null;
  seen: string;
}

/** @throws AppError notFound, frozen, refused where the scheme is no later version in force */
export function planChange(db: ReadStore, groupUid: string, schemeUid: string): ChangePlan {
  const { row, period } = requireGroup(db, groupUid);
  openOnly(period);
  const offer = offersOf(db, period.uid).find(
    (one) => one.groupUid === groupUid && one.schemeUid === schemeUid,
  );
  const wanted = db.get(schemeByUid, { uid: schemeUid });
  if (offer === undefined || wanted === undefined) {
    throw new AppError('refused', {
      reason: '这个方案版本不能改用：它没有施行，或者考核组已经在用。请刷新后再看。',
    });
  }
  const { group, packedIn } = loadStages(db, row, period);
  const scheme = loadScheme(db, wanted.id);
  const objects = loadObjects(db, row.id, period.last_day, scheme.indicators);
  const [from, to] = [row.scheme_id, wanted.id].map((schemeId) => db.all(kinOfScheme, { schemeId }));
  const successors = successorsOf(from ?? [], to ?? []);
  return {
    offer,
    group,
    packedIn,
    to: { scheme, objects },
    toId: wanted.id,
    successors,
    ids: new Map([...(from ?? []), ...(to ?? [])].map(({ uid, id }) => [uid, id])),
    obstacle: obstacleOf(db, group, successors),
    seen: seenOf(db, group, packedIn, wanted),
  };
}

export function offersOf(db: ReadStore, periodUid: string): SchemeOffer[] {
  return db.all(offersOfPeriod, { periodUid }).map((row) => ({
    groupUid: row.group_uid,
    groupName: row.group_name,
    schemeUid: row.scheme_uid,
    title: row.title,
    from: row.current,
    to: row.version,
    reason: row.version_reason,
  }));
}

/** What waits for a decision cannot go on without its indicator, and is not dropped silently. */
function obstacleOf(
  db: ReadStore,
  { row, scheme }: GroupInputs,
  successors: ReadonlyMap<string, string>,
): string | null {
  const stranded = (indicatorUids: readonly string[], what: string, view: string): string | null => {
    const lost = indicatorUids.filter((uid) => !successors.has(uid));
    if (lost.length === 0) return null;
    const indicator = scheme.indicators.find(({ uid }) => uid === lost[0]);
    const name = indicator === undefined ? '' : indicatorName(indicator);
    return `有 ${lost.length} 项${what}挂在新版本没有的指标上(如${name})，请先在“${view}”里处理，再改用新版本。`;
  };
  const waiting = cellsWaiting(db, row.id).flatMap(({ indicatorUid, count }) =>
    Array.from({ length: count }, () => indicatorUid),
  );
  const objected = cellsObjected(db, row.id).map(({ indicatorUid }) => indicatorUid);
  return stranded(waiting, '拟扣分', '拟扣分') ?? stranded(objected, '没有答复的申诉', '申诉');
}

/** All stages: what does not count now may count in the other version. */
function seenOf(
  db: ReadStore,
  { row, objects }: GroupInputs,
  packedIn: ChangePlan['packedIn'],
  { uid }: SchemeRow,
): string {
  const judged = db.all(judgedCells, { groupId: row.id });
  const inapplicable = objects.map((object) => object.inapplicable);
  const sum = createHash('sha256').update(JSON.stringify([row.scheme_uid, uid, judged, inapplicable]));
  for (const stage of scoreStages) {
    for (const object of packedIn(stage))
      sum
        .update(`
${stage} ${object.uid}
`)
        .update(object.entries);
  }
  return sum.digest('base64url');
}
