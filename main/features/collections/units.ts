import { v7 } from 'uuid';
import type { collections as contract } from '#shared/contract/collections.ts';
import { AppError } from '#shared/errors.ts';
import { collectionLimits } from '#shared/rules/collections/definition.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { ledgerOf, type Sources } from './origins.ts';
import { candidatesOf } from './propose.ts';
import { type CollectionRow, unitsOfCollection } from './queries.ts';
import { returnsOfUnit } from './returns/queries.ts';
import { originOf, requireCollection, requireUnits } from './rows.ts';

type Inputs<Name extends keyof Handlers<typeof contract>> = Parameters<Handlers<typeof contract>[Name]>[0];

const SHOWN_NAMES = 5;

/** Units that are asked as well from now on, with their rows as they are now. */
export function addUnits(
  sources: Sources,
  { uid, organizationUids }: Inputs<'addUnits'>,
  context: WriteContext,
): { uid: string; unitUids: string[] } {
  const { db, summarize } = context;
  const collection = requireOpen(db, uid);
  const units = db.all(unitsOfCollection, { collectionId: collection.id });
  const there = new Set(units.map(({ organization_uid }) => organization_uid));
  const wanted = new Set(organizationUids.filter((each) => !there.has(each)));
  const origin = originOf(collection);
  const chosen = candidatesOf(origin, sources, context).candidates.filter(({ organization }) =>
    wanted.has(organization.uid),
  );
  if (chosen.length === 0 || chosen.length < wanted.size)
    throw new AppError('refused', { reason: '所选的单位里有的已经加过，或者没有要填的内容，请重新选一次。' });
  if (units.length + chosen.length > collectionLimits.units)
    throw new AppError('refused', { reason: `一次下发最多 ${collectionLimits.units} 个单位，请少选几个。` });
  // A table of the clerk's own has the same rows for all.
  const alike = ledgerOf(origin, sources) === null ? units[0]?.given : undefined;
  const next = Math.max(...units.map(({ position }) => position)) + 1;
  const unitUids = chosen.map(({ organization, name, rows }, place) => {
    const unitUid = v7();
    db.insert('collection_unit', {
      uid: unitUid,
      collection_id: collection.id,
      organization_id: organization.id,
      position: next + place,
      name,
      given: alike ?? JSON.stringify(rows),
      version: 1,
      handed_on: null,
    });
    return unitUid;
  });
  summarize(`${collection.title}，${namesOf(chosen.map(({ name }) => name))}`);
  return { uid, unitUids };
}

/** Units that need not return anything: what has come back stays on record with its unit. */
export function removeUnits(
  { uid, unitUids }: Inputs<'removeUnits'>,
  { db, summarize }: WriteContext,
): { uid: string } {
  const collection = requireCollection(db, uid);
  const units = requireUnits(db, collection, unitUids);
  const returned = units.filter(({ id }) => db.all(returnsOfUnit, { unitId: id }).length > 0);
  if (returned.length > 0)
    throw new AppError('refused', {
      reason: `${namesOf(returned.map(({ name }) => name))}已经交回过，要留下记录，不能去掉。收错了的请先点开单位退掉。`,
    });
  if (units.length === db.all(unitsOfCollection, { collectionId: collection.id }).length)
    throw new AppError('refused', { reason: '至少要留一个单位。都不要了的，请删除这次下发。' });
  for (const { id } of units) db.remove('collection_unit', id);
  summarize(`${collection.title}，${namesOf(units.map(({ name }) => name))}`);
  return { uid };
}

/** @throws AppError notFound, refused */
function requireOpen(db: WriteContext['db'], uid: string): CollectionRow {
  const collection = requireCollection(db, uid);
  if (collection.closed_on !== null)
    throw new AppError('refused', { reason: '已经结束收集，不能增加单位。请先在“更多操作”里重新收集。' });
  return collection;
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).join('、');
  return names.length > SHOWN_NAMES ? `${shown}等 ${names.length} 个单位` : shown;
}
