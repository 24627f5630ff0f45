/*
 * Everything with a date stands in one calendar. What a date means decides how it is called, with which others it is
 * switched on and off, and whether it can be missed.
 */

export const datedKinds = [
  'publicHoliday',
  'makeUpWorkday',
  'meeting',
  'meetingDue',
  'taskDue',
  'feedbackDue',
  'noticeReply',
  'listedDue',
  'warningBoard',
  'receivedDue',
  'collectionDue',
  'countyPlanDue',
  'campaignStart',
  'campaignEnd',
  'publicationDue',
  'rosterChange',
  'appointmentEnd',
  'assessmentEnd',
  'dutyReport',
  'creditObjection',
  'creditEnd',
] as const;
export type DatedKind = (typeof datedKinds)[number];

export const datedKindNames: Readonly<Record<DatedKind, string>> = {
  publicHoliday: '放假',
  makeUpWorkday: '调休上班',
  meeting: '会议',
  meetingDue: '该开会',
  taskDue: '任务到期',
  feedbackDue: '该反馈',
  noticeReply: '通知反馈',
  listedDue: '整改期限',
  warningBoard: '挂警示牌',
  receivedDue: '收文办理',
  collectionDue: '交表期限',
  countyPlanDue: '方案报送',
  campaignStart: '督查开始',
  campaignEnd: '督查结束',
  publicationDue: '双随机公示',
  rosterChange: '名册调整',
  appointmentEnd: '任职到期',
  assessmentEnd: '考核截止',
  dutyReport: '值班日报',
  creditObjection: '申辩期满',
  creditEnd: '公示到期',
};

/** In two characters, for a day's small lines. */
export const datedKindMarks: Readonly<Record<DatedKind, string>> = {
  publicHoliday: '放假',
  makeUpWorkday: '上班',
  meeting: '会议',
  meetingDue: '该开',
  taskDue: '到期',
  feedbackDue: '反馈',
  noticeReply: '回复',
  listedDue: '整改',
  warningBoard: '挂牌',
  receivedDue: '收文',
  collectionDue: '交表',
  countyPlanDue: '方案',
  campaignStart: '督查',
  campaignEnd: '督查',
  publicationDue: '公示',
  rosterChange: '调整',
  appointmentEnd: '任期',
  assessmentEnd: '考核',
  dutyReport: '日报',
  creditObjection: '申辩',
  creditEnd: '公示',
};

/** Kinds that are switched on and off together. */
export const datedGroups: readonly { name: string; kinds: readonly DatedKind[] }[] = [
  { name: '任务', kinds: ['taskDue', 'feedbackDue'] },
  { name: '会议', kinds: ['meeting', 'meetingDue'] },
  { name: '督办通知', kinds: ['noticeReply'] },
  { name: '挂牌督办', kinds: ['listedDue', 'warningBoard'] },
  { name: '收文', kinds: ['receivedDue'] },
  { name: '下发收集', kinds: ['collectionDue'] },
  { name: '各地方案', kinds: ['countyPlanDue'] },
  { name: '专项督查', kinds: ['campaignStart', 'campaignEnd'] },
  { name: '双随机', kinds: ['publicationDue'] },
  { name: '名册', kinds: ['rosterChange', 'appointmentEnd'] },
  { name: '考核', kinds: ['assessmentEnd'] },
  { name: '值班', kinds: ['dutyReport'] },
  { name: '信用监管', kinds: ['creditObjection', 'creditEnd'] },
  { name: '节假日', kinds: ['publicHoliday', 'makeUpWorkday'] },
];

/** Days by which somebody owes something. */
const deadlines: ReadonlySet<DatedKind> = new Set([
  'taskDue',
  'feedbackDue',
  'noticeReply',
  'listedDue',
  'warningBoard',
  'receivedDue',
  'collectionDue',
  'countyPlanDue',
  'publicationDue',
  'dutyReport',
]);

/** The day has passed and what was owed by it is not there. */
export function isMissed(
  { kind, day, isDone }: { kind: DatedKind; day: string; isDone: boolean },
  today: string,
): boolean {
  return deadlines.has(kind) && !isDone && day < today;
}

/** A day that the calendar itself tells, not something to do. */
export function isDayOff(kind: DatedKind): boolean {
  return kind === 'publicHoliday' || kind === 'makeUpWorkday';
}
