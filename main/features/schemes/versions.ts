import type { schemes as contract } from '#shared/contract/schemes.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { addScheme } from './add-scheme.ts';
import { contentOf } from './content-of.ts';
import { factsOfScheme, familiesOfScheme, type SchemeRow, versionsOfFamily } from './queries.ts';
import { refuseUsed, requireDraft, requireScheme } from './require.ts';

function otherVersions(db: ReadStore, scheme: SchemeRow): SchemeRow[] {
  return db.all(versionsOfFamily, { familyUid: scheme.family_uid }).filter(({ id }) => id !== scheme.id);
}

function refuse(reason: string): never {
  throw new AppError('refused', { reason });
}

/** @throws AppError refused where the draft cannot take the place of the version before it */
function refuseDisorder(draft: SchemeRow, others: readonly SchemeRow[], from: string): void {
  const later = others.find(({ version, status }) => status !== 'draft' && version > draft.version);
  if (later !== undefined) refuse(`第 ${later.version} 版已经施行，较早的第 ${draft.version} 版不能再施行。`);
  const current = others.find(({ status }) => status === 'inForce');
  const began = current?.in_force_from ?? null;
  if (began !== null && began > from) {
    refuse(`第 ${current?.version} 版自${paperDay(began)}起施行，新版本的施行日期不能更早。`);
  }
}

/** Draft → in force from a day → replaced; a period keeps the version that it was scored with. */
export const versions: Pick<Handlers<typeof contract>, 'putInForce' | 'withdraw' | 'newVersion'> = {
  putInForce({ uid, from }, { db, summarize }) {
    const draft = requireDraft(db, uid);
    const others = otherVersions(db, draft);
    refuseDisorder(draft, others, from);
    if ((db.get(factsOfScheme, { id: draft.id })?.indicator_count ?? 0) === 0) {
      refuse('方案里还没有指标，请先录入指标再施行。');
    }
    for (const { id } of others.filter(({ status }) => status === 'inForce')) {
      db.update('scheme', id, { status: 'replaced' });
    }
    db.update('scheme', draft.id, { status: 'inForce', in_force_from: from });
    summarize(`${draft.title}，自${paperDay(from)}起施行`);
    return { uid };
  },

  withdraw({ uid }, { db, summarize }) {
    const scheme = requireScheme(db, uid);
    if (scheme.status !== 'inForce') refuse('只有正在施行的方案可以退回草稿。');
    refuseUsed(db, scheme);
    db.update('scheme', scheme.id, { status: 'draft', in_force_from: null });
    const before = otherVersions(db, scheme).findLast(
      ({ version, status }) => status === 'replaced' && version < scheme.version,
    );
    if (before !== undefined) db.update('scheme', before.id, { status: 'inForce' });
    summarize(scheme.title);
    return { uid };
  },

  newVersion({ uid, reason }, { db, now, summarize }) {
    const scheme = requireScheme(db, uid);
    const others = otherVersions(db, scheme);
    const draft = [scheme, ...others].find(({ status }) => status === 'draft');
    if (draft !== undefined) refuse(`第 ${draft.version} 版还是草稿，可以直接修改，不用另起新版本。`);
    const version = Math.max(scheme.version, ...others.map((other) => other.version)) + 1;
    const content = { ...contentOf(db, scheme), appliesTo: scheme.applies_to };
    summarize(`${scheme.title} 第 ${version} 版：${reason}`);
    const families = db.all(familiesOfScheme, { schemeId: scheme.id }).map(({ family }) => family);
    return { uid: addScheme(db, content, now, { version, familyUid: scheme.family_uid, reason, families }) };
  },
};
