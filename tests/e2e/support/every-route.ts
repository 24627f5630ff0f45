import DatabaseConstructor from 'better-sqlite3';

/** What the pages with a record in their address are opened with, from the sample; none: the page says that it is not there. */
const records: Readonly<Record<string, string>> = {
  '/assessment/:uid': 'SELECT uid FROM assessment_period',
  '/campaigns/:uid': 'SELECT uid FROM campaign',
  '/checklists/:uid': 'SELECT uid FROM checklist',
  '/collections/:uid': 'SELECT uid FROM collection',
  '/plans/:planUid/reported/:uid':
    "SELECT plan.uid || '/reported/' || county_plan.uid FROM county_plan JOIN task_plan AS plan ON plan.id = county_plan.plan_id",
  '/foreign-forms/:uid': 'SELECT uid FROM foreign_form',
  '/meetings/:uid': 'SELECT uid FROM meeting',
  '/notices/from/:taskUids': 'SELECT uid FROM task',
  '/papers/:uid': 'SELECT uid FROM paper',
  '/paper-templates/:key': "SELECT 'notice'",
  '/plans/:uid': 'SELECT uid FROM task_plan',
  '/reports/:uid': 'SELECT uid FROM report_definition',
  '/report-sets/:uid': 'SELECT uid FROM report_set',
  '/roster-changes/:uid': 'SELECT uid FROM roster_change',
  '/schemes/:uid': 'SELECT uid FROM scheme',
  '/township-profiles/:uid': "SELECT uid FROM organization WHERE level = 'township'",
  '/visits/:targetUid':
    'SELECT target.uid FROM campaign_target AS target JOIN visit ON visit.target_id = target.id',
};

/** @throws for a page that needs a record and is not named above */
export function addressOf(pattern: string, storeFile: string): string {
  const [fixed = '', needed] = pattern.split('/:');
  if (needed === undefined) return pattern;
  const query = records[pattern];
  if (query === undefined) throw new Error(`say with which record ${pattern} is to be opened`);
  const store = new DatabaseConstructor(storeFile, { readonly: true });
  try {
    return `${fixed}/${store.prepare<[], string>(query).pluck().get() ?? crypto.randomUUID()}`;
  } finally {
    store.close();
  }
}
