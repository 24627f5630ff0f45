import {
  type CreditSettings,
  creditSettingsSchema,
  usualCreditSettings,
} from '#shared/rules/credit/settings.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting } from '#main/features/office/settings.ts';

export const SETTINGS_NAME = 'credit.settings';

export function creditSettings(db: ReadStore): CreditSettings {
  return readSetting(db, SETTINGS_NAME, usualCreditSettings, isSettings);
}

function isSettings(value: unknown): value is CreditSettings {
  return creditSettingsSchema.safeParse(value).success;
}
