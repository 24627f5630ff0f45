/**
 * Every table of the store stands in exactly one of these two lists; a test holds them against the schema.
 * Log triggers are made for every table that is not unlogged, so a table forgotten here is still logged.
 */

/** Business tables: STRICT, only INTEGER and TEXT, `id INTEGER PRIMARY KEY` and a unique `uid`, every change logged. */
export const loggedTables = [
  'app_user',
  'setting',
  'organization',
  'organization_state',
  'organization_mark',
  'organization_succession',
  'scheme',
  'scheme_category',
  'indicator',
  'assessment_period',
  'period_event',
  'assessment_group',
  'assessment_object',
  'score',
  'task',
  'task_unit',
  'task_event',
  'task_plan',
  'task_plan_node',
  'committee',
  'committee_position',
  'person',
  'appointment',
  'roster_change',
  'attachment',
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
  'listed_supervision',
  'listed_progress',
  'notice',
  'notice_task',
  'notice_reply',
  'meeting_series',
  'meeting',
  'agenda_item',
  'meeting_attendee',
  'site_trade',
  'site_kind',
  'key_site',
  'key_site_kind',
] as const;

export type TableName = (typeof loggedTables)[number];

/** Tables without change log, each with the reason why none is needed. */
export const unloggedTables: Readonly<Record<string, string>> = {
  operation: 'the log itself',
  row_change: 'the log itself',
  migration: 'each entry belongs to a recorded store.migrate operation',
  store_meta: 'bookkeeping of this file (clean end, last check), no business content',
  draft: 'temporary by nature: becomes an operation when it is saved',
  staged_import: 'temporary by nature: becomes an operation when it is taken over',
  paper_search: 'index of paper.search_text, kept by triggers and rebuilt from there',
  received_search: 'index of received_paper.search_text, kept by triggers and rebuilt from there',
  key_site_search: 'index of key_site.search_text, kept by triggers and rebuilt from there',
  task_search: 'index of task.search_text, kept by triggers and rebuilt from there',
  user_secret: 'sealed keys: must never appear in a log',
};
