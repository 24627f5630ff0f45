import type { PaperSettings } from '#shared/contract/paper-setup.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { cityNameOf, officeNameOf } from '#main/features/office/index.ts';
import { readSetting, writeSetting } from '#main/features/office/settings.ts';

const SETTING = 'papers.office';

const empty: PaperSettings = {
  area: '',
  officeMark: '',
  committeeMark: '',
  printer: '',
  copyTo: '',
  seal: true,
  contactPerson: '',
  contactPhone: '',
};

/** What the office entered; empty where it leaves a thing to the program. */
export function storedPaperSettings(db: ReadStore): PaperSettings {
  return readSetting(db, SETTING, empty, isSettings);
}

/** What new papers begin with: the office's own words, else what follows from its name and city. */
export function paperSettings(db: ReadStore): PaperSettings {
  const stored = storedPaperSettings(db);
  const officeName = officeNameOf(db);
  return {
    ...stored,
    area: stored.area || cityNameOf(db).slice(0, 1),
    officeMark: stored.officeMark || officeName,
    committeeMark: stored.committeeMark || officeName.replace(/办公室(?=(?:[(（].*[)）])?$)/u, ''),
    printer: stored.printer || officeName,
  };
}

export function writePaperSettings(db: WriteStore, settings: PaperSettings): void {
  writeSetting(db, SETTING, settings);
}

function isSettings(value: unknown): value is PaperSettings {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(empty).every(
      ([name, fallback]) => typeof (value as Record<string, unknown>)[name] === typeof fallback,
    )
  );
}
