import type { Paper } from '#shared/rules/papers/model.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { listPartners } from '#main/features/partner-units/index.ts';
import { requirePeriod } from './periods.ts';
import { rosterOf } from './roster.ts';
import { dutySheet, type SheetDays } from './sheet.ts';

type Context = Pick<ReadContext, 'db' | 'resourcesFolder' | 'now' | 'today'>;

/** 值班表 of a period or of some of its days, with the partner units of today. */
export function sheetOf(context: Context, uid: string, days: SheetDays): Paper {
  const { db, today } = context;
  const roster = rosterOf(context, requirePeriod(db, uid));
  const { units } = listPartners(db, today);
  return dutySheet(roster, { ...days, office: paperSettings(db).printer, partners: units });
}
