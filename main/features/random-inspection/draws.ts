import { v7 } from 'uuid';
import type { RandomDraw, RandomDrawDetail } from '#shared/contract/random-draws.ts';
import type { randomInspection as contract } from '#shared/contract/random-inspection.ts';
import { lastDayOfMonth } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { fingerprintOf, seedOf } from '#shared/rules/random-inspection/canonical.ts';
import { drawFrom } from '#shared/rules/random-inspection/draw.ts';
import { drawNumberText } from '#shared/rules/random-inspection/model.ts';
import type { Drawn, FrozenPool, Witness } from '#shared/rules/random-inspection/pool.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { sha256 } from '#main/core/sha256.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { Places } from '#main/features/key-sites/index.ts';
import { certificatePaper } from './certificate.ts';
import { allDraws, drawByUid, type DrawRecord, poolOfDraw, targetsOfDraw } from './draw-queries.ts';
import { freezePool } from './freeze.ts';
import { requirePlan } from './plans.ts';
import { allClasses, objectsOfUids } from './queries.ts';

type Names = 'draws' | 'draw' | 'freeze' | 'drawNow' | 'cancelDraw' | 'certificate';

/** A pool is frozen, drawn from once, or given up: whatever happens, its number and its reason stay. */
export const drawHandlers: Pick<Handlers<typeof contract>, Names> = {
  draws: (_input, { db }) => db.all(allDraws).map(drawRow),
  draw: ({ uid }, { db }) => drawDetail(db, requireDraw(db, uid)),

  freeze({ planUid, month, classUids }, { db, today, now, caller, summarize }) {
    const plan = requirePlan(db, planUid);
    const draws = db.all(allDraws);
    const waiting = draws.find(({ status }) => status === 'frozen');
    if (waiting !== undefined)
      throw new AppError('refused', {
        reason: `第 ${drawNumberText(waiting.year, waiting.number)} 号名单已经冻结，还没有抽取。请先抽取，或者写明原因作废。`,
      });
    const pool = freezePool(db, { plan, month, classUids }, today);
    const year = Number(today.slice(0, 4));
    const number = 1 + Math.max(0, ...draws.filter((each) => each.year === year).map((each) => each.number));
    const uid = v7();
    const drawId = db.insert('random_draw', {
      uid,
      plan_id: plan.id,
      month,
      year,
      number,
      status: 'frozen',
      day: today,
      fingerprint: fingerprintOf(pool, sha256),
      frozen_at: now,
      frozen_by: caller.userName,
      witnesses: '[]',
      seed: '',
      drawn_at: null,
      drawn_by: '',
      cancelled_at: null,
      cancelled_by: '',
      cancel_reason: '',
    });
    db.insert('random_pool', { draw_id: drawId, pool: JSON.stringify(pool) });
    summarize(`第 ${drawNumberText(year, number)} 号，${pool.title}，${pool.objects.length} 个对象`);
    return { uid };
  },

  drawNow({ uid, fingerprint, witnesses }, context) {
    const { db, today, now, caller, summarize } = context;
    const draw = requireDraw(db, uid);
    requireDrawable(draw, fingerprint, today);
    const pool = poolIn(db, draw);
    const seed = seedOf(fingerprint, witnesses, sha256);
    const drawn = drawFrom(pool, seed, sha256);
    db.update('random_draw', draw.id, {
      status: 'drawn',
      witnesses: JSON.stringify(witnesses),
      seed,
      drawn_at: now,
      drawn_by: caller.userName,
    });
    storeTargets(context, draw, pool, drawn);
    summarize(`第 ${drawNumberText(draw.year, draw.number)} 号，抽出 ${drawn.length} 个对象`);
    return { drawn: drawn.length };
  },

  cancelDraw({ uid, reason }, { db, now, caller, summarize }) {
    const draw = requireDraw(db, uid);
    if (draw.status === 'cancelled') throw new AppError('refused', { reason: '这次抽取已经作废了。' });
    const inspected = db.all(targetsOfDraw, { drawId: draw.id }).filter(({ result }) => result !== 'none');
    if (inspected.length > 0)
      throw new AppError('refused', {
        reason: `抽出的对象已经检查了 ${inspected.length} 个，不能再作废。`,
      });
    const cancelled = { cancelled_at: now, cancelled_by: caller.userName, cancel_reason: reason };
    db.update('random_draw', draw.id, { status: 'cancelled', ...cancelled });
    summarize(`第 ${drawNumberText(draw.year, draw.number)} 号：${reason}`);
    return { uid };
  },

  certificate: ({ uid }, { db }) => certificatePaper(db, drawDetail(db, requireDraw(db, uid))),
};

function requireDrawable(draw: DrawRecord, fingerprint: string, today: string): void {
  if (draw.status !== 'frozen')
    throw new AppError('refused', {
      reason: draw.status === 'drawn' ? '这份名单已经抽取过了，一份名单只抽一次。' : '这份名单已经作废。',
    });
  if (draw.fingerprint !== fingerprint)
    throw new AppError('refused', { reason: '名单指纹不符，请刷新后重新核对。' });
  if (draw.day !== today)
    throw new AppError('refused', {
      reason: `名单是 ${draw.day} 冻结的，证件、停业等以当天为准。请作废后重新冻结再抽。`,
    });
}

function storeTargets(
  { db, today }: WriteContext,
  draw: DrawRecord,
  pool: FrozenPool,
  drawn: readonly Drawn[],
): void {
  const places = new Places(db, today);
  const classIds = new Map(db.all(allClasses).map(({ id, uid }) => [uid, id]));
  const uids = JSON.stringify(drawn.map(({ objectKey }) => objectKey));
  const objects = new Map(db.all(objectsOfUids, { uids }).map((record) => [record.uid, record]));
  const inspectors = new Map(pool.inspectors.map((each) => [each.key, each]));
  for (const [place, { classKey, objectKey, inspectorKeys }] of drawn.entries()) {
    const object = objects.get(objectKey);
    const classId = classIds.get(classKey);
    if (object === undefined || classId === undefined)
      throw new AppError('refused', { reason: '名单里的对象已从名录库删除，请作废后重新冻结再抽。' });
    const { countyName, townshipName } = places.namesOn(object.organization_id, today);
    const own = places.byId(object.organization_id);
    const county = own === undefined ? undefined : (places.parentOf(own) ?? own);
    db.insert('random_target', {
      draw_id: draw.id,
      position: place + 1,
      object_id: object.id,
      class_id: classId,
      name: object.name,
      place: `${countyName}${townshipName}`,
      county_id: county?.id ?? null,
      inspectors: JSON.stringify(
        inspectorKeys.map((uid) => {
          const { name = '', certificate = '' } = inspectors.get(uid) ?? {};
          return { uid, name, certificate };
        }),
      ),
      due_on: lastDayOfMonth(`${draw.month}-01`),
      inspected_on: null,
      inspected_by: '',
      result: null,
      problem: '',
      finding_id: null,
    });
  }
}

/** @throws AppError notFound */
export function requireDraw(db: ReadStore, uid: string): DrawRecord {
  const draw = db.get(drawByUid, { uid });
  if (draw === undefined) throw new AppError('notFound', { what: '这次抽取' });
  return draw;
}

export function poolIn(db: ReadStore, draw: DrawRecord): FrozenPool {
  const stored = db.get(poolOfDraw, { drawId: draw.id });
  if (stored === undefined) throw new Error('every draw has its pool');
  return JSON.parse(stored.pool) as FrozenPool;
}

/** What came out, as it was stored: a certificate tells what happened, and not what would come out now. */
export function drawnOf(db: ReadStore, draw: DrawRecord): Drawn[] {
  return db.all(targetsOfDraw, { drawId: draw.id }).map((target) => ({
    classKey: target.class_uid,
    objectKey: target.object_uid,
    inspectorKeys: (JSON.parse(target.inspectors) as { uid: string }[]).map(({ uid }) => uid),
  }));
}

export function drawRow(draw: DrawRecord): RandomDraw {
  return {
    uid: draw.uid,
    number: drawNumberText(draw.year, draw.number),
    planTitle: draw.plan_title,
    month: draw.month,
    status: draw.status,
    day: draw.day,
    fingerprint: draw.fingerprint,
    frozenAt: draw.frozen_at,
    frozenBy: draw.frozen_by,
    drawnAt: draw.drawn_at,
    drawnBy: draw.drawn_by,
    cancelledAt: draw.cancelled_at,
    cancelledBy: draw.cancelled_by,
    cancelReason: draw.cancel_reason,
    drawn: draw.drawn,
  };
}

export function drawDetail(db: ReadStore, draw: DrawRecord): RandomDrawDetail {
  const pool = poolIn(db, draw);
  const sizes = Map.groupBy(pool.objects, ({ classKey }) => classKey);
  return {
    ...drawRow(draw),
    perObject: pool.perObject,
    classes: pool.classes.map(({ key, name, count }) => ({
      name,
      count,
      available: sizes.get(key)?.length ?? 0,
    })),
    objects: pool.objects.length,
    inspectors: pool.inspectors.length,
    leftOut: [...pool.leftOut],
    witnesses: JSON.parse(draw.witnesses) as Witness[],
    seed: draw.seed,
    targets: db.all(targetsOfDraw, { drawId: draw.id }).map((target) => ({
      uid: target.uid,
      className: target.class_name,
      name: target.name,
      place: target.place,
      inspectors: JSON.parse(target.inspectors) as { name: string; certificate: string }[],
    })),
  };
}
