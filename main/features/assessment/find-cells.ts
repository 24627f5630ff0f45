import type { Indicator } from '#shared/contract/schemes.ts';
import { AppError } from '#shared/errors.ts';
import { stateNear } from '#shared/rules/organizations/history.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { LoadedGroup } from './load-group.ts';
import { type GroupObjectRow, loadObjects } from './objects.ts';
import { bearersOfShortName, objectOfGroup, shortNamesOf } from './queries.ts';
import { type FoundIndicator, findIndicator } from './scheme.ts';

/*
 * Single cells of a group. Reading the whole group costs more than the rest of a save, so that only the objects and
 * indicators asked for are read, and all objects only where one cannot be judged without the others.
 */

export interface Cell {
  object: { id: number; uid: string; organization_id: number };
  found: FoundIndicator;
}

export interface CellFinder {
  /** @throws AppError notFound */
  find(objectUid: string, indicatorUid: string): Cell;
  /** Whether the indicator's condition holds for the object. */
  applies(cell: Cell): boolean;
  /** 城东区 1.1 */
  nameOf(cell: Cell): string;
}

export function cellFinder(db: ReadStore, { row, period }: Pick<LoadedGroup, 'row' | 'period'>): CellFinder {
  const objects = new Map<string, Cell['object']>();
  const indicators = new Map<string, FoundIndicator>();
  const conditioned = new Map<string, ReadonlyMap<number, GroupObjectRow>>();

  function objectAt(uid: string): Cell['object'] {
    const object = objects.get(uid) ?? db.get(objectOfGroup, { groupId: row.id, uid });
    if (object === undefined) throw new AppError('notFound', { what: '要评分的单位' });
    objects.set(uid, object);
    return object;
  }

  function indicatorAt(uid: string): FoundIndicator {
    const found = indicators.get(uid) ?? findIndicator(db, row.scheme_id, uid);
    if (found === undefined) throw new AppError('notFound', { what: '要评分的指标' });
    indicators.set(uid, found);
    return found;
  }

  function objectsUnder(indicator: Indicator): ReadonlyMap<number, GroupObjectRow> {
    const known =
      conditioned.get(indicator.uid) ??
      new Map(loadObjects(db, row.id, period.last_day, [indicator]).map((object) => [object.id, object]));
    conditioned.set(indicator.uid, known);
    return known;
  }

  function shortNameOf({ object, found }: Cell): string {
    const states = db
      .all(shortNamesOf, { organizationId: object.organization_id })
      .map(({ first_day, last_day, short_name }) => ({
        firstDay: first_day,
        lastDay: last_day,
        name: short_name,
      }));
    const shortName = stateNear(states, period.last_day)?.name ?? '';
    const bearers = db.get(bearersOfShortName, { groupId: row.id, shortName })?.count ?? 0;
    // Two counties may each have a 城关镇: then the whole group decides what it is called.
    return bearers === 1 ? shortName : (objectsUnder(found.indicator).get(object.id)?.shortName ?? shortName);
  }

  return {
    find: (objectUid, indicatorUid) => ({
      object: objectAt(objectUid),
      found: indicatorAt(indicatorUid),
    }),
    applies({ object, found: { indicator } }) {
      if (indicator.condition === null) return true;
      return objectsUnder(indicator).get(object.id)?.inapplicable.includes(indicator.uid) !== true;
    },
    nameOf: (cell) => cellName({ shortName: shortNameOf(cell) }, cell.found.indicator),
  };
}

/** 城东区 1.1 */
export function cellName(object: { shortName: string }, indicator: Indicator): string {
  return `${object.shortName} ${indicator.number === '' ? indicator.content.slice(0, 12) : indicator.number}`;
}
