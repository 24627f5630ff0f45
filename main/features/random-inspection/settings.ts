import type { RandomSettings } from '#shared/contract/random-inspection.ts';
import { LEAST_INSPECTORS } from '#shared/rules/random-inspection/pool.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting } from '#main/features/office/settings.ts';

export const SETTINGS = 'randomInspection.settings';

/** Until the office sets its own. */
const usual: RandomSettings = {
  perObject: LEAST_INSPECTORS,
  publishTerm: { count: 20, unit: 'workday', movesToWorkday: false },
  coordinationDays: 90,
  source: '本程序拟定，请按上级规定修改',
};

export function randomSettings(db: ReadStore): RandomSettings {
  return readSetting(db, SETTINGS, usual, isSettings);
}

function isSettings(value: unknown): value is RandomSettings {
  return typeof value === 'object' && value !== null && 'perObject' in value && 'publishTerm' in value;
}
