import { defaultNoticeSettings } from '#shared/rules/notices/default-settings.ts';
import { type NoticeSettings, noticeSettingsSchema } from '#shared/rules/notices/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { readSetting, writeSetting } from '#main/features/office/settings.ts';

const NAME = 'notices.rules';

export function noticeSettings(db: ReadStore): NoticeSettings {
  return readSetting(db, NAME, defaultNoticeSettings, isSettings);
}

export function writeNoticeSettings(db: WriteStore, settings: NoticeSettings): void {
  writeSetting(db, NAME, settings);
}

function isSettings(value: unknown): value is NoticeSettings {
  return noticeSettingsSchema.safeParse(value).success;
}
