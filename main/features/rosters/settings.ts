import type { RosterSettings } from '#shared/contract/roster-views.ts';
import { USUAL_EXPIRING_DAYS } from '#shared/rules/rosters/problems.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting, writeSetting } from '#main/features/office/settings.ts';

const EXPIRING_DAYS = 'rosters.expiringDays';

export function rosterSettings(db: ReadStore): RosterSettings {
  return {
    expiringDays: readSetting(db, EXPIRING_DAYS, USUAL_EXPIRING_DAYS, (value) => typeof value === 'number'),
  };
}

export function updateSettings(
  { expiringDays }: RosterSettings,
  { db, summarize }: WriteContext,
): RosterSettings {
  writeSetting(db, EXPIRING_DAYS, expiringDays);
  summarize(`任职到期前 ${expiringDays} 天提醒`);
  return rosterSettings(db);
}
