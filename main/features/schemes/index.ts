import type { schemes as contract } from '#shared/contract/schemes.ts';
import { defaultSettings } from '#shared/rules/schemes/default-settings.ts';
import { withSettings } from '#shared/rules/schemes/with-settings.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { addScheme } from './add-scheme.ts';
import { importStaged } from './import-staged.ts';
import { refuseUsed, requireDraft, requireScheme } from './require.ts';
import { detailOf, listSchemes, settingsOf } from './rows.ts';
import { takeRules } from './take-rules.ts';
import { tree } from './tree.ts';
import { versions } from './versions.ts';
import { schemeValues } from './write-rows.ts';

export { toIndicator } from './rows.ts';
export { readCondition, readSettings } from './stored-json.ts';

/** Assessment schemes: once in force they are frozen, a revision is a new version. */
export const schemes: Handlers<typeof contract> = {
  list: (_input, { db }) => listSchemes(db),
  get: ({ uid }, { db }) => detailOf(db, requireScheme(db, uid)),

  create({ title, appliesTo }, { db, now, summarize }) {
    summarize(title);
    const empty = { documentNumber: '', issuer: '', statedPoints: null, notes: '', categories: [] };
    return { uid: addScheme(db, { ...empty, title, appliesTo, settings: defaultSettings }, now) };
  },

  update({ uid, base, set }, { db, summarize }) {
    const row = requireDraft(db, uid);
    const settings = settingsOf(row);
    const stored = {
      title: row.title,
      documentNumber: row.document_number,
      issuer: row.issuer,
      appliesTo: row.applies_to,
      statedPoints: row.stated_points,
      notes: row.notes,
      ...settings,
    };
    const changes = decidePatch(stored, base, set);
    const changed = withSettings(settings, changes);
    db.update('scheme', row.id, schemeValues({ ...changes, settings: changed }));
    summarize(changes.title ?? row.title);
    return { uid };
  },

  remove({ uid }, { db, summarize }) {
    const row = requireDraft(db, uid);
    refuseUsed(db, row);
    db.remove('scheme', row.id);
    summarize(row.title);
    return { uid };
  },

  ...versions,
  ...tree,
  takeRules,
  importStaged,
};
