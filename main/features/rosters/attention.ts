import type { RosterAttention } from '#shared/contract/roster-views.ts';
import { expiringProblems, rosterProblems } from '#shared/rules/rosters/problems.ts';
import { addDays } from '#shared/calendar/days.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { listCommittees } from './committees.ts';
import { listPositions } from './positions.ts';
import { allEntriesOfDay } from './queries.ts';
import { toEntry } from './roster.ts';
import { rosterSettings } from './settings.ts';

/** What is wrong or ends soon, over all committees that have anybody. */
export function attentionOf(db: ReadStore, today: string): RosterAttention {
  const committees = listCommittees(db, today);
  const positions = listPositions(db);
  const lastNear = addDays(today, rosterSettings(db).expiringDays);
  const entries = Map.groupBy(db.all(allEntriesOfDay, { day: today }), (row) => row.committee_uid);
  const problems = committees.flatMap(({ uid, name }) => {
    const own = (entries.get(uid) ?? []).map(toEntry);
    if (own.length === 0) return [];
    const found = [...rosterProblems(own, positions), ...expiringProblems(own, lastNear)];
    return found.map((problem) => ({ committeeUid: uid, committeeName: name, problem }));
  });
  return { committees: committees.length, problems };
}
