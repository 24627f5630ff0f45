import { DECISION_FILES, REPAIR_FILES } from '#shared/rules/credit/files.ts';
import { type ArchivePart, type ArchiveScope, NOT_RELEASED } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { exportCreditLists } from './ledger.ts';
import { allRepairs } from './queries.ts';
import { revealedCredit } from './secret.ts';

const filter = { view: 'all', countyUid: null, text: '' } as const;

/** The lists as they stood at the end of the year, the ledger, and the files of decisions and repairs. */
export const creditArchive: ArchivePart = {
  key: 'credit',
  name: '信用监管',
  unit: '个企业',

  survey(scope) {
    const revealed = revealedCredit(scope.db);
    const open = revealed.decisions.filter(
      (decision) => decision.decided_on === null && decision.dropped_on === null,
    ).length;
    return {
      count: knownBy(scope, revealed).length,
      steps: 1,
      unfinished: open === 0 ? [] : [`有 ${open} 项失信认定还没有决定。`],
    };
  },

  async write(scope, target) {
    const { db, asOf: day, year } = scope;
    const revealed = revealedCredit(db);
    if (revealed.withheld > 0) target.leaveOut('暗访发现的问题的信用事项', NOT_RELEASED);
    const enterprises = knownBy(scope, revealed);
    if (enterprises.length === 0) return;
    const officeName = paperSettings(db).printer;
    await target.add(
      { name: '消防安全信用名单', kind: '台账', title: `${year}年消防安全信用名单`, day },
      (job) => exportCreditLists({ day, filter, officeName, today: day }, job),
    );
    const decisions = Map.groupBy(revealed.decisions, (decision) => decision.enterprise_id);
    const repairs = Map.groupBy(db.all(allRepairs), (repair) => repair.decision_id);
    for (const { id, name } of enterprises)
      for (const decision of decisions.get(id) ?? []) {
        const item = { below: [name], belongsTo: name };
        const subject = { kind: DECISION_FILES, uid: decision.uid };
        await archiveFilesOf(db, subject, target, { ...item, kind: '失信认定材料' });
        for (const { uid } of repairs.get(decision.id) ?? []) {
          const proof = { kind: REPAIR_FILES, uid };
          await archiveFilesOf(db, proof, target, { ...item, kind: '信用修复材料' });
        }
      }
  },
};

/** Of which anything was known by the end of the year. */
function knownBy({ to }: ArchiveScope, { enterprises, events }: ReturnType<typeof revealedCredit>) {
  const known = new Set(events.flatMap((event) => (event.day <= to ? [event.enterprise_id] : [])));
  return enterprises.filter(({ id }) => known.has(id));
}
