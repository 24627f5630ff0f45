import { outlineOf } from '#shared/rules/plans/tree.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { secretFindingUids } from '#main/features/findings/index.ts';
import { exportTasks } from '#main/features/tasks/jobs.ts';
import { detailOf, plansOf } from './rows.ts';

/** Plans of the year, each as its 任务分解表. */
export const planArchive: ArchivePart = {
  key: 'plans',
  name: '实施方案',
  unit: '个方案',

  survey: (scope) => ({ count: plansIn(scope).length }),

  async write(scope, target) {
    const { db, today } = scope;
    const hidden = new Set(secretFindingUids(db));
    for (const { uid, title, documentNumber, issuedOn } of plansIn(scope)) {
      const uids = outlineOf(detailOf(db, uid, today).nodes)
        .flatMap(({ node }) => node.task?.uid ?? [])
        .filter((task) => !hidden.has(task));
      const filter = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: uid } as const;
      const asked = { filter, sort: 'due', descending: false, today, userUid: null } as const;
      await target.add(
        { name: `任务分解表 ${title}`, kind: '任务分解表', title, documentNumber, day: issuedOn },
        (job) => exportTasks({ ...asked, uids, layout: 'breakdown' }, job),
      );
    }
  },
};

function plansIn({ db, from, to, today }: ArchiveScope) {
  return plansOf(db, '', today).filter(({ issuedOn }) => issuedOn >= from && issuedOn <= to);
}
