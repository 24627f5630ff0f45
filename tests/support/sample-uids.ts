import { join } from 'node:path';
import { openDatabase, storeFile } from '#main/core/store/database.ts';

/** No row has it. */
const nobody = '00000000-0000-4000-8000-000000000000';

/** What a property's name or an operation is about, where the name of its table does not follow from it. */
const tablesOf: Readonly<Record<string, string>> = {
  analysis: 'assessment_object',
  answers: 'task_plan_node',
  assessment: 'assessment_period',
  'assessment.removeGroup': 'assessment_group',
  'campaigns.drawingRecord': 'campaign_drawing',
  'campaigns.writeDrawingRecord': 'campaign_drawing',
  'campaigns.takeDrawing': 'campaign_drawing',
  'campaigns.discardDrawing': 'campaign_drawing',
  'campaigns.removeTargets': 'campaign_target',
  'campaigns.setVisited': 'campaign_target',
  county: 'organization',
  credit: 'credit_decision',
  'credit.get': 'credit_enterprise',
  'credit.propose': 'finding',
  'credit.updateEnterprise': 'credit_enterprise',
  'credit.removeEnterprise': 'credit_enterprise',
  drop: 'key_site',
  duty: 'duty_period',
  dutyLog: 'duty_entry',
  foreignForms: 'foreign_form',
  group: 'assessment_group',
  'history.changes': 'operation',
  'history.operationOf': 'operation',
  holder: 'inspector',
  keep: 'key_site',
  lead: 'organization',
  library: 'library_entry',
  listed: 'listed_supervision',
  'meetings.setAttendance': 'meeting_attendee',
  'meetings.setReply': 'meeting_attendee',
  'meetings.removeAttendees': 'meeting_attendee',
  'meetings.removeResolution': 'task',
  object: 'assessment_object',
  'organizations.correct': 'organization_state',
  'organizations.removeState': 'organization_state',
  parent: 'organization',
  period: 'assessment_period',
  place: 'organization',
  plan: 'task_plan',
  plans: 'task_plan',
  'plans.move': 'task_plan_node',
  'plans.removeNode': 'task_plan_node',
  'plans.updateHeading': 'task_plan_node',
  'randomInspection.cancelDraw': 'random_draw',
  'randomInspection.certificate': 'random_draw',
  'randomInspection.drawNow': 'random_draw',
  'randomInspection.handOver': 'random_target',
  'randomInspection.removeObjects': 'random_object',
  'randomInspection.setClean': 'random_target',
  'randomInspection.setResult': 'random_target',
  'randomInspection.setCertificate': 'inspector',
  'randomInspection.spreadNumbers': 'random_plan',
  'randomInspection.beginRound': 'random_class',
  received: 'received_paper',
  'receivedPapers.correctEntry': 'received_entry',
  'receivedPapers.removeEntry': 'received_entry',
  reply: 'notice_reply',
  reporter: 'duty_person',
  reports: 'report_definition',
  'reports.set': 'report_set',
  'reports.setPapers': 'report_set',
  'reports.setRecords': 'report_set',
  'reports.withdraw': 'report_set',
  return: 'collection_return',
  rosters: 'committee',
  'rosters.change': 'roster_change',
  'rosters.makeNotice': 'roster_change',
  'rosters.carryOut': 'roster_change',
  'rosters.mergePeople': 'person',
  schedules: 'campaign',
  series: 'number_series',
  site: 'key_site',
  supporting: 'organization',
  taker: 'duty_person',
  township: 'organization',
  townshipProfiles: 'organization',
  trade: 'site_trade',
  unit: 'organization',
  user: 'app_user',
  users: 'app_user',
  visitSheets: 'campaign_target',
  year: 'assessment_period',
};

/** Which of a table's rows, where it is not the first. */
const conditions: Readonly<Record<string, string>> = {
  county: "level = 'county'",
  township: "level = 'township'",
  townshipProfiles: "level = 'township'",
  lead: "level = 'unit'",
  unit: "level = 'unit'",
};

/** Uids of a store that a table of all operations asks for by their names. */
export function sampleUids(dataFolder: string): { of(path: string, name: string): string; close(): void } {
  const db = openDatabase(join(dataFolder, storeFile), 'read');
  const withUid = db.prepare(
    "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'uid'",
  );
  const tables = new Set((withUid.all() as { name: string }[]).map(({ name }) => name));

  function tableOf(path: string, name: string): { table: string; key: string } | undefined {
    for (const key of keysOf(path, name)) {
      const table = tablesOf[key] ?? snakeOf(key);
      if (tables.has(table)) return { table, key };
    }
    return undefined;
  }

  return {
    of(path, name) {
      const found = tableOf(path, name);
      if (found === undefined) return nobody;
      const where = conditions[found.key] ?? '1';
      const first = db.prepare(`SELECT uid FROM ${found.table} WHERE ${where} ORDER BY id LIMIT 1`).get();
      return (first as { uid: string } | undefined)?.uid ?? nobody;
    },
    close: () => db.close(),
  };
}

/** What may tell the table, the surest first: campaigns.updateTarget, campaignTarget, target, campaign. */
function keysOf(path: string, name: string): string[] {
  const [feature = '', verb = ''] = path.split('.');
  const one = singularOf(feature);
  const ofVerb = singularOf(/[A-Z].*$/u.exec(verb)?.[0] ?? '');
  if (name === path)
    return [path, ...(ofVerb === '' ? [] : [`${one}${ofVerb}`, lowered(ofVerb)]), feature, one];
  const noun = singularOf(name.replace(/Uids?$/u, ''));
  return [`${path}.${noun}`, noun, `${one}${noun[0]?.toUpperCase() ?? ''}${noun.slice(1)}`];
}

function singularOf(word: string): string {
  return word.replace(/ies$/u, 'y').replace(/(?<!s)s$/u, '');
}

function lowered(word: string): string {
  return `${word[0]?.toLowerCase() ?? ''}${word.slice(1)}`;
}

function snakeOf(word: string): string {
  return word.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
