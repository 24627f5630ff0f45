import { COUNTY_PLAN_FILES } from '#shared/contract/county-plans.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import type { ArchivePart, ArchiveScope, ArchiveTarget } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { exportCheck } from '#main/features/county-plans/ledger.ts';
import { checkedPlans } from '#main/features/county-plans/rows.ts';
import { exportTasks } from '#main/features/tasks/jobs.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { detailOf, plansOf } from './rows.ts';

/** Plans of the year, each as its 任务分解表, with what counties and member units handed in for it. */
export const planArchive: ArchivePart = {
  key: 'plans',
  name: '实施方案',
  unit: '个方案',

  survey: (scope) => ({ count: plansIn(scope).length }),

  async write(scope, target) {
    const { db, today } = scope;
    for (const { uid, title, documentNumber, issuedOn } of plansIn(scope)) {
      const uids = outlineOf(detailOf(db, uid, today).nodes).flatMap(({ node }) => node.task?.uid ?? []);
      const filter = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: uid } as const;
      const asked = { filter, sort: 'due', descending: false, today, userUid: null } as const;
      await target.add(
        { name: `任务分解表 ${title}`, kind: '任务分解表', title, documentNumber, day: issuedOn },
        (job) => exportTasks({ ...asked, uids, layout: 'breakdown' }, job),
      );
      await archiveCountyPlans({ uid, title }, scope, target);
    }
  },
};

async function archiveCountyPlans(
  { uid: planUid, title }: { uid: string; title: string },
  { db, today }: ArchiveScope,
  target: ArchiveTarget,
): Promise<void> {
  const { plans } = checkedPlans(db, planUid, today);
  if (plans.length === 0) return;
  const folder = `各地方案 ${title}`;
  const officeName = paperSettings(db).printer;
  await target.add(
    { below: [folder], name: '实施方案核对表', kind: '核对表', title: `${title}各地报送情况`, day: today },
    (job) => exportCheck({ planUid, uids: null, officeName, today }, job),
  );
  for (const { row } of plans) {
    const item = { below: [folder, row.name], kind: '各地实施方案', belongsTo: `${row.name}，${title}` };
    await archiveFilesOf(db, { kind: COUNTY_PLAN_FILES, uid: row.uid }, target, item);
  }
}

function plansIn({ db, from, to, today }: ArchiveScope) {
  return plansOf(db, '', today).filter(({ issuedOn }) => issuedOn >= from && issuedOn <= to);
}
