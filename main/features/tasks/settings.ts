import type { TaskSettings } from '#shared/contract/tasks.ts';
import { USUAL_WARNING_DAYS } from '#shared/rules/tasks/light.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { readSetting, readTextSetting, writeSetting } from '#main/features/office/settings.ts';

const WARNING_DAYS = 'tasks.warningDays';
const OFFICE_UNIT = 'tasks.officeUnit';

export function settingsOf(db: ReadStore): TaskSettings {
  return {
    warningDays: readSetting(db, WARNING_DAYS, USUAL_WARNING_DAYS, (value) => typeof value === 'number'),
    officeUnitUid: readTextSetting(db, OFFICE_UNIT, '') || null,
  };
}

export function updateSettings(settings: TaskSettings, { db, summarize }: WriteContext): TaskSettings {
  writeSetting(db, WARNING_DAYS, settings.warningDays);
  writeSetting(db, OFFICE_UNIT, settings.officeUnitUid ?? '');
  summarize(`到期前 ${settings.warningDays} 天变黄`);
  return settingsOf(db);
}
