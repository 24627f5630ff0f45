import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { settingByName } from './queries.ts';

/*
 * Settings of the office by name, each a JSON value. A feature keeps its own under a name that begins with
 * the feature's: periodExport.titles.
 */

/** The stored value, or `fallback` where the office has not set it or what is stored is of another kind. */
export function readSetting<Value>(
  db: ReadStore,
  name: string,
  fallback: Value,
  isValue: (value: unknown) => value is Value,
): Value {
  const stored = db.get(settingByName, { name });
  if (stored === undefined) return fallback;
  const value: unknown = JSON.parse(stored.value);
  return isValue(value) ? value : fallback;
}

export function readTextSetting(db: ReadStore, name: string, fallback: string): string {
  return readSetting(db, name, fallback, (value) => typeof value === 'string');
}

export function writeSetting(db: WriteStore, name: string, value: unknown): void {
  const stored = db.get(settingByName, { name });
  const text = JSON.stringify(value);
  if (stored === undefined) db.insert('setting', { name, value: text });
  else if (stored.value !== text) db.update('setting', stored.id, { value: text });
}
