import type { TaskRow } from '#shared/contract/tasks.ts';
import { openStatuses } from '#shared/rules/tasks/model.ts';
import { monthWords } from '#shared/rules/tasks/monthly-report.ts';
import {
  type ArchivePart,
  type ArchiveScope,
  type ArchiveTarget,
  NOT_RELEASED,
} from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { secretFindingUids } from '#main/features/findings/index.ts';
import { exportTasks } from './jobs.ts';
import { allOfFilter } from './list.ts';
import { eventsOfTask } from './queries.ts';
import { reportOf } from './monthly-report.ts';
import { exportMonthlyReport } from './report-export.ts';
import { requireTask } from './rows.ts';

const everything = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null } as const;
const sorting = { sort: 'assigned', descending: false } as const;
const MONTHS = 12;
const isOpen: ReadonlySet<string> = new Set(openStatuses);

/** Tasks that somebody owed in the year: the ledger, what was told of each month, and the files of their steps. */
export const taskArchive: ArchivePart = {
  key: 'tasks',
  name: '督办任务',
  unit: '项任务',

  survey(scope) {
    const tasks = tasksOf(scope);
    const open = tasks.filter(({ status }) => isOpen.has(status)).length;
    return {
      count: tasks.length,
      steps: 1 + MONTHS,
      unfinished: open === 0 ? [] : [`有 ${open} 项督办任务还没有办结。`],
    };
  },

  async write(scope, target) {
    const { db, year, asOf, today } = scope;
    for (const { title } of cancelledIn(scope)) target.leaveOut(title, '已取消。');
    const tasks = tasksOf(scope);
    if (tasks.length === 0) return;
    const uids = tasks.map(({ uid }) => uid);
    await target.add({ name: '督办台账', kind: '台账', title: `${year}年督办台账`, day: asOf }, (job) =>
      exportTasks({ filter: everything, ...sorting, uids, layout: 'ledger', today, userUid: null }, job),
    );
    if (secretFindingUids(db).length > 0) target.leaveOut('督办任务月度统计', NOT_RELEASED);
    else for (const month of monthsUntil(asOf)) await archiveMonth(month, scope, target);
    for (const { uid, title } of tasks) {
      for (const event of db.all(eventsOfTask, { id: requireTask(db, uid).id })) {
        const item = { below: ['材料', title], kind: '督办材料', belongsTo: title };
        await archiveFilesOf(db, { kind: 'taskEvent', uid: event.uid }, target, item);
      }
    }
  },
};

async function archiveMonth(
  month: string,
  { db, today }: ArchiveScope,
  target: ArchiveTarget,
): Promise<void> {
  const title = `${monthWords(month)}督办任务完成情况`;
  const choice = { month, kind: null, sourceText: null, supporting: false };
  if (reportOf(db, choice, today).taskCount === 0) return;
  await target.add({ below: ['月度统计'], name: `${month} 督办任务完成情况`, kind: '统计表', title }, (job) =>
    exportMonthlyReport({ ...choice, today }, job),
  );
}

/** What secret campaigns found is not among them. */
function tasksOf(scope: ArchiveScope): TaskRow[] {
  return givenOut(scope).filter(({ status }) => status !== 'cancelled');
}

function cancelledIn(scope: ArchiveScope): TaskRow[] {
  return givenOut(scope).filter(({ status }) => status === 'cancelled');
}

/** Given out by the end of the year and not closed before it. */
function givenOut({ db, from, to, today }: ArchiveScope): TaskRow[] {
  const hidden = new Set(secretFindingUids(db));
  return allOfFilter(db, { filter: everything, ...sorting, today, userUid: null }).filter(
    ({ uid, assignedOn, closedOn }) =>
      !hidden.has(uid) && assignedOn !== null && assignedOn <= to && (closedOn === null || closedOn >= from),
  );
}

/** 2026-01 to that of the day. */
function monthsUntil(day: string): string[] {
  const [year = '', last = ''] = day.split('-');
  return Array.from({ length: Number(last) }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`);
}
