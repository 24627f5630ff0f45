import type { NoticeRow, notices as contract } from '#shared/contract/notices.ts';
import { needsPressing } from '#shared/rules/notices/notice-state.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { onPapersOf, paperContents } from '#main/features/papers/index.ts';
import { listedNotices } from './create-listed.ts';
import { createNotices } from './create.ts';
import { earlierNoticeImport } from './earlier-import.ts';
import { propose } from './propose.ts';
import { noticesOfBatch, noticesOfTask } from './queries.ts';
import { replyHandlers } from './replies.ts';
import { resultCircular } from './result-circular.ts';
import { detailOf, linkOf, noticeRows, requireNotice } from './rows.ts';
import { revealedNotices } from './secret.ts';
import { noticeSettings, writeNoticeSettings } from './settings.ts';
import { replyStatistics } from './statistics.ts';
import { pressTasksOf, stepHandlers } from './steps.ts';

// However its paper is issued, here or among the papers, the pressing counts.
onPapersOf('notice', { issued: pressTasksOf });

export { noticeDates } from './dates.ts';

/** What keeps something that it worked out with the settings, and does so again. */
type SettingsFollower = (context: Pick<WriteContext, 'db' | 'resourcesFolder'>) => void;

/** Supervision notices (督办通知): one paper for each unit, sent on, answered, pressed by the next kind. */
export const noticesWith = (followers: readonly SettingsFollower[]): Handlers<typeof contract> => ({
  settings: (_input, { db }) => noticeSettings(db),
  updateSettings(settings, context) {
    const { db, summarize } = context;
    writeNoticeSettings(db, settings);
    for (const follow of followers) follow(context);
    summarize('督办通知');
    return noticeSettings(db);
  },

  list: (filter, { db, today }) => noticeRows(db, today).filter((row) => isMeant(row, filter)),
  get: ({ uid }, context) => detailOf(context, requireNotice(context.db, uid)),
  ofTask: ({ uid }, { db, today }) => {
    const settings = noticeSettings(db);
    return db.all(noticesOfTask, { taskUid: uid }).map((row) => linkOf(row, { today, settings }));
  },
  propose,
  create: createNotices,
  ...listedNotices,
  resultCircular,
  papersOfBatch: ({ batchUid }, { db }) =>
    paperContents(
      db,
      db.all(noticesOfBatch, { batchUid }).map(({ paper_uid }) => paper_uid),
    ),
  ...stepHandlers,
  ...replyHandlers,
  importTable: importList(earlierNoticeImport),
  statistics: ({ from, to }, { db, today }) => replyStatistics(revealedNotices(db, today), from, to),
});

type Filter = Parameters<Handlers<typeof contract>['list']>[0];

function isMeant(row: NoticeRow, { view, kind, unitUid, text }: Filter): boolean {
  if (kind !== null && row.kind !== kind) return false;
  if (unitUid !== null && row.organizationUid !== unitUid) return false;
  return isInView(row, view) && isSaid(text, row.unit, [row.title, row.number, row.unit]);
}

const waitingForUs: ReadonlySet<NoticeRow['state']> = new Set(['drafting', 'toSend', 'replied'] as const);

function isInView({ state }: NoticeRow, view: Filter['view']): boolean {
  if (view === 'all') return true;
  if (view === 'todo') return needsPressing(state) || waitingForUs.has(state);
  if (view === 'waiting') return state === 'waiting' || state === 'dueSoon';
  return state === view;
}
