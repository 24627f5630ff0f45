import type { RandomSettings, randomInspection as contract } from '#shared/contract/random-inspection.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { writeSetting } from '#main/features/office/settings.ts';
import { classHandlers } from './classes.ts';
import { drawHandlers } from './draws.ts';
import { objectImport } from './import.ts';
import { inspectorHandlers } from './inspectors.ts';
import { itemHandlers } from './items.ts';
import { objectHandlers } from './objects.ts';
import { planHandlers } from './plans.ts';
import { publicationHandlers } from './publications.ts';
import { randomSettings, SETTINGS } from './settings.ts';
import { targetHandlers } from './targets.ts';

export { publicationDates } from './dates.ts';
export { objectsFollowSite } from './objects.ts';

/** Random inspection (双随机、一公开). */
export const randomInspection: Handlers<typeof contract> = {
  ...itemHandlers,
  ...classHandlers,
  ...objectHandlers,
  ...inspectorHandlers,
  ...planHandlers,
  ...drawHandlers,
  ...targetHandlers,
  ...publicationHandlers,
  importTable: importList(objectImport),
  settings: (_input, { db }) => randomSettings(db),

  setSettings({ base, set }, { db, summarize }) {
    const stored = randomSettings(db);
    const settings: RandomSettings = { ...stored, ...decidePatch({ ...stored }, { ...base }, { ...set }) };
    writeSetting(db, SETTINGS, settings);
    summarize(`每个对象 ${settings.perObject} 人，${settings.coordinationDays} 天内不重复检查`);
    return settings;
  },
};
