import { isAbsolute } from 'node:path';
import type { office as contract } from '#shared/contract/office.ts';
import type { OfficeSettings } from '#shared/contract/office.ts';
import { AppError } from '#shared/errors.ts';
import { soleUserRoles } from '#shared/rights.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { openDivisions } from '#main/core/divisions/divisions.ts';
import { defaultExportFolder } from '#main/core/files/files.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { plantCity } from '#main/features/organizations/plant-city.ts';
import { addUser } from '#main/features/users/index.ts';
import { readCity } from './city.ts';
import { readTextSetting, writeSetting } from './settings.ts';

/** The office itself: its first start and its settings. */
export const office: Handlers<typeof contract> = {
  setUp(input, context) {
    const { db, now, resourcesFolder, summarize } = context;
    if (officeName(db) !== null)
      throw new AppError('refused', { reason: '办公室已经建立，请刷新页面后登录。' });
    writeSetting(db, 'office.name', input.officeName);
    writeSetting(db, 'office.city', { name: input.cityName, code: input.cityCode });
    addUser(db, {
      name: input.userName,
      roles: soleUserRoles,
      password: '',
      mustChange: false,
      now,
      resourcesFolder,
    });
    const counties = input.cityCode === null ? [] : openDivisions(resourcesFolder).tree(input.cityCode);
    summarize(input.officeName);
    return plantCity(db, {
      name: input.cityName,
      code: input.cityCode,
      counties,
      memberUnits: input.memberUnits,
    });
  },

  settings: (_input, { db }) => settingsOf(db),

  update({ base, ...wanted }, { db, summarize }) {
    requireWholePath(wanted.exportFolder);
    const { name, exportFolder } = base === undefined ? wanted : changedSince(base, wanted, settingsOf(db));
    if (name !== undefined) writeSetting(db, 'office.name', name);
    if (exportFolder !== undefined) writeSetting(db, 'office.exportFolder', exportFolder);
    summarize(name ?? officeNameOf(db));
    return settingsOf(db);
  },
};

/** Anything else would mean a folder below wherever the program happens to have been started. */
function requireWholePath(folder: string): void {
  if (folder === '' || isAbsolute(folder)) return;
  const example = process.platform === 'win32' ? 'D:\\导出' : '/home/用户/导出';
  throw new AppError('refused', {
    reason: `导出文件夹要写完整的路径，例如 ${example}；留空表示用默认的文件夹。`,
  });
}

/** Handlers that only the core itself calls. */
export const officeForCore = {
  nameForSessions: (_input: unknown, { db }: ReadContext): string | null => officeName(db),
  exportFolder: (_input: unknown, { db }: ReadContext): string => settingsOf(db).exportFolder,
};

/** Empty before the office was set up. */
export function officeNameOf(db: ReadStore): string {
  return officeName(db) ?? '';
}

export function cityNameOf(db: ReadStore): string {
  return readCity(db).name;
}

function officeName(db: ReadStore): string | null {
  const name = readTextSetting(db, 'office.name', '');
  return name === '' ? null : name;
}

type Edited = Pick<OfficeSettings, 'name' | 'exportFolder'>;

/** @throws AppError conflict where somebody else changed the same meanwhile */
function changedSince(base: Edited, wanted: Edited, { name, exportFolder }: Edited): Partial<Edited> {
  return decidePatch({ name, exportFolder }, base, {
    name: wanted.name === base.name ? undefined : wanted.name,
    exportFolder: wanted.exportFolder === base.exportFolder ? undefined : wanted.exportFolder,
  });
}

function settingsOf(db: ReadStore): OfficeSettings {
  const city = readCity(db);
  return {
    name: officeName(db) ?? '',
    cityName: city.name,
    cityCode: city.code,
    exportFolder: readTextSetting(db, 'office.exportFolder', '') || defaultExportFolder(),
  };
}
