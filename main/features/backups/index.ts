import { isAbsolute } from 'node:path';
import type { backups as contract, BackupSettings } from '#shared/contract/backups.ts';
import { AppError } from '#shared/errors.ts';
import { USUAL_ORPHAN_DAYS } from '#shared/rules/backups/orphans.ts';
import { defaultThinning } from '#shared/rules/backups/thinning.ts';
import { type Descent, ownAmong } from '#main/core/backups/origin.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting, writeSetting } from '#main/features/office/settings.ts';

const SETTING = 'backups.settings';
/** As many as take an hour to type: losing that many good rows to a wrong import would hurt. */
const USUAL_IMPORT_ROWS = 200;

/** Backups (备份): what the office decides about them. They themselves lie outside the store; see services.ts. */
export const backups: Handlers<typeof contract> = {
  settings: (_input, { db }) => settingsOf(db),

  updateSettings(input, { db, summarize }) {
    requireWholePath(input.secondFolder);
    writeSetting(db, SETTING, input);
    summarize(input.secondFolder === '' ? '没有第二备份位置' : `第二备份位置“${input.secondFolder}”`);
    return settingsOf(db);
  },
};

/** Handlers that only the core itself calls: it makes backups on behalf of nobody. */
export const backupsForCore = {
  current: (_input: unknown, { db }: ReadContext): BackupSettings => settingsOf(db),

  ownAmong: ({ backups: found, origin }: OwnInput, { db }: ReadContext) => ownAmong(found, origin, db),
};

/** Backups of a place that others may use too. */
export interface OwnInput {
  backups: readonly Descent[];
  origin: string;
}

export function settingsOf(db: ReadStore): BackupSettings {
  const usual: BackupSettings = {
    secondFolder: '',
    thinning: defaultThinning,
    importRows: USUAL_IMPORT_ROWS,
    orphanDays: USUAL_ORPHAN_DAYS,
  };
  return { ...usual, ...readSetting(db, SETTING, usual, isSettings) };
}

/** Written by `updateSettings` alone, whole. */
function isSettings(value: unknown): value is BackupSettings {
  return typeof value === 'object' && value !== null && 'thinning' in value && 'secondFolder' in value;
}

function requireWholePath(folder: string): void {
  if (folder === '' || isAbsolute(folder)) return;
  const example = process.platform === 'win32' ? 'E:\\备份' : '/media/U盘/备份';
  throw new AppError('refused', {
    reason: `第二备份位置要写完整的路径，例如 ${example}；留空表示不用第二个位置。`,
  });
}
