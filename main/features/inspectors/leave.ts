import type { inspectors as contract } from '#shared/contract/inspectors.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { personList } from './person-list.ts';
import { leaveByUid, type LeaveRecord } from './queries.ts';
import { requireInspector, toLeave } from './rows.ts';

type Names = 'addLeave' | 'updateLeave' | 'removeLeave';

/** Days on which people cannot inspect. */
export const leaveHandlers: Pick<Handlers<typeof contract>, Names> = {
  addLeave({ uids, firstDay, lastDay, reason }, { db, summarize }) {
    const people = uids.map((uid) => requireInspector(db, uid));
    for (const { id } of people)
      db.insert('inspector_leave', { inspector_id: id, first_day: firstDay, last_day: lastDay, reason });
    summarize(`${personList(people.map(({ name }) => name))}，${daysText({ firstDay, lastDay })}`);
    return { added: people.length };
  },

  updateLeave({ uid, base, set }, { db, summarize }) {
    const record = requireLeave(db, uid);
    const { uid: _uid, ...stored } = toLeave(record);
    const wanted = { ...stored, ...decidePatch(stored, base, set) };
    if (wanted.lastDay < wanted.firstDay)
      throw new AppError('badInput', { detail: '请假的最后一天不能早于第一天' });
    const { firstDay, lastDay, reason } = wanted;
    db.update('inspector_leave', record.id, { first_day: firstDay, last_day: lastDay, reason });
    summarize(daysText(wanted));
    return { uid };
  },

  removeLeave({ uid }, { db, summarize }) {
    const record = requireLeave(db, uid);
    db.remove('inspector_leave', record.id);
    summarize(daysText(toLeave(record)));
    return { uid };
  },
};

function daysText({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  return firstDay === lastDay ? firstDay : `${firstDay} 至 ${lastDay}`;
}

function requireLeave(db: ReadStore, uid: string): LeaveRecord {
  const record = db.get(leaveByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这次请假' });
  return record;
}
