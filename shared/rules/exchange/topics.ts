import type { Right } from '../../rights.ts';
import { ledgerDefinitions } from '../ledgers/definitions/index.ts';

/*
 * What a data pack (数据包) can hold. A topic names only its roots: the parts of a row (whatever goes when it goes, ON DELETE
 * CASCADE), its attachments and what it refers to are found in the schema, so that a new column or part needs nothing here.
 */

export interface PackTopic {
  key: string;
  name: string;
  /** What is in it, for whoever chooses. */
  words: string;
  /** Whoever merges it needs this besides the right to merge. */
  right: Right;
  /** Each with `organization_id`, or a part that has it: by it a row belongs to a county. */
  roots: readonly string[];
  /** Tables whose rows go along where a row refers to them; on the other PC they are added where missing, never changed. */
  carries: readonly string[];
}

const everyTopicCarries = ['organization', 'site_trade', 'site_kind', 'ledger_term'] as const;

export const packTopics: readonly PackTopic[] = [
  {
    key: 'sites',
    name: '重点单位',
    words: '重点单位和人员密集场所',
    right: 'editInspections',
    roots: ['key_site'],
    carries: everyTopicCarries,
  },
  {
    key: 'ledgers',
    name: '台账',
    words: '水源、队站、车辆、器材、培训等全部台账',
    right: 'editTasks',
    roots: ledgerDefinitions.map(({ table }) => table),
    carries: [...everyTopicCarries, 'key_site'],
  },
  {
    key: 'bodies',
    name: '基层力量和建设',
    words: '基层机构、专职消防队、应建和现有数、建设计划、火灾数据',
    right: 'editTasks',
    roots: ['establishment', 'brigade', 'shortfall_figure', 'shortfall_plan', 'fire_figure'],
    carries: [...everyTopicCarries, 'establishment_kind', 'shortfall_item', 'fire_word'],
  },
  {
    key: 'tasks',
    name: '督办任务和隐患',
    words: '任务、承办单位、反馈和办理过程，隐患和复查，实施方案和各单位报来的方案',
    right: 'editTasks',
    // In this order: of chosen counties the plans go along in which one of their tasks stands.
    roots: ['task', 'task_plan'],
    carries: [...everyTopicCarries, 'key_site'],
  },
  {
    key: 'scores',
    name: '考核得分',
    words: '一个周期的得分、佐证、申诉、考核扣分和结果说明，连同它的方案、扣分的任务和隐患',
    right: 'score',
    roots: ['assessment_object'],
    carries: [
      ...everyTopicCarries,
      'assessment_group',
      'assessment_period',
      'scheme',
      'scheme_category',
      'indicator',
      'task',
    ],
  },
];

/** Carried with all their parts: one of them alone would be half of something. */
export const carriedWhole: readonly string[] = [
  'organization',
  'scheme',
  'key_site',
  'scheme_category',
  'task',
];

/**
 * Entries that are never changed: where the other PC has one of its own in the same place, it comes beside the one here with
 * all its parts, or stays away with all of them. Mixed they could add up to more than the whole.
 */
export const takenWhole: readonly string[] = ['fire_figure'];

/** Of these only the parts that belong to the chosen organizations, as where they are roots. */
export const carriedWithin: readonly string[] = ['task'];

/** Parts that stay where they are: they belong to something that no pack takes along. */
export const neverPacked: readonly string[] = [
  'organization_succession',
  'key_site_succession',
  'library_clause',
];

/** References that may be empty; but a row that has one does not go without what it refers to. */
export const packGrounds: Readonly<Record<string, readonly string[]>> = { task_plan_node: ['task_id'] };

/**
 * What no pack carries, as the clerk is told who makes one. Every business table is in a topic or here; a test holds
 * both against the schema.
 */
export const leftBehind: readonly { name: string; tables: readonly string[] }[] = [
  {
    name: '名册',
    tables: ['committee', 'committee_position', 'person', 'appointment', 'roster_change'],
  },
  { name: '会议', tables: ['meeting_series', 'meeting', 'agenda_item', 'meeting_attendee'] },
  {
    name: '公文、收文和文号',
    tables: [
      'number_series',
      'paper_kind',
      'paper_template',
      'paper',
      'paper_content',
      'paper_number',
      'paper_step',
      'paper_cosigner',
      'received_paper',
      'received_entry',
    ],
  },
  { name: '督办通知', tables: ['notice', 'notice_task', 'notice_reply'] },
  { name: '挂牌督办', tables: ['listed_supervision', 'listed_progress'] },
  {
    name: '专项督查、检查记录和检查清单',
    tables: [
      'campaign_kind',
      'campaign',
      'campaign_county',
      'campaign_trade',
      'campaign_checklist',
      'campaign_sweep',
      'campaign_sampling',
      'campaign_drawing',
      'campaign_target',
      'campaign_event',
      'campaign_schedule',
      'campaign_knower',
      'visit_figure',
      'visit',
      'visit_inspector',
      'visit_value',
      'visit_answer',
      'checklist',
      'checklist_item',
    ],
  },
  {
    name: '督查人员和车辆',
    tables: ['inspection_skill', 'inspector', 'inspector_skill', 'inspector_leave', 'vehicle'],
  },
  {
    name: '双随机抽查',
    tables: [
      'random_item',
      'random_class',
      'random_object',
      'random_inspector',
      'random_plan',
      'random_plan_line',
      'random_draw',
      'random_pool',
      'random_target',
      'random_publication',
    ],
  },
  {
    name: '信用监管',
    tables: [
      'credit_kind',
      'credit_enterprise',
      'credit_decision',
      'credit_event',
      'credit_repair',
      'credit_measure',
    ],
  },
  {
    name: '值班',
    tables: [
      'holiday',
      'duty_person',
      'duty_leave',
      'duty_period',
      'duty_shift',
      'duty_reporter',
      'duty_assignment',
      'duty_swap',
      'duty_entry',
      'duty_entry_step',
      'duty_handover',
      'duty_report',
      'partner_unit',
    ],
  },
  { name: '文件库', tables: ['library_entry', 'library_clause'] },
  {
    name: '统计报表、上级表格和收集',
    tables: [
      'report_definition',
      'report_set',
      'foreign_form',
      'export_form',
      'collection',
      'collection_unit',
      'collection_return',
      'collection_row',
    ],
  },
  {
    name: '年度考核的设置、评委打分和定稿记录',
    tables: ['year_part', 'year_setting', 'judge', 'judged_cell', 'period_event'],
  },
  {
    name: '机构和重点单位的沿革、标记',
    tables: ['organization_mark', 'organization_succession', 'key_site_succession'],
  },
  {
    name: '用户、设置、归档和操作日志',
    tables: ['app_user', 'setting', 'archive', 'erasure', 'erased_record', 'log_clearing'],
  },
];

/** What makes rows of two PCs the same, besides their uid and the unique indexes of the schema. */
export const packKeys: Readonly<Record<string, readonly string[]>> = {
  key_site: ['organization_id', 'name_key', 'address_key'],
  ledger_term: ['ledger', 'list', 'name'],
  site_kind: ['name'],
  site_trade: ['name'],
  establishment_kind: ['name', 'level'],
  shortfall_item: ['name', 'level'],
  assessment_group: ['period_id', 'name'],
  scheme_category: ['scheme_id', 'position'],
  indicator: ['category_id', 'position'],
  deduction: ['task_id', 'object_id', 'indicator_id'],
  task_plan: ['title', 'issued_on'],
  fire_figure: ['organization_id', 'month', 'state'],
  fire_word: ['split', 'name'],
  ...Object.fromEntries(ledgerDefinitions.map(({ table }) => [table, ['organization_id', 'row_key']])),
};
