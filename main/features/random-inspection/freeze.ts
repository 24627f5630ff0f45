import { AppError } from '#shared/errors.ts';
import {
  type Exclusion,
  exclusionNames,
  objectExclusion,
} from '#shared/rules/random-inspection/exclusion.ts';
import { monthText } from '#shared/rules/random-inspection/model.ts';
import {
  type FrozenPool,
  type LeftOut,
  METHOD,
  type PoolClass,
  type PoolInspector,
  type PoolObject,
} from '#shared/rules/random-inspection/pool.ts';
import { problemsOf, shortOfInspectors } from '#shared/rules/random-inspection/problems.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { visitsToSites } from '#main/features/campaigns/index.ts';
import { Places } from '#main/features/key-sites/index.ts';
import { type OtherVisitRecord, type PlanRecord, visitsOfDraws } from './draw-queries.ts';
import { libraryOf } from './inspectors.ts';
import { listPlans } from './plans.ts';
import { allClasses, type ObjectRecord, objectsOfClasses } from './queries.ts';
import { randomSettings } from './settings.ts';

interface Asked {
  plan: PlanRecord;
  /** YYYY-MM */
  month: string;
  classUids: readonly string[];
}

/**
 * Everything that decides about a draw on this day, with those who are left out and why.
 * @throws AppError refused, where nothing can be drawn from it
 */
export function freezePool(db: ReadStore, { plan, month, classUids }: Asked, day: string): FrozenPool {
  const { perObject, coordinationDays } = randomSettings(db);
  const classes = classesToDraw(db, { plan, month, classUids }, day);
  const firstOfMonth = `${month}-01`;
  const library = libraryOf(db, day, firstOfMonth > day ? firstOfMonth : day);
  const able = library.filter(({ excluded }) => excluded === null);
  const inspectors = able.map(
    (each): PoolInspector => ({
      key: each.uid,
      name: each.name,
      certificate: each.certificate,
      expiresOn: each.expiresOn ?? '',
      avoidsPlaces: each.avoidsPlaces,
      avoidsNames: each.avoids,
    }),
  );
  const { objects, leftOut, kinds } = sortObjects(db, { classes, day, coordinationDays });
  const short = inspectors.length < perObject ? [] : shortOfInspectors({ inspectors, objects, perObject });
  const shortKeys = new Set(short.map(({ key }) => key));
  const pool: FrozenPool = {
    method: METHOD,
    title: `${plan.title} ${monthText(month)}`,
    day,
    perObject,
    classes,
    objects: objects.filter(({ key }) => !shortKeys.has(key)),
    inspectors,
    leftOut: [
      ...leftOut,
      ...short.map(
        ({ key, name }): LeftOut => ({
          key,
          name,
          kind: 'object',
          reason: `回避以后不足 ${perObject} 名检查人员`,
        }),
      ),
      ...library.flatMap(({ uid, name, excluded }): LeftOut[] =>
        excluded === null ? [] : [{ key: uid, name, kind: 'inspector', reason: excluded }],
      ),
    ],
  };
  const problems = problemsOf(pool);
  if (problems.length > 0)
    throw new AppError('refused', { reason: `不能抽取：${problems.join('；')}。${leftOutText(kinds)}` });
  return pool;
}

/** What the plan still asks of the month. */
function classesToDraw(db: ReadStore, { plan, month, classUids }: Asked, day: string): PoolClass[] {
  const place = Number(month.slice(5, 7)) - 1;
  const lines = listPlans(db, day).find(({ uid }) => uid === plan.uid)?.lines ?? [];
  if (Number(month.slice(0, 4)) !== plan.year)
    throw new AppError('badInput', { detail: `“${plan.title}”只管 ${plan.year} 年` });
  const punishedFirst = new Set(
    db.all(allClasses).flatMap(({ uid, punished_first: first }) => (first === 1 ? [uid] : [])),
  );
  const classes = lines
    .filter(({ classUid }) => classUids.includes(classUid))
    .map(({ classUid, className, numbers, drawn }) => ({
      key: classUid,
      name: className,
      count: Math.max(0, (numbers[place] ?? 0) - (drawn[place] ?? 0)),
      punishedFirst: punishedFirst.has(classUid),
    }))
    .filter(({ count }) => count > 0);
  if (classes.length === 0)
    throw new AppError('refused', {
      reason: `所选类别 ${monthText(month)}没有要抽的：计划数是 0，或者已经抽完。要多抽的，请先修改计划数。`,
    });
  return classes;
}

interface ToSort {
  classes: readonly PoolClass[];
  day: string;
  coordinationDays: number;
}

function sortObjects(db: ReadStore, { classes, day, coordinationDays }: ToSort) {
  const places = new Places(db, day);
  const placesOf = placeFinder(places);
  const wanted = new Set(classes.map(({ key }) => key));
  const ids = db.all(allClasses).flatMap(({ id, uid }) => (wanted.has(uid) ? [id] : []));
  const records = db.all(objectsOfClasses, { classIds: JSON.stringify(ids) });
  const visits = nearestVisits([...db.all(visitsOfDraws), ...visitsByCampaigns(db, records)], day);
  const objects: PoolObject[] = [];
  const leftOut: LeftOut[] = [];
  const kinds: Exclusion['kind'][] = [];
  for (const record of records) {
    const exclusion = objectExclusion(standingOf(record, visits), day, coordinationDays);
    const { uid: key, name } = record;
    if (exclusion === null) {
      objects.push({
        key,
        name,
        classKey: record.class_uid,
        punished: record.punished === 1,
        places: placesOf(record.organization_id),
      });
      continue;
    }
    kinds.push(exclusion.kind);
    leftOut.push({ key, name, kind: 'object', reason: exclusion.reason });
  }
  return { objects, leftOut, kinds };
}

/** What campaigns have visited or will visit of the objects. */
function visitsByCampaigns(db: ReadStore, records: readonly ObjectRecord[]): OtherVisitRecord[] {
  const objects = new Map(records.flatMap(({ id, site_id: site }) => (site === null ? [] : [[site, id]])));
  return visitsToSites(db).flatMap(({ site_id: site, day, by }) => {
    const object = objects.get(site);
    return object === undefined ? [] : [{ object_id: object, day, by }];
  });
}

/** 排除的对象：本轮已抽过 12 个，近期已查或将查 3 个。 */
function leftOutText(kinds: readonly Exclusion['kind'][]): string {
  const counts = Map.groupBy(kinds, (kind) => kind);
  const parts = [...counts].map(([kind, { length }]) => `${exclusionNames[kind]} ${length} 个`);
  return parts.length === 0 ? '' : `排除的对象：${parts.join('，')}。`;
}

function standingOf(record: ObjectRecord, visits: ReadonlyMap<number, OtherVisitRecord>) {
  return {
    closedOn: record.closed_on,
    validUntil: record.valid_until,
    heldReason: record.held_reason,
    drawnOn: record.drawn_on,
    otherVisit: visits.get(record.id) ?? null,
  };
}

/** Of each object the one that is nearest to the day. */
function nearestVisits(visits: readonly OtherVisitRecord[], day: string): Map<number, OtherVisitRecord> {
  const distance = (visit: OtherVisitRecord): number => Math.abs(Date.parse(visit.day) - Date.parse(day));
  const nearest = new Map<number, OtherVisitRecord>();
  for (const visit of visits) {
    const known = nearest.get(visit.object_id);
    if (known === undefined || distance(visit) < distance(known)) nearest.set(visit.object_id, visit);
  }
  return nearest;
}

/** Uids of the township and its county. */
function placeFinder(places: Places): (id: number) => string[] {
  const known = new Map<number, string[]>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const place = places.byId(id);
    const county = place === undefined ? undefined : places.parentOf(place);
    const uids = [place?.uid, county?.uid].filter((uid) => uid !== undefined);
    known.set(id, uids);
    return uids;
  };
}
