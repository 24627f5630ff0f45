import type { NoticeRow } from '#shared/contract/notices.ts';
import type { FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import { noticeStateWords } from '#shared/rules/notices/notice-words.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
  type UnitMeasures,
} from '#main/core/fields/field-source.ts';
import { type LatestReply, latestReplies } from './queries.ts';
import { revealedNotices } from './secret.ts';
import { replyStatistics } from './statistics.ts';

/** Papers of supervision that were issued in the time, for forms of other offices. */

/** Without those of what secret campaigns found: they tell where these went, and a number that they took place. */
function issued(scope: FieldScope): NoticeRow[] {
  return revealedNotices(scope.db, scope.today).filter(
    ({ issuedOn, state }) => between(issuedOn, scope) && state !== 'void',
  );
}

interface ToldNotice extends NoticeRow {
  reply: LatestReply | undefined;
}

function told(scope: FieldScope): ToldNotice[] {
  const replies = new Map(scope.db.all(latestReplies).map((reply) => [reply.notice_uid, reply]));
  return issued(scope).map((notice) => ({ ...notice, reply: replies.get(notice.uid) }));
}

const verdictNames = { pending: '待审定', accepted: '符合要求', insufficient: '不符合要求' } as const;

const columns: readonly FieldColumn<ToldNotice>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('kind', '通知类别', 'text', ({ kind }) => noticeKindNames[kind]),
  column('paperNumber', '文号', 'text', (row) => row.number),
  column('title', '标题', 'text', (row) => row.title),
  column('unit', '承办单位', 'text', (row) => row.unit),
  column('issuedOn', '印发日期', 'day', (row) => row.issuedOn),
  column('replyDueOn', '反馈期限', 'day', (row) => row.replyDueOn),
  column('repliedOn', '反馈日期', 'day', (row) => row.repliedOn),
  column('state', '反馈情况', 'text', ({ state }) => noticeStateWords[state]),
  column('sentOn', '发出日期', 'day', ({ sentOn }) => sentOn),
  column('receivedOn', '签收日期', 'day', ({ receivedOn }) => receivedOn),
  column('receivedBy', '签收人', 'text', ({ receivedBy }) => receivedBy),
  column('reply', '反馈内容', 'text', ({ reply }) => reply?.text ?? null),
  column('replyPerson', '反馈人', 'text', ({ reply }) => reply?.person ?? null),
  column('verdict', '反馈审定', 'text', ({ reply }) =>
    reply === undefined ? null : verdictNames[reply.verdict],
  ),
  column('judgement', '审定意见', 'text', ({ reply }) => reply?.judgement ?? null),
];

const countNames = {
  sent: '督办通知份数',
  inTime: '按时反馈份数',
  late: '逾期反馈份数',
  unanswered: '未反馈份数',
};
type Counts = Record<keyof typeof countNames, number> & FieldRecord;
const countKeys = Object.keys(countNames) as (keyof typeof countNames)[];
const countFields = countKeys.map((key) => ({ key, name: countNames[key], kind: 'number' as const }));

function countsOf(rows: readonly NoticeRow[], { from, to }: FieldScope): Counts {
  const all = replyStatistics(rows, from, to);
  const sum = (pick: (one: (typeof all)[number]) => number) =>
    all.reduce((total, one) => total + pick(one), 0);
  return {
    sent: sum(({ sent }) => sent),
    inTime: sum(({ repliedInTime }) => repliedInTime),
    late: sum(({ repliedLate }) => repliedLate),
    unanswered: sum(({ unanswered }) => unanswered),
  };
}

export const noticeFields = [
  fieldSource<Counts>({
    key: 'noticeCounts',
    name: '督办通知统计',
    kind: 'single',
    columns: countFields.map(({ key, name, kind }) =>
      column<Counts>(key, name, kind, (counts) => counts[key]),
    ),
    rows: (scope) => [countsOf(issued(scope), scope)],
  }),
  fieldSource<ToldNotice>({ key: 'notices', name: '督办通知(每份一行)', columns, rows: told }),
];

export const noticeMeasures: UnitMeasures = {
  key: 'notices',
  needsPeriod: false,
  fields: countFields,
  empty: { sent: 0, inTime: 0, late: 0, unanswered: 0 },
  read(scope) {
    const byUnit = Map.groupBy(issued(scope), ({ organizationUid }) => organizationUid ?? '');
    return new Map([...byUnit].map(([uid, rows]) => [uid, countsOf(rows, scope)]));
  },
};
