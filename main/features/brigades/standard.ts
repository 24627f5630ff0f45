import type { BrigadeStandard } from '#shared/rules/brigades/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting } from '#main/features/office/settings.ts';

export const STANDARD_SETTING = 'brigades.standard';

/** Until the office sets its own: 8 to 10 people with at least 2 drivers, at least one water tender. */
const usual: BrigadeStandard = {
  people: 8,
  drivers: 2,
  tenders: 1,
  source: '《乡镇消防队》GB/T 35547-2017',
};

export function brigadeStandard(db: ReadStore): BrigadeStandard {
  return readSetting(db, STANDARD_SETTING, usual, isStandard);
}

function isStandard(value: unknown): value is BrigadeStandard {
  return typeof value === 'object' && value !== null && 'people' in value && 'source' in value;
}
