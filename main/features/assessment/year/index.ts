import type { year as contract, YearComposition } from '#shared/contract/year.ts';
import { AppError } from '#shared/errors.ts';
import { canonicalText } from '#shared/rules/assessment/canonical-text.ts';
import { percentText, weightProblem } from '#shared/rules/scoring/year.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireOpenPeriod, requirePeriod } from '../load-group.ts';
import { allPeriods, type PeriodRow } from '../queries.ts';
import { compositionOf } from './composition.ts';
import { partsOfPeriod, settingOfPeriod } from './queries.ts';
import { yearResult } from './results.ts';

/** Of what a year is made, and what follows from it. */
export const year: Handlers<typeof contract> = {
  composition({ periodUid }, { db }) {
    const period = requirePeriod(db, periodUid);
    const choices = choicesFor(db, period).map(({ uid, title, code, status }) => ({
      uid,
      title,
      code,
      status,
    }));
    return { composition: compositionOf(db, period.id), choices };
  },

  setComposition({ periodUid, base, composition }, { db, summarize }) {
    const period = requireOpenPeriod(db, periodUid);
    refuseChanged(base, compositionOf(db, period.id));
    const ids = sourceIds(db, period, composition.parts);
    writeParts(db, period.id, composition.parts, ids);
    writeSettings(db, period.id, composition);
    const words = composition.parts.map(({ name, weight }) => `${name}${percentText(weight)}`);
    summarize(`${period.title}：${words.length === 0 ? '不由各期合成' : words.join('、')}`);
    return { parts: composition.parts.length };
  },

  results: ({ periodUid }, { db }) => yearResult(db, requirePeriod(db, periodUid)),
};

/** Periods within the year, the earliest first. */
function choicesFor(db: ReadStore, period: PeriodRow): PeriodRow[] {
  return db
    .all(allPeriods)
    .filter(
      ({ kind, first_day, last_day }) =>
        kind !== 'year' && first_day >= period.first_day && last_day <= period.last_day,
    )
    .toReversed();
}

/** @throws AppError refused where another window has changed it meanwhile */
function refuseChanged(seen: YearComposition, stored: YearComposition): void {
  if (canonicalText(seen) === canonicalText(stored)) return;
  throw new AppError('refused', {
    reason: '年度的组成刚才在别的窗口改过，没有保存。请关掉后重新打开，再改一次。',
  });
}

/** @throws AppError badInput with what to put right */
function sourceIds(
  db: ReadStore,
  period: PeriodRow,
  parts: YearComposition['parts'],
): ReadonlyMap<string | null, number | null> {
  const refuse = (detail: string): never => {
    throw new AppError('badInput', { detail });
  };
  if (period.kind !== 'year') refuse('只有年度考核可以由其他考核期合成');
  const problem = parts.length === 0 ? null : weightProblem(parts.map(({ weight }) => weight));
  if (problem !== null) refuse(problem);
  const known = new Map(choicesFor(db, period).map(({ uid, id }) => [uid, id]));
  const ids = new Map<string | null, number | null>();
  for (const { sourceUid } of parts) {
    if (ids.has(sourceUid)) refuse('同一个考核期用了两次，请去掉一个');
    const id = sourceUid === null ? null : known.get(sourceUid);
    if (id === undefined) refuse('有的考核期不在这一年之内，请重新选择');
    else ids.set(sourceUid, id);
  }
  return ids;
}

function writeParts(
  db: WriteStore,
  periodId: number,
  parts: YearComposition['parts'],
  ids: ReadonlyMap<string | null, number | null>,
): void {
  const stored = new Map(db.all(partsOfPeriod, { periodId }).map((row) => [row.source_uid, row.id]));
  for (const [sourceUid, id] of stored) if (!ids.has(sourceUid)) db.remove('year_part', id);
  for (const [position, { sourceUid, name, weight }] of parts.entries()) {
    const id = stored.get(sourceUid);
    const values = { position, name, weight };
    if (id !== undefined) db.update('year_part', id, values);
    else db.insert('year_part', { period_id: periodId, source_id: ids.get(sourceUid) ?? null, ...values });
  }
}

function writeSettings(db: WriteStore, periodId: number, { settings }: YearComposition): void {
  const stored = db.get(settingOfPeriod, { periodId });
  if (stored === undefined) db.insert('year_setting', { period_id: periodId, ...settings });
  else db.update('year_setting', stored.id, settings);
}
