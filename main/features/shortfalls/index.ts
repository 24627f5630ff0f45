import { v7 } from 'uuid';
import type { ShortfallFigure, ShortfallPlan, shortfalls as contract } from '#shared/contract/shortfalls.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { decidePatch, sameValue } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { organizationsOn, type OrganizationOnDay } from '#main/features/organizations/index.ts';
import { shortfallImport } from './import.ts';
import { itemHandlers } from './items.ts';
import { type FigureRecord, figuresOfItem, plansOfItem } from './queries.ts';
import { placeCounts, requireItem, shortfallTable, toFigure, toPlan } from './table.ts';

export { shortfallHandOver } from './hand-over.ts';

/** What is missing against the standards, and what is planned against it (欠账). */
export function shortfallsWith(sources: readonly MeasureSource[]): Handlers<typeof contract> {
  return {
    ...itemHandlers(sources),
    importTable: importList(shortfallImport),

    table: ({ itemUid }, context) =>
      shortfallTable(context, placeCounts(context, sources), requireItem(context.db, itemUid)),

    setFigure({ itemUid, organizationUid, base, set }, { db, today, summarize }) {
      const item = requireItem(db, itemUid);
      const place = requirePlace(db, organizationUid, today, item.level);
      const record = figureAt(db, item.id, place.id);
      const stored = toFigure(record);
      const wanted = { ...stored, ...decidePatch<ShortfallFigure>(stored, base, set) };
      if (isEmpty(wanted)) {
        if (record !== undefined) db.remove('shortfall_figure', record.id);
      } else if (record === undefined)
        db.insert('shortfall_figure', { uid: v7(), item_id: item.id, organization_id: place.id, ...wanted });
      else db.update('shortfall_figure', record.id, wanted);
      summarize(`${place.name} ${item.name}`);
      return { uid: organizationUid };
    },

    setPlans({ itemUid, organizationUid, base, set }, { db, today, summarize }) {
      const item = requireItem(db, itemUid);
      const county = requirePlace(db, organizationUid, today, 'county');
      const records = db
        .all(plansOfItem, { itemId: item.id })
        .filter((record) => record.organization_id === county.id);
      const stored = records.map(toPlan);
      if (!sameValue(stored, base) && !sameValue(stored, set))
        throw new AppError('conflict', { fields: [{ field: 'plans', theirs: stored, mine: set }] });
      const byYear = new Map(records.map((record) => [record.year, record]));
      for (const plan of set) {
        const record = byYear.get(plan.year);
        if (record === undefined)
          db.insert('shortfall_plan', {
            uid: v7(),
            item_id: item.id,
            organization_id: county.id,
            ...planColumns(plan),
          });
        else db.update('shortfall_plan', record.id, planColumns(plan));
      }
      const kept = new Set(set.map(({ year }) => year));
      for (const record of records) if (!kept.has(record.year)) db.remove('shortfall_plan', record.id);
      summarize(`${county.name} ${item.name}`);
      return { uid: organizationUid };
    },
  };
}

/** A place of which nothing is entered does not keep its item from being removed. */
function isEmpty({ required, existing, note }: ShortfallFigure): boolean {
  return required === null && existing === null && note === '';
}

function planColumns({ year, planned, done, moneyPlanned, moneySpent, note }: ShortfallPlan) {
  return { year, planned, done, money_planned: moneyPlanned, money_spent: moneySpent, note };
}

function figureAt(db: ReadStore, itemId: number, organizationId: number): FigureRecord | undefined {
  return db.all(figuresOfItem, { itemId }).find((record) => record.organization_id === organizationId);
}

/** @throws AppError notFound, badInput for a place of another level */
function requirePlace(
  db: ReadStore,
  uid: string,
  today: string,
  level: 'county' | 'township',
): OrganizationOnDay {
  const place = [...organizationsOn(db, today).values()].find((each) => each.uid === uid);
  if (place === undefined) throw new AppError('notFound', { what: '这个单位' });
  if (place.level !== level)
    throw new AppError('badInput', {
      detail: `“${place.name}”不是${level === 'county' ? '县(市、区)' : '乡镇(街道)'}，这一项不在这里登记`,
    });
  return place;
}
