import type {
  ShortfallCounty,
  ShortfallFigure,
  ShortfallItem,
  ShortfallPlan,
  ShortfallRow,
  ShortfallTable,
} from '#shared/contract/shortfalls.ts';
import { AppError } from '#shared/errors.ts';
import { valueIn } from '#shared/rules/reports/measure.ts';
import {
  demandedOf,
  missingOf,
  type ShortfallLevel,
  sumOfShortfalls,
} from '#shared/rules/shortfalls/shortfall.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  organizationsOfLevel,
  organizationsOn,
  type OrganizationOnDay,
} from '#main/features/organizations/index.ts';
import { type CountScope, countedOnce, measuresIn } from '#main/features/reports/index.ts';
import {
  type FigureRecord,
  figuresOfItem,
  itemByUid,
  type ItemRecord,
  type PlanRecord,
  plansOfItem,
} from './queries.ts';

const KEY_TOWN = 'nationalKeyTown';
const NOTHING_ENTERED: ShortfallFigure = { required: null, existing: null, note: '' };

/** @throws AppError notFound */
export function requireItem(db: ReadStore, uid: string): ItemRecord {
  const item = db.get(itemByUid, { uid });
  if (item === undefined) throw new AppError('notFound', { what: '这个欠账项目' });
  return item;
}

export function toItem({ id: _id, used_by: usedBy, ...item }: ItemRecord): ShortfallItem {
  return { ...item, usedBy };
}

export function toFigure(record: FigureRecord | undefined): ShortfallFigure {
  if (record === undefined) return NOTHING_ENTERED;
  const { required, existing, note } = record;
  return { required, existing, note };
}

export function toPlan({ year, planned, done, note, ...money }: PlanRecord): ShortfallPlan {
  const { money_planned: moneyPlanned, money_spent: moneySpent } = money;
  return { year, planned, done, moneyPlanned, moneySpent, note };
}

/** Every place of the item's level with its numbers, and the counties with their sums and plans. */
export function shortfallTable(
  { db, today }: Pick<CountScope, 'db' | 'today'>,
  counts: PlaceCounts,
  item: ItemRecord,
): ShortfallTable {
  const organizations = organizationsOn(db, today);
  const rows = rowsOf(db, counts, item, organizations);
  const plans = Map.groupBy(db.all(plansOfItem, { itemId: item.id }), (plan) => plan.organization_id);
  const byCounty = Map.groupBy(rows, ({ countyUid }) => countyUid);
  const counties = organizationsOfLevel(organizations, 'county').map(
    ({ id, uid, name }): ShortfallCounty => ({
      organizationUid: uid,
      name,
      ...sumOfShortfalls(byCounty.get(uid) ?? []),
      plans: (plans.get(id) ?? []).map(toPlan),
    }),
  );
  return { item: toItem(item), total: sumOfShortfalls(rows), counties, rows };
}

function rowsOf(
  db: ReadStore,
  counts: PlaceCounts,
  item: ItemRecord,
  organizations: ReadonlyMap<number, OrganizationOnDay>,
): ShortfallRow[] {
  const { level } = item;
  const [basis, existing] = [counts(item.basis, level), counts(item.existing, level)];
  const figures = new Map(
    db.all(figuresOfItem, { itemId: item.id }).map((record) => [record.organization_id, record]),
  );
  return organizationsOfLevel(organizations, level).map((place) => {
    const county = level === 'county' ? place : organizations.get(place.parentId ?? 0);
    const figure = toFigure(figures.get(place.id));
    const isKeyTown = place.marks.includes(KEY_TOWN);
    const own = {
      required: demandedOf(item, { isKeyTown, basis: basis?.(place.uid) ?? null }),
      existing: existing?.(place.uid) ?? null,
    };
    const numbers = {
      required: figure.required ?? own.required,
      existing: figure.existing ?? own.existing,
    };
    return {
      organizationUid: place.uid,
      name: place.name,
      countyUid: county?.uid ?? '',
      countyName: county?.name ?? '',
      ...numbers,
      missing: missingOf(numbers),
      counted: own,
      figure,
    };
  });
}

/** By what the places of a level have, each source counted once however many items ask for it. */
export type PlaceCounts = (key: string, level: ShortfallLevel) => ((uid: string) => number) | null;

/** @returns null where no measure is named, or none that can be told of such places */
export function placeCounts(scope: CountScope, sources: readonly MeasureSource[]): PlaceCounts {
  const known = measuresIn(scope.db, sources);
  const year = { ...scope, from: `${scope.today.slice(0, 4)}-01-01`, to: scope.today };
  const counted = {
    county: countedOnce((source) => source.count(year, 'county')),
    township: countedOnce((source) => source.count(year, 'township')),
  };
  return (key, level) => {
    const found = known.get(key);
    if (found === undefined || !found.source.by.includes(level)) return null;
    const { source, measure } = found;
    const { byRow } = counted[level](source);
    return (uid) => Math.round(valueIn(measure, byRow.get(uid) ?? {}) ?? 0);
  };
}
