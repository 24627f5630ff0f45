import { scoreStages, stageNames } from '../assessment/stages.ts';
import { denominatorNames } from '../brigades/model.ts';
import { creditLevelNames } from '../credit/levels.ts';
import { creditViewNames } from '../credit/state.ts';
import { packTopics } from '../exchange/topics.ts';
import { shortSeverityNames } from '../findings/model.ts';
import { inspectorRoleNames } from '../inspectors/model.ts';
import { ledgerDefinitions } from '../ledgers/definitions/index.ts';
import { levelNames } from '../library/model.ts';
import { publicationKindNames } from '../random-inspection/model.ts';
import { taskKindNames } from '../tasks/model.ts';

/** What the log calls one thing that an export was asked for. */
export interface AskedName {
  /** Empty where what is asked says enough by itself. */
  name: string;
  /** What the values of a choice are called; others are told as they are. `all` narrows nothing and is not told. */
  values?: Readonly<Record<string, string>>;
}

/** Asked for, but nothing that the log should tell: a password, or what the file itself shows. */
const untold = null;

const named = (name: string, values?: Readonly<Record<string, string>>): AskedName =>
  values === undefined ? { name } : { name, values };

/**
 * By the name of the field in the contract; `feature.field` where it means something of its own there. A test holds
 * them against every operation that makes a file.
 */
const askedNames: Readonly<Record<string, AskedName | typeof untold>> = {
  as: untold,
  format: untold,
  password: untold,
  diagnosisUid: untold,
  once: untold,

  uid: named(''),
  itemUid: named(''),
  planUid: named(''),
  groupUid: named(''),
  campaignUid: named(''),
  periodUid: named('考核期'),
  uids: named('所选'),
  organizationUids: named('机构'),
  committeeUids: named('消安委'),
  unitUids: named('单位'),
  objectUids: named('被考评单位'),
  targetUids: named('督查对象'),
  judgeUids: named('评委'),
  placeUid: named('所在地'),
  countyUid: named('县(市、区)'),
  unitUid: named('单位'),
  unit: named('单位'),
  tradeUid: named('行业'),
  kindUid: named('类别'),
  skillUid: named('专长'),
  sourceUid: named('来源'),
  sourceText: named('来源'),
  userName: named('用户'),
  teamId: named('督查组'),
  team: named('检查组'),

  text: named('查找'),
  chosen: named('筛选'),
  day: named('截至'),
  date: named('落款日期'),
  month: named('月份'),
  year: named('年度'),
  from: named('从'),
  to: named('到'),
  awayOn: named('请假日期'),

  kind: named('种类', taskKindNames),
  severity: named('级别', shortSeverityNames),
  role: named('角色', inspectorRoleNames),
  level: named('效力', levelNames),
  list: named('', { trusted: creditLevelNames.trusted, discredited: '失信' }),
  denominator: named('范围', denominatorNames),
  ledger: named('', Object.fromEntries(ledgerDefinitions.map(({ key, name }) => [key, name]))),
  due: named('到期', { overdue: '已到期', soon: '即将到期', never: '从未登记' }),
  stage: named('', Object.fromEntries(scoreStages.map((stage) => [stage, stageNames[stage]]))),
  topics: named('内容', Object.fromEntries(packTopics.map(({ key, name }) => [key, name]))),
  form: named('', { groups: '分组安排表', days: '日程表' }),
  layout: named('', { ledger: '督办台账', breakdown: '任务分解表' }),
  sort: named('排序', { due: '完成时限', assigned: '交办时间', pressed: '催办次数' }),
  sheets: named('', {
    roster: '组成人员名单',
    phoneBook: '通讯录',
    signIn: '签到表',
    units: '成员单位一览表',
  }),
  formUid: named('导出格式'),

  withFiles: named('带附件'),
  withSelf: named('附自评分'),
  withQuestions: named('附检查清单'),
  maskPhones: named('隐去电话号码'),
  descending: named('倒序'),
  supporting: named('含配合单位'),
  hasNoCounty: named('没有县(市、区)'),
  hasNoTrade: named('没有行业'),
  isRectified: named('已整改'),

  'brigades.view': named('', { built: '已执勤', building: '在建', behind: '滞后', none: '未启动' }),
  'credit.view': named('', creditViewNames),
  'establishments.view': named('', {
    established: '已挂牌',
    missing: '未挂牌',
    late: '逾期',
    behind: '滞后',
    ended: '已撤并',
  }),
  'findings.view': named('', {
    open: '未销号',
    overdue: '逾期',
    soon: '快到期',
    waiting: '待复查销号',
    closed: '已销号',
  }),
  'inspectors.view': named('', { active: '在库', left: '已离开' }),
  'keySites.view': named('', { active: '在册', duplicate: '疑似重复', closed: '已退出' }),
  'library.view': named('', { inForce: '现行', outdated: '已失效、未施行', cited: '失效仍被引用' }),
  'listedSupervision.view': named('', { open: '在册', late: '要催的', delisted: '已摘牌' }),
  'receivedPapers.view': named('', { open: '在办', done: '已办结' }),
  'tasks.view': named('', {
    open: '未办结',
    mine: '我盯的',
    thisWeek: '本周到期',
    nextWeek: '下周到期',
    overdue: '逾期',
    waiting: '待验收',
    feedbackDue: '该反馈',
  }),
  'visitSheets.kind': named('', { open: '还没有登记的', targets: '所选对象', team: '一个督查组' }),
  'papers.kind': named('文种'),
  'randomInspection.kind': named('', publicationKindNames),
};

/** @param operation its dotted path; undefined for what has no name here */
export function askedNameOf(operation: string, field: string): AskedName | null | undefined {
  const [feature = ''] = operation.split('.');
  const own = `${feature}.${field}`;
  return Object.hasOwn(askedNames, own) ? askedNames[own] : askedNames[field];
}
