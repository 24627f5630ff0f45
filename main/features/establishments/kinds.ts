import { v7 } from 'uuid';
import type { establishments as contract, EstablishmentKind } from '#shared/contract/establishments.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { sameValue } from '#main/core/patch.ts';
import { allKinds, type KindRecord } from './queries.ts';

type Names = 'kinds' | 'setKinds';

/** What has to be set up, by which day: the office's own list. */
export const kindHandlers: Pick<Handlers<typeof contract>, Names> = {
  kinds: (_input, { db }) => db.all(allKinds).map(toKind),

  setKinds({ base, set }, { db, summarize }) {
    const rows = db.all(allKinds);
    const stored = rows.map(wantedOf);
    if (!sameValue(stored, base) && !sameValue(stored, set))
      throw new AppError('conflict', { fields: [{ field: 'kinds', theirs: stored, mine: set }] });
    requireDistinctNames(set.map(({ name }) => name));
    const kept = new Set(set.map(({ uid }) => uid));
    for (const row of rows.filter(({ uid }) => !kept.has(uid))) {
      if (row.used_by > 0)
        throw new AppError('refused', {
          reason: `“${row.name}”已有 ${row.used_by} 个单位登记，不能删除。`,
        });
      db.remove('establishment_kind', row.id);
    }
    for (const [index, { uid, name, level, dueOn, source }] of set.entries()) {
      const columns = { name, level, due_on: dueOn, source, position: index + 1 };
      const row = rows.find((each) => each.uid === uid);
      if (row === undefined && uid !== null) throw new AppError('notFound', { what: `“${name}”` });
      if (row === undefined) db.insert('establishment_kind', { uid: v7(), ...columns });
      else {
        requireSameLevel(row, level);
        db.update('establishment_kind', row.id, columns);
      }
    }
    summarize(set.map(({ name, dueOn }) => `${name} ${dueOn}`).join('、'));
    return { count: set.length };
  },
};

function toKind({ uid, name, level, due_on: dueOn, source, used_by: usedBy }: KindRecord): EstablishmentKind {
  return { uid, name, level, dueOn, source, usedBy };
}

function wantedOf({ uid, name, level, due_on: dueOn, source }: KindRecord) {
  return { uid, name, level, dueOn, source };
}

function requireDistinctNames(names: readonly string[]): void {
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new AppError('duplicate', { what: '基层机构的类别', value: twice });
}

/** What townships have entered says nothing of villages. */
function requireSameLevel(row: KindRecord, level: KindRecord['level']): void {
  if (row.level !== level && row.used_by > 0)
    throw new AppError('refused', {
      reason: `“${row.name}”已有 ${row.used_by} 个单位登记，不能改由另一级设立。请新增一项。`,
    });
}
