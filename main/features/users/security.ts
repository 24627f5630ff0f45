import { defaultSecurity, type SecuritySettings } from '#shared/rules/users/security.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { readSetting, writeSetting } from '#main/features/office/settings.ts';

/* The rules of this office about passwords and locking: one setting each, so that the log tells which was changed. */

export function readSecurity(db: ReadStore): SecuritySettings {
  const stored = Object.entries(defaultSecurity).map(([name, usual]) => [
    name,
    readSetting<unknown>(
      db,
      settingOf(name),
      usual,
      (value): value is unknown => typeof value === typeof usual,
    ),
  ]);
  return { ...defaultSecurity, ...Object.fromEntries(stored) };
}

export function writeSecurity(db: WriteStore, settings: SecuritySettings): void {
  for (const [name, value] of Object.entries(settings)) writeSetting(db, settingOf(name), value);
}

function settingOf(name: string): string {
  return `users.${name}`;
}
