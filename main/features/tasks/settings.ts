import type { TaskSettings } from '#shared/contract/tasks.ts';
import { USUAL_WARNING_DAYS } from '#shared/rules/tasks/light.ts';
import { USUAL_FINDING_DAYS } from '#shared/rules/visits/proposed.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { readSetting, readTextSetting, writeSetting } from '#main/features/office/settings.ts';

const WARNING_DAYS = 'tasks.warningDays';
const FINDING_DAYS = 'tasks.findingDays';
const OFFICE_UNIT = 'tasks.officeUnit';

export function settingsOf(db: ReadStore): TaskSettings {
  return {
    warningDays: readDays(db, WARNING_DAYS, USUAL_WARNING_DAYS),
    findingDays: readDays(db, FINDING_DAYS, USUAL_FINDING_DAYS),
    officeUnitUid: readTextSetting(db, OFFICE_UNIT, '') || null,
  };
}

function readDays(db: ReadStore, name: string, usual: number): number {
  return readSetting(db, name, usual, (value) => typeof value === 'number');
}

export function updateSettings(settings: TaskSettings, { db, summarize }: WriteContext): TaskSettings {
  writeSetting(db, WARNING_DAYS, settings.warningDays);
  writeSetting(db, FINDING_DAYS, settings.findingDays);
  writeSetting(db, OFFICE_UNIT, settings.officeUnitUid ?? '');
  summarize(`到期前 ${settings.warningDays} 天变黄，问题隐患一般 ${settings.findingDays} 天整改`);
  return settingsOf(db);
}
