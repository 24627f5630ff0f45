import type { NoticeProposal, notices as contract, ProposedUnit } from '#shared/contract/notices.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { AppError } from '#shared/errors.ts';
import { type LastDay, lastDayOf } from '#shared/rules/calendar/term.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { NoticeKind, NoticeSettings } from '#shared/rules/notices/model.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { tasksByUids } from '#main/features/tasks/index.ts';
import { taskUidsOfNotice } from './queries.ts';
import { nextKind, requireNotice } from './rows.ts';
import { noticeSettings } from './settings.ts';

/** Tasks by their lead units, or what follows notices that were not answered. */
export const propose: Handlers<typeof contract>['propose'] = (
  { kind, taskUids, noticeUids },
  context,
): NoticeProposal => {
  const { db, today } = context;
  const settings = noticeSettings(db);
  const following = noticeUids.map((uid) => requireNotice(db, uid));
  const [first] = following;
  const chosen = kind ?? (first === undefined ? 'letter' : (nextKind(settings, first.kind) ?? first.kind));
  const { day: replyDueOn, certain } = replyDue(settings, chosen, context);
  const organizations = organizationsOn(db, today);
  const followed = following.map(
    (row): ProposedUnit => ({
      organizationUid: organizations.get(row.organization_id ?? 0)?.uid ?? null,
      unit: organizations.get(row.organization_id ?? 0)?.name ?? row.unit,
      taskUids: db.all(taskUidsOfNotice, { noticeId: row.id }).map(({ uid }) => uid),
      previousUid: row.uid,
    }),
  );
  return {
    kind: chosen,
    day: today,
    replyDueOn,
    certain,
    units: [...followed, ...unitsOwing(tasksByUids(db, taskUids, today))],
  };
};

/** @returns null where the kind asks for no reply */
function replyDue(
  settings: NoticeSettings,
  kind: NoticeKind,
  { db, today, resourcesFolder }: Pick<ReadContext, 'db' | 'today' | 'resourcesFolder'>,
): { day: string | null; certain: boolean } {
  const term = settings.rules.find((rule) => rule.kind === kind)?.replyTerm ?? null;
  if (term === null) return { day: null, certain: true };
  const last: LastDay = lastDayOf(today, term, workdaysOf(holidayCalendar(db, resourcesFolder)));
  return last;
}

/** Each lead unit once, with what it owes, in the order of the tasks. */
function unitsOwing(tasks: readonly TaskRow[]): ProposedUnit[] {
  const units = new Map<string, ProposedUnit>();
  for (const task of tasks) {
    for (const lead of task.units.filter(({ role }) => role === 'lead')) {
      const unit = units.get(lead.uid) ?? {
        organizationUid: lead.uid,
        unit: lead.name,
        taskUids: [],
        previousUid: null,
      };
      unit.taskUids.push(task.uid);
      units.set(lead.uid, unit);
    }
  }
  return [...units.values()];
}

/** @throws AppError badInput where a notice asks for an answer before it is made */
export function requireReplyAfter(day: string, replyDueOn: string | null): void {
  if (replyDueOn !== null && replyDueOn < day) {
    throw new AppError('badInput', { detail: `反馈期限不能早于 ${day}`, field: 'replyDueOn' });
  }
}
