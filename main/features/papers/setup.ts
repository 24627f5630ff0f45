import { randomUUID } from 'node:crypto';
import type { paperSetup as contract } from '#shared/contract/paper-setup.ts';
import { AppError } from '#shared/errors.ts';
import { numberFormatProblem } from '#shared/rules/papers/number-format.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { listKinds, requireKind, requireSeries } from './kinds.ts';
import { nextNumber } from './numbers.ts';
import { allKinds, allSeries, countNumbers } from './queries.ts';
import { paperSettings, storedPaperSettings, writePaperSettings } from './settings.ts';

type Names =
  | 'series'
  | 'addSeries'
  | 'updateSeries'
  | 'addKind'
  | 'updateKind'
  | 'settings'
  | 'updateSettings';

/** Series of numbers, kinds of paper, and the office's own words. */
export const paperSetup: Pick<Handlers<typeof contract>, Names> = {
  series(_input, { db, today }) {
    const kinds = listKinds(db);
    const taken = new Map(db.all(countNumbers).map(({ series_id: id, count }) => [id, count]));
    return db.all(allSeries).map((row) => ({
      uid: row.uid,
      name: row.name,
      format: row.format,
      restart: row.restart,
      active: row.active === 1,
      next: nextNumber(db, row, today).text,
      kinds: kinds.filter(({ seriesUid, active }) => active && seriesUid === row.uid).map(({ name }) => name),
      taken: taken.get(row.id) ?? 0,
    }));
  },

  addSeries({ name, format, restart }, { db, summarize }) {
    requireFormat(db, format, restart, null);
    requireNewName(db.all(allSeries), name, '文号系列');
    const uid = randomUUID();
    const position = Math.max(0, ...db.all(allSeries).map((row) => row.position)) + 1;
    db.insert('number_series', { uid, name, format, restart, position, active: 1 });
    summarize(name);
    return { uid };
  },

  updateSeries({ uid, base, set }, { db, summarize }) {
    const row = requireSeries(db, { uid });
    const { name, format, restart } = row;
    const changes = decidePatch({ name, format, restart, active: row.active === 1 }, base, set);
    const wanted = { ...row, ...changes };
    requireFormat(db, wanted.format, wanted.restart, row.id);
    if (changes.name !== undefined) requireNewName(db.all(allSeries), changes.name, '文号系列');
    const taken = db.all(countNumbers).some(({ series_id: id }) => id === row.id);
    if (changes.restart !== undefined && taken) {
      throw new AppError('refused', {
        reason: '这个系列已经取过文号，不能再改每年是否重新编号。请另建一个系列。',
      });
    }
    const { active, ...others } = changes;
    db.update('number_series', row.id, {
      ...others,
      ...(active === undefined ? {} : { active: Number(active) }),
    });
    summarize(wanted.name);
    return { uid };
  },

  addKind({ seriesUid, needsAddressee, ...kind }, { db, summarize }) {
    requireNewName(db.all(allKinds), kind.name, '文种');
    const uid = randomUUID();
    const position = Math.max(0, ...db.all(allKinds).map((row) => row.position)) + 1;
    db.insert('paper_kind', {
      uid,
      code: uid,
      ...kind,
      series_id: requireSeries(db, { uid: seriesUid }).id,
      needs_addressee: Number(needsAddressee),
      position,
      active: 1,
    });
    summarize(kind.name);
    return { uid };
  },

  updateKind({ uid, base, set }, { db, summarize }) {
    const found = listKinds(db).find((kind) => kind.uid === uid);
    if (found === undefined) throw new AppError('notFound', { what: '该文种' });
    const { name, layout, issuer, seriesUid, needsAddressee, active } = found;
    const changes = decidePatch({ name, layout, issuer, seriesUid, needsAddressee, active }, base, set);
    if (changes.name !== undefined) requireNewName(db.all(allKinds), changes.name, '文种');
    const { seriesUid: series, needsAddressee: needs, active: isActive, ...others } = changes;
    db.update('paper_kind', requireKind(db, { code: found.code }).id, {
      ...others,
      ...(series === undefined ? {} : { series_id: requireSeries(db, { uid: series }).id }),
      ...(needs === undefined ? {} : { needs_addressee: Number(needs) }),
      ...(isActive === undefined ? {} : { active: Number(isActive) }),
    });
    summarize(changes.name ?? name);
    return { uid };
  },

  settings: (_input, { db }) => ({ stored: storedPaperSettings(db), effective: paperSettings(db) }),

  updateSettings(settings, { db }) {
    writePaperSettings(db, settings);
    return paperSettings(db);
  },
};

function requireNewName(rows: readonly { name: string }[], name: string, what: string): void {
  if (rows.some((row) => row.name === name)) throw new AppError('duplicate', { what, value: name });
}

/** @throws AppError refused for a format that makes no numbers, or the same ones as another series */
function requireFormat(
  db: ReadStore,
  format: string,
  restart: 'yearly' | 'never',
  ownId: number | null,
): void {
  const problem = numberFormatProblem(format, restart);
  if (problem !== null) throw new AppError('refused', { reason: problem });
  const twin = db.all(allSeries).find((row) => row.id !== ownId && row.format === format && row.active === 1);
  // 第3期 of minutes and 第3期 of briefs are told apart by what they are printed on.
  if (twin === undefined || !format.includes('〔')) return;
  throw new AppError('refused', {
    reason: `“${twin.name}”已经用了这个格式，两个系列会编出相同的文号。`,
  });
}
