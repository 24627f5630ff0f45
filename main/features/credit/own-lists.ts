import { v7 } from 'uuid';
import type {
  credit as contract,
  CreditKind,
  WantedCreditKind,
  WantedMeasure,
} from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import { eventEffectNames } from '#shared/rules/credit/levels.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch, sameValue } from '#main/core/patch.ts';
import { writeSetting } from '#main/features/office/settings.ts';
import { allKinds, allMeasures, type KindRecord, type MeasureRecord } from './own-list-queries.ts';
import { creditSettings, SETTINGS_NAME } from './settings.ts';

type Names = 'kinds' | 'setKinds' | 'measures' | 'setMeasures' | 'settings' | 'setSettings';

/** What the office itself lays down: kinds of events, measures of each level, terms. */
export const ownLists: Pick<Handlers<typeof contract>, Names> = {
  kinds: (_input, { db }) => db.all(allKinds).map(toKind),

  setKinds({ base, set }, { db, summarize }) {
    const rows = db.all(allKinds);
    requireSeen(rows.map(wantedKind), { base, set });
    requireDistinct(set.map(({ name }) => name));
    const kept = new Set(set.map(({ uid }) => uid));
    for (const row of rows.filter(({ uid }) => !kept.has(uid))) {
      if (row.used_by > 0)
        throw new AppError('refused', {
          reason: `“${row.name}”已登记过 ${row.used_by} 项，不能删除；不再使用的请填停用日期。`,
        });
      db.remove('credit_kind', row.id);
    }
    for (const [index, kind] of set.entries()) {
      const columns = { ...kindColumns(kind), position: index + 1 };
      const row = rows.find(({ uid }) => uid === kind.uid);
      if (row !== undefined) {
        requireSameMeaning(row, kind);
        db.update('credit_kind', row.id, columns);
      } else if (kind.uid === null) db.insert('credit_kind', { uid: v7(), ...columns });
      else throw new AppError('notFound', { what: `“${kind.name}”` });
    }
    summarize(`${set.length} 种`);
    return { count: set.length };
  },

  measures: (_input, { db }) => db.all(allMeasures).map(wantedMeasure),

  setMeasures({ base, set }, { db, summarize }) {
    const rows = db.all(allMeasures);
    requireSeen(rows.map(wantedMeasure), { base, set });
    const kept = new Set(set.map(({ uid }) => uid));
    for (const row of rows) if (!kept.has(row.uid)) db.remove('credit_measure', row.id);
    for (const [index, { uid, ...measure }] of set.entries()) {
      const columns = { ...measure, position: index + 1 };
      const row = rows.find((each) => each.uid === uid);
      if (row !== undefined) db.update('credit_measure', row.id, columns);
      else if (uid === null) db.insert('credit_measure', { uid: v7(), ...columns });
      else throw new AppError('notFound', { what: `“${measure.text}”` });
    }
    summarize(`${set.length} 条`);
    return { count: set.length };
  },

  settings: (_input, { db }) => creditSettings(db),

  setSettings({ base, set }, { db, summarize }) {
    const stored = creditSettings(db);
    const settings = { ...stored, ...decidePatch({ ...stored }, { ...base }, { ...set }) };
    writeSetting(db, SETTINGS_NAME, settings);
    summarize('期限和分数线');
    return settings;
  },
};

function toKind(record: KindRecord): CreditKind {
  return { ...wantedKind(record), usedBy: record.used_by };
}

function wantedKind(record: KindRecord): WantedCreditKind & { uid: string } {
  const { uid, name, effect, points, months, source } = record;
  return {
    uid,
    name,
    effect,
    points: effect === 'points' ? points : null,
    months,
    validFrom: record.valid_from,
    validTo: record.valid_to,
    source,
  };
}

function wantedMeasure({ uid, level, text, source }: MeasureRecord): WantedMeasure & { uid: string } {
  return { uid, level, text, source };
}

function kindColumns({ name, effect, points, months, validFrom, validTo, source }: WantedCreditKind) {
  return { name, effect, points: points ?? 0, months, valid_from: validFrom, valid_to: validTo, source };
}

/** The list is changed as a whole: what others changed meanwhile is never overwritten. */
function requireSeen(stored: unknown, { base, set }: { base: unknown; set: unknown }): void {
  if (!sameValue(stored, base) && !sameValue(stored, set))
    throw new AppError('refused', { reason: '这张表刚被别人改过，请关闭后重新打开，再改一次。' });
}

function requireDistinct(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new AppError('duplicate', { what: '信用事项', value: twice });
}

/** What is on record keeps what it led to. */
function requireSameMeaning(record: KindRecord, wanted: WantedCreditKind): void {
  const { name, effect, points, months, used_by: usedBy } = record;
  if (usedBy === 0) return;
  const changes = [
    [eventEffectNames[effect], eventEffectNames[wanted.effect]],
    [`${pointsText(points)} 分`, `${pointsText(wanted.points ?? 0)} 分`],
    [`${months} 个月`, `${wanted.months} 个月`],
  ];
  const change = changes.find(([from, to]) => from !== to);
  if (change === undefined) return;
  const [from = '', to = ''] = change;
  throw new AppError('refused', {
    reason: `“${name}”已登记过 ${usedBy} 项，不能由“${from}”改为“${to}”，否则以前的评价会跟着变；请填停用日期停用它，另加一种。`,
  });
}
