import { createHash } from 'node:crypto';
import type { assessment as contract } from '#shared/contract/assessment.ts';
import type { YearResult } from '#shared/contract/year.ts';
import { AppError } from '#shared/errors.ts';
import { canonicalText } from '#shared/rules/assessment/canonical-text.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { loadScoredGroups, requireOpenPeriod, requirePeriod, type ScoredGroup } from './load-group.ts';
import { judgedIn } from './judges/problems.ts';
import type { PeriodRow } from './queries.ts';
import { problemsOf } from './results.ts';
import { isScoredItself, refuseInFinalYear } from './year/composition.ts';
import { yearProblems, yearResult } from './year/results.ts';
import { unfreezeObjects } from './score-queries.ts';

type Names = 'finalize' | 'reopen';

/** 定稿 and 重新打开: between them nothing of a period changes, and both stay visible. */
export const finalizeHandlers: Pick<Handlers<typeof contract>, Names> = {
  finalize({ uid }, { db, now, caller, summarize }) {
    const period = requireOpenPeriod(db, uid);
    const groups = loadScoredGroups(db, period);
    const problems = [
      ...yearProblems(db, period),
      ...(isScoredItself(db, period) ? groups.flatMap((group) => problemsOf(db, group)) : []),
    ];
    if (problems.length > 0) {
      const first = problems[0]?.text ?? '';
      throw new AppError('refused', {
        reason: `还有${problems.length}处没有处理完，不能定稿。第一处：${first}。`,
      });
    }
    const fingerprint = fingerprintOf(db, period, groups, yearResult(db, period));
    for (const object of groups.flatMap(({ objects }) => objects)) {
      db.update('assessment_object', object.id, {
        printed_name: object.name,
        printed_short_name: object.shortName,
        printed_remark: object.remark,
        inapplicable: JSON.stringify(object.inapplicable),
      });
    }
    db.update('assessment_period', period.id, {
      status: 'final',
      finalized_at: now,
      finalized_by: caller.userName,
      fingerprint,
    });
    const event = { period_id: period.id, at: now, user_name: caller.userName, fingerprint };
    db.insert('period_event', { ...event, kind: 'finalized' });
    summarize(`${period.title} 指纹${fingerprint.slice(0, 8)}`);
    return { fingerprint };
  },

  reopen({ uid, reason }, { db, now, caller, summarize }) {
    const period = requirePeriod(db, uid);
    if (period.status !== 'final') {
      throw new AppError('refused', { reason: `“${period.title}”没有定稿，不需要重新打开。` });
    }
    refuseInFinalYear(db, period);
    db.update('assessment_period', period.id, {
      status: 'open',
      finalized_at: null,
      finalized_by: null,
      fingerprint: null,
    });
    db.run(unfreezeObjects, { periodId: period.id });
    const event = { period_id: period.id, at: now, user_name: caller.userName, reason };
    db.insert('period_event', { ...event, kind: 'reopened', fingerprint: period.fingerprint ?? '' });
    summarize(`${period.title}：${reason}`);
    return { uid };
  },
};

/** SHA-256 over everything that the result follows from, and the result: the same content, the same fingerprint. */
function fingerprintOf(
  db: ReadStore,
  period: PeriodRow,
  groups: readonly ScoredGroup[],
  year: YearResult | null,
): string {
  const content = {
    code: period.code,
    title: period.title,
    firstDay: period.first_day,
    lastDay: period.last_day,
    groups: groups.map((group) => ({
      name: group.row.name,
      scheme: group.scheme,
      objects: group.objects.map(({ uid, organizationUid, name, inapplicable }) => ({
        uid,
        organizationUid,
        name,
        inapplicable,
      })),
      entries: Object.fromEntries(
        [...group.entries].map(([uid, entries]) => [uid, Object.fromEntries(entries)]),
      ),
      ...(group.judges.length === 0
        ? {}
        : { judges: group.judges, judged: Object.fromEntries(judgedIn(db, group)) }),
      results: resultRows(group, group.scorer),
    })),
    ...(year === null ? {} : { year }),
  };
  return createHash('sha256').update(canonicalText(content)).digest('hex');
}
