import type { FindingFilter, FindingRow } from '#shared/contract/findings.ts';
import { type ArchivePart, type ArchiveScope, NOT_RELEASED } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { exportFindings } from './export.ts';
import { secretFindingUids } from './index.ts';
import { pagesOfFilter } from './list.ts';
import { exportResults } from './results/export.ts';

/** What was found in the year, but by unannounced campaigns that are not released: lists, statistics and photos. */
export const findingArchive: ArchivePart = {
  key: 'findings',
  name: '问题隐患',
  unit: '处问题',

  survey(scope) {
    const findings = foundIn(scope);
    const open = findings.filter(
      ({ task }) => task.status !== 'closed' && task.status !== 'cancelled',
    ).length;
    return {
      count: findings.length,
      steps: 2,
      unfinished: open === 0 ? [] : [`有 ${open} 处问题隐患还没有销号。`],
    };
  },

  async write(scope, target) {
    const { db, from, to, today, year, caller: by } = scope;
    if (secretFindingUids(db).length > 0) target.leaveOut('暗访发现的问题', NOT_RELEASED);
    for (const { place, what } of cancelledIn(scope)) target.leaveOut(`${place}：${what}`, '已取消。');
    const findings = foundIn(scope);
    if (findings.length === 0) return;
    const name = '问题清单和整改台账';
    await target.add({ name, kind: '台账', title: `${year}年${name}` }, (job) =>
      exportFindings({ filter: filterOf(scope), uids: null, today }, job),
    );
    await target.add({ name: '问题统计', kind: '统计表', title: `${year}年问题隐患统计` }, (job) =>
      exportResults({ scope: { campaignUid: null, from, to }, today, by }, job),
    );
    for (const { uid, place, what } of findings) {
      const item = { below: ['照片', place], belongsTo: `${place}：${what}` };
      await archiveFilesOf(db, { kind: 'findingBefore', uid }, target, { ...item, kind: '整改前照片' });
      await archiveFilesOf(db, { kind: 'findingAfter', uid }, target, { ...item, kind: '整改后照片' });
    }
  },
};

function foundIn(scope: ArchiveScope): FindingRow[] {
  return [...pagesOfFilter(scope.db, filterOf(scope), scope.today)].flat();
}

/** What was given up, which no list that is counted shows; what secret campaigns found is not among them. */
function cancelledIn({ db, from, to, today }: ArchiveScope): FindingRow[] {
  const hidden = new Set(secretFindingUids(db));
  return [...pagesOfFilter(db, everything, today)]
    .flat()
    .filter(
      ({ uid, foundOn, task }) =>
        task.status === 'cancelled' && foundOn >= from && foundOn <= to && !hidden.has(uid),
    );
}

const everything: FindingFilter = {
  view: 'all',
  campaignUid: null,
  countyUid: null,
  tradeUid: null,
  severity: null,
  text: '',
  counted: null,
};

/** Counted, because what is counted is no secret. */
function filterOf({ from, to }: ArchiveScope): FindingFilter {
  const counted = { from, to, team: null, hasNoCounty: false, hasNoTrade: false, isRectified: false };
  return { ...everything, counted };
}
