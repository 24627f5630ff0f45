import type { assessment as contract, PeriodSummary } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import { periodCode, codeName } from '#shared/rules/assessment/period-code.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { copyMarks } from './copy-marks.ts';
import { addGroupRows } from './groups.ts';
import { requireOpenPeriod, requirePeriod } from './load-group.ts';
import { type Progress, progressOfGroup } from './progress.ts';
import { refusePartOfYear } from './year/composition.ts';
import { allPeriods, eventsOfPeriod, type GroupRow, groupsOfPeriod, type PeriodRow } from './queries.ts';

type Names = 'periods' | 'period' | 'openPeriod' | 'removePeriod';

/** Periods: the list, one of them, opening and removing. */
export const periodHandlers: Pick<Handlers<typeof contract>, Names> = {
  periods: (_input, { db }) => db.all(allPeriods).map((period) => summaryOf(period, progressOf(db, period))),

  period({ uid }, { db }) {
    const period = requirePeriod(db, uid);
    const progress = progressOf(db, period);
    const groups = progress.map(({ group, ...counts }) => ({
      uid: group.uid,
      name: group.name,
      schemeUid: group.scheme_uid,
      schemeTitle: group.scheme_title,
      appliesTo: group.applies_to,
      ...counts,
    }));
    const events = db
      .all(eventsOfPeriod, { periodId: period.id })
      .map(({ user_name, ...event }) => ({ ...event, userName: user_name }));
    return { ...summaryOf(period, progress), groups, events, fingerprint: period.fingerprint };
  },

  openPeriod({ kind, title, firstDay, lastDay, groups }, { db, summarize }) {
    if (lastDay < firstDay) {
      throw new AppError('badInput', { detail: '结束日期不能早于开始日期' });
    }
    const taken = db.all(allPeriods).map((period) => period.code);
    const code = periodCode(kind, firstDay, taken);
    if (taken.includes(code)) throw new AppError('duplicate', { what: '考核期', value: codeName(code) });
    const values = { code, kind, title, first_day: firstDay, last_day: lastDay, status: 'open' };
    const id = db.insert('assessment_period', values);
    addGroupRows(db, id, 0, groups);
    const uid = uidOf(db, id);
    copyMarks(db, requirePeriod(db, uid), groups);
    summarize(title);
    return { uid };
  },

  removePeriod({ uid }, { db, summarize }) {
    const period = requireOpenPeriod(db, uid);
    refusePartOfYear(db, period);
    db.remove('assessment_period', period.id);
    summarize(period.title);
    return { uid };
  },
};

function progressOf(db: ReadStore, period: PeriodRow): (Progress & { group: GroupRow })[] {
  return db
    .all(groupsOfPeriod, { periodId: period.id })
    .map((group) => ({ group, ...progressOfGroup(db, group, period) }));
}

function summaryOf(period: PeriodRow, progress: readonly Progress[]): PeriodSummary {
  return {
    uid: period.uid,
    code: period.code,
    kind: period.kind,
    title: period.title,
    firstDay: period.first_day,
    lastDay: period.last_day,
    status: period.status,
    groupCount: progress.length,
    objectCount: sum(progress.map(({ objectCount }) => objectCount)),
    cellCount: sum(progress.map(({ cellCount }) => cellCount)),
    scoredCount: sum(progress.map(({ scoredCount }) => scoredCount)),
  };
}

function uidOf(db: ReadStore, id: number): string {
  const uid = db.all(allPeriods).find((period) => period.id === id)?.uid;
  if (uid === undefined) throw new Error('the new period is not there');
  return uid;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
