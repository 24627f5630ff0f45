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
import { demandedOf, missingOf, sumOfShortfalls } from '#shared/rules/shortfalls/shortfall.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  organizationsOfLevel,
  organizationsOn,
  type OrganizationOnDay,
} from '#main/features/organizations/index.ts';
import { type CountScope, measuresIn } from '#main/features/reports/index.ts';
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
  scope: CountScope,
  sources: readonly MeasureSource[],
  item: ItemRecord,
): ShortfallTable {
  const { db, today } = scope;
  const organizations = organizationsOn(db, today);
  const rows = rowsOf(scope, sources, item, organizations);
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
  scope: CountScope,
  sources: readonly MeasureSource[],
  item: ItemRecord,
  organizations: ReadonlyMap<number, OrganizationOnDay>,
): ShortfallRow[] {
  const { level } = item;
  const counted = (key: string) => countedBy(scope, sources, key, level);
  const [basis, existing] = [counted(item.basis), counted(item.existing)];
  const figures = new Map(
    scope.db.all(figuresOfItem, { itemId: item.id }).map((record) => [record.organization_id, record]),
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

/** Null: no measure is named, or none that can be told of such places. */
function countedBy(
  scope: CountScope,
  sources: readonly MeasureSource[],
  key: string,
  level: 'county' | 'township',
): ((uid: string) => number) | null {
  const found = key === '' ? undefined : measuresIn(scope.db, sources).get(key);
  if (found === undefined || !found.source.by.includes(level)) return null;
  const { source, measure } = found;
  const from = `${scope.today.slice(0, 4)}-01-01`;
  const { byRow } = source.count({ ...scope, from, to: scope.today }, level);
  return (uid) => Math.round(valueIn(measure, byRow.get(uid) ?? {}) ?? 0);
}
