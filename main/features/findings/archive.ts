import type { FindingFilter, FindingRow } from '#shared/contract/findings.ts';
import { type ArchivePart, type ArchiveScope, NOT_RELEASED } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { exportFindings } from './export.ts';
import { secretFindingUids } from './secret.ts';
import { pagesOfFilter, viewsOf } from './list.ts';
import { exportResults } from './results/export.ts';

/** What was found in the year, but by unannounced campaigns that are not released: lists, statistics and photos. */
export const findingArchive: ArchivePart = {
  key: 'findings',
  name: '问题隐患',
  unit: '处问题',

  survey(scope) {
    const { all, open } = countIn(scope);
    return {
      count: all,
      steps: 2,
      unfinished: open === 0 ? [] : [`有 ${open} 处问题隐患还没有销号。`],
    };
  },

  async write(scope, target) {
    const { db, from, to, today, year, caller: by } = scope;
    if (secretFindingUids(db).length > 0) target.leaveOut('暗访发现的问题', NOT_RELEASED);
    for (const { place, what } of cancelledIn(scope)) target.leaveOut(`${place}：${what}`, '已取消。');
    if (countIn(scope).all === 0) return;
    const name = '问题清单和整改台账';
    await target.add({ name, kind: '台账', title: `${year}年${name}` }, (job) =>
      exportFindings({ filter: filterOf(scope), uids: null, today, by }, job),
    );
    await target.add({ name: '问题统计', kind: '统计表', title: `${year}年问题隐患统计` }, (job) =>
      exportResults({ scope: { campaignUid: null, from, to }, today, by }, job),
    );
    for (const rows of pagesOfFilter(db, filterOf(scope), today))
      for (const { uid, place, what } of rows) {
        const item = { below: ['照片', place], belongsTo: `${place}：${what}` };
        await archiveFilesOf(db, { kind: 'findingBefore', uid }, target, { ...item, kind: '整改前照片' });
        await archiveFilesOf(db, { kind: 'findingAfter', uid }, target, { ...item, kind: '整改后照片' });
      }
  },
};

function countIn(scope: ArchiveScope) {
  return viewsOf(scope.db, filterOf(scope), scope.today, Number.MAX_SAFE_INTEGER);
}

/** What was given up, which no list that is counted shows; what secret campaigns found is not among them. */
function* cancelledIn({ db, from, to, today }: ArchiveScope): Generator<FindingRow> {
  const hidden = new Set(secretFindingUids(db));
  for (const rows of pagesOfFilter(db, everything, today))
    yield* rows.filter(
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
