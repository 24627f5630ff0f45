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
    words: '任务、承办单位、反馈和办理过程，隐患和复查',
    right: 'editTasks',
    roots: ['task'],
    carries: [...everyTopicCarries, 'key_site'],
  },
  {
    key: 'scores',
    name: '考核得分',
    words: '一个周期的得分、佐证、申诉和结果说明，连同它的方案',
    right: 'score',
    roots: ['assessment_object'],
    carries: [
      ...everyTopicCarries,
      'assessment_group',
      'assessment_period',
      'scheme',
      'scheme_category',
      'indicator',
    ],
  },
];

/** Carried with all their parts: one of them alone would be half of something. */
export const carriedWhole: readonly string[] = ['organization', 'scheme', 'key_site', 'scheme_category'];

/** Parts that stay where they are: they belong to something that no pack takes along. */
export const neverPacked: readonly string[] = [
  'organization_succession',
  'task_plan_node',
  'key_site_succession',
  'deduction',
  'library_clause',
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
  fire_figure: ['organization_id', 'month', 'state'],
  fire_word: ['split', 'name'],
  ...Object.fromEntries(ledgerDefinitions.map(({ table }) => [table, ['organization_id', 'row_key']])),
};
