import { inspectorRoleNames } from '#shared/rules/inspectors/model.ts';
import { fullInstant } from '#renderer/ui/instants.ts';

/*
 * Chinese names of tables and columns for the log. A name that is missing here is shown as it is; nothing
 * depends on this list.
 */

const tables: Readonly<Record<string, string>> = {
  app_user: '用户',
  user_secret: '密码',
  setting: '设置',
  organization: '机构',
  organization_state: '机构状态',
  organization_mark: '机构标记',
  organization_succession: '机构沿革',
  scheme: '考核方案',
  scheme_category: '考核大类',
  indicator: '考核指标',
  assessment_period: '考核周期',
  period_event: '定稿记录',
  assessment_group: '考核分组',
  assessment_object: '考核对象',
  score: '得分',
  committee: '委员会',
  committee_position: '委员会职位',
  person: '人员',
  appointment: '任职',
  roster_change: '名册调整',
  attachment: '附件',
  listed_supervision: '挂牌督办',
  listed_progress: '挂牌督办进展',
  notice: '督办通知',
  notice_task: '通知所督办的任务',
  notice_reply: '通知的回复',
  number_series: '文号系列',
  paper_kind: '文种',
  paper_template: '公文模板',
  paper: '公文',
  paper_content: '公文内容',
  paper_number: '文号',
  paper_step: '公文办理',
  paper_cosigner: '会签',
  received_paper: '收文',
  received_entry: '收文办理',
  meeting_series: '会议系列',
  meeting: '会议',
  agenda_item: '议题',
  meeting_attendee: '参会人员',
  task: '督办任务',
  task_unit: '任务承办单位',
  task_event: '任务办理过程',
  task_plan: '实施方案',
  task_plan_node: '实施方案条目',
  site_trade: '行业',
  site_kind: '场所类别',
  key_site: '重点单位',
  key_site_kind: '重点单位的类别',
  inspection_skill: '专长',
  inspector: '督查人员',
  inspector_skill: '督查人员的专长',
  inspector_leave: '请假',
  vehicle: '车辆',
  checklist: '检查清单',
  checklist_item: '检查清单条目',
  campaign_kind: '督查类型',
  campaign: '专项督查',
  campaign_county: '督查的区县',
  campaign_trade: '督查的行业',
  campaign_checklist: '督查所用清单',
  campaign_sweep: '逐一督查的类别',
  campaign_sampling: '抽查规则',
  campaign_drawing: '抽取',
  campaign_target: '督查对象',
  campaign_event: '督查办理',
  campaign_schedule: '督查日程',
  holiday: '节假日',
  duty_person: '值班人员',
  duty_leave: '请假',
  duty_period: '值班时段',
  duty_shift: '值班班次',
  duty_reporter: '报告单位',
  duty_assignment: '值班安排',
  duty_swap: '换班',
  duty_entry: '值班事项',
  duty_entry_step: '值班事项办理',
  duty_handover: '交接班',
  duty_report: '每日报告',
  partner_unit: '联动单位',
  campaign_knower: '暗访知情人',
  key_site_succession: '重点单位并入',
  visit_figure: '检查统计项',
  visit: '检查记录',
  visit_inspector: '检查人员',
  visit_value: '检查统计数',
  visit_answer: '检查结果',
  finding: '问题隐患',
  finding_reinspection: '复查',
};

const common: Readonly<Record<string, string>> = {
  name: '名称',
  role: '身份',
  active: '在用',
  has_password: '有密码',
  created_at: '建立时间',
  value: '内容',
  level: '层级',
  code: '代码',
  first_day: '开始日期',
  last_day: '结束日期',
  short_name: '简称',
  parent_id: '上级',
  protocol_order: '排序',
  marks: '标记',
  document: '依据文件',
  note: '备注',
  notes: '备注',
  mark: '标记',
  kind: '类别',
  day: '日期',
  takes_over: '承接得分和台账',
  title: '标题',
  document_number: '文号',
  issuer: '发文单位',
  applies_to: '考核对象层级',
  stated_points: '文件所列总分',
  status: '状态',
  in_force_from: '施行日期',
  version: '版本',
  version_reason: '修订原因',
  settings: '设置',
  position: '次序',
  max_points: '满分',
  bonus: '加分项',
  number: '编号',
  content: '内容',
  rule_text: '评分标准',
  method: '考核方式',
  source: '数据来源',
  floor: '最低分',
  not_applicable: '不适用时',
  condition: '适用条件',
  rules: '计分规则',
  finalized_at: '定稿时间',
  finalized_by: '定稿人',
  fingerprint: '校验码',
  at: '时间',
  user_name: '用户',
  reason: '原因',
  printed_name: '印制名称',
  stage: '环节',
  entry: '录入内容',
  office_name: '办公室名称',
  office_unit: '办公室所在单位',
  office_phone: '办公电话',
  aliases: '别称',
  single: '只设一位',
  required: '必须有人',
  unit: '单位',
  post: '职务',
  mobile: '手机',
  substitute: '代理',
  steps: '调整内容',
  done_at: '执行时间',
  bytes: '字节数',
  sha256: '内容校验值',
  subject_kind: '所属类别',
  subject_uid: '所属内容',
  added_at: '添加时间',
  added_by: '添加人',
  assigned_on: '交办日期',
  start_on: '开始日期',
  due_on: '完成时限',
  first_due_on: '原时限',
  feedback_cycle: '反馈周期',
  feedback_day: '反馈日',
  next_feedback_on: '下次反馈',
  pressed_count: '催办次数',
  last_pressed_on: '最近催办',
  extended_count: '延期次数',
  reported_on: '上报日期',
  closed_on: '办结日期',
  source_kind: '来源类别',
  source_text: '来源',
  text: '内容',
  old_due_on: '原时限',
  new_due_on: '新时限',
  issued_on: '印发日期',
  address: '地址',
  phone: '电话',
  responsible_person: '负责人',
  heading: '标题',
  roles: '角色',
  left_on: '离开日期',
  seats: '座位数',
  retired_on: '停用日期',
  article: '条款',
  demand: '整改要求',
  due_days: '整改天数',
  severity: '隐患级别',
  element: '判定要素',
  announced: '明察',
  released_on: '公布日期',
  minutes_per_visit: '每处用时(分钟)',
  rest_months: '抽查间隔(月)',
  season_from: '常年起始',
  season_to: '常年截止',
  subject: '抽查对象',
  count: '数量',
  seed: '种子',
  pool_count: '备选数',
  decided_at: '决定时间',
  decided_by: '决定人',
  discard_reason: '作废原因',
  origin: '来源',
  standing: '在列情况',
  minutes: '用时(分钟)',
  visited_on: '督查日期',
  removed_at: '移出时间',
  removed_by: '移出人',
  removed_reason: '移出原因',
  fax: '传真',
  starts_at: '接班时间',
  leaders: '带班领导人数',
  officers: '值班人员人数',
  report_due: '每日报告时间',
  report_to: '上报给',
  can_lead: '可带班',
  can_serve: '可值班',
  credit_year: '折算年度',
  credit_weekday: '工作日折算次数',
  credit_weekend: '周末折算次数',
  credit_holiday: '节假日折算次数',
  pinned: '固定',
  applied_on: '申请日期',
  state: '状态',
  decided_on: '批准日期',
  decision_note: '审批意见',
  back_day: '换回日期',
  back_role: '换回岗位',
  back_place: '换回序号',
  came_at: '来电来文时间',
  sender: '来电来文单位',
  matter: '事项',
  recorded_by: '记录人',
  person: '经办人',
  handed_by: '交班人',
  taken_by: '接班人',
  handed_at: '交接时间',
  weather: '天气',
  open_entries: '移交的事项',
  reported_at: '报告时间',
  nothing_to_report: '零报告',
  reporter: '报告人',
  duty_phone: '值班电话',
  contact: '联系人',
  contact_phone: '联系人电话',
  confirmed_on: '核实日期',
  team: '检查组',
  answer: '检查结果',
  proposes: '自动填写',
  place: '场所',
  spot: '部位',
  what: '问题',
  found_on: '发现日期',
  responsible: '整改责任',
  measures: '整改措施',
  funds: '整改资金',
  time_limit: '整改时限安排',
  emergency_plan: '应急预案',
  closed_by: '销号人',
  inspectors: '复查人',
  result: '结果',
  teams: '分组',
  pins: '固定安排',
  plan: '日程',
  quality: '均衡程度',
  announced_plan: '公布的日程',
  published_on: '公布日期',
};

const special: Readonly<Record<string, string>> = {
  'app_user.name': '姓名',
  'setting.name': '设置项',
  'person.name': '姓名',
  'task.title': '任务',
  'key_site.name': '单位名称',
  'key_site.closed_on': '退出日期',
  'inspector.name': '姓名',
  'vehicle.name': '车牌号',
  'checklist.source': '依据',
  'checklist_item.text': '检查内容',
  'campaign.document': '来文依据',
  'campaign.closed_on': '结束日期',
  'duty_person.name': '姓名',
  'duty_period.place': '值班地点',
  'duty_period.phone': '值班电话',
  'duty_assignment.role': '岗位',
  'duty_assignment.place': '序号',
  'duty_swap.role': '岗位',
  'duty_swap.decided_by': '批准人',
  'duty_swap.place': '序号',
  'duty_shift.name': '班次名称',
  'partner_unit.name': '单位名称',
  'visit.day': '检查日期',
  'visit_answer.text': '检查内容',
  'finding_reinspection.day': '复查日期',
};

const settings: Readonly<Record<string, string>> = {
  'office.name': '办公室名称',
  'office.city': '城市',
  'office.exportFolder': '导出文件夹',
  'tasks.warningDays': '督办任务提前提醒天数',
  'rosters.expiringDays': '任职到期提前提醒天数',
};

const pointColumns = new Set(['stated_points', 'max_points']);
const flagColumns = new Set([
  'active',
  'has_password',
  'takes_over',
  'bonus',
  'single',
  'required',
  'substitute',
  'announced',
  'can_lead',
  'can_serve',
  'pinned',
  'nothing_to_report',
]);
const THOUSAND = 1_000;
const LONGEST_TEXT = 300;

export function tableLabel(table: string): string {
  return tables[table] ?? table;
}

export function columnLabel(table: string, column: string): string {
  return special[`${table}.${column}`] ?? common[column] ?? column;
}

/** What the program keeps for itself: for its searches, comparisons and links. */
const ownColumns = new Set([
  'search_text',
  'name_key',
  'address_key',
  'source_uid',
  'keeper_uid',
  'sealed',
  'thumbnail',
  'pools',
  'pool',
]);

/** Numbers that only join rows and texts for the search index say nothing to a clerk. */
export function isShown(column: string): boolean {
  if (ownColumns.has(column)) return false;
  return column !== 'id' && column !== 'uid' && (!column.endsWith('_id') || column === 'parent_id');
}

/** Words that are stored in English, alone or as a JSON list. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  roles: inspectorRoleNames,
  severity: { ordinary: '一般隐患', major: '重大火灾隐患' },
};

/** A stored value as a clerk reads it. */
export function valueText(column: string, value: string | number | null): string {
  if (value === null || value === '') return '(空)';
  if (column === 'value' && typeof value === 'string') return jsonText(value);
  const known = words[column];
  if (known !== undefined && typeof value === 'string') return wordsText(known, value);
  if (typeof value === 'string') return shortened(column === 'name' ? (settings[value] ?? value) : value);
  if (pointColumns.has(column)) return `${value / THOUSAND} 分`;
  if (flagColumns.has(column)) return value === 1 ? '是' : '否';
  return column === 'at' || column.endsWith('_at') ? fullInstant(value) : String(value);
}

function wordsText(known: Readonly<Record<string, string>>, value: string): string {
  const stored = value.match(/\w+/gu) ?? [];
  return stored.map((word) => known[word] ?? word).join('、') || '(空)';
}

/** Settings are kept as JSON; of a text its quotes are left out, of an object with a name the rest. */
function jsonText(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return shortened(value);
    const isNamed = typeof value === 'object' && value !== null && 'name' in value;
    return shortened(isNamed && typeof value.name === 'string' ? value.name : text);
  } catch {
    return shortened(text);
  }
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
