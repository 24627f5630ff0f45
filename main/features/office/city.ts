import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting } from './settings.ts';

interface City {
  name: string;
  /** Code in the bundled table of divisions; null where the office entered its city by hand. */
  code: string | null;
}

export function readCity(db: ReadStore): City {
  return readSetting(db, 'office.city', { name: '', code: null }, isCity);
}

function isCity(value: unknown): value is City {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'code' in value &&
    (value.code === null || typeof value.code === 'string')
  );
}
