import { about } from './about.ts';
import { analysis } from './analysis.ts';
import { archive } from './archive.ts';
import { assessment } from './assessment.ts';
import { attachments } from './attachments.ts';
import { backups } from './backups.ts';
import { brigades } from './brigades.ts';
import { calendar } from './calendar.ts';
import { campaignList, campaigns } from './campaigns.ts';
import { checklists } from './checklists.ts';
import { collectionReturns } from './collection-returns.ts';
import { collections } from './collections.ts';
import { credit } from './credit.ts';
import { countyPlans } from './county-plans.ts';
import { deductions } from './deductions.ts';
import { drafts } from './drafts.ts';
import { duty } from './duty.ts';
import { dutyLog } from './duty-log.ts';
import { erasure } from './erasure.ts';
import { establishments } from './establishments.ts';
import { events } from './events.ts';
import { evidence } from './evidence.ts';
import { exchange } from './exchange.ts';
import { exportForms } from './export-forms.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { fireFigures } from './fire-figures.ts';
import { firstSteps } from './first-steps.ts';
import { foreignForms } from './foreign-forms.ts';
import { history } from './history.ts';
import { holidays } from './holidays.ts';
import { inspectionVehicles, inspectors } from './inspectors.ts';
import { jobs } from './jobs.ts';
import { judges } from './judges.ts';
import { keySites } from './key-sites.ts';
import { ledgers } from './ledgers.ts';
import { library } from './library.ts';
import { listedSupervision } from './listed-supervision.ts';
import { manual } from './manual.ts';
import { notices } from './notices.ts';
import { meetingList, meetings } from './meetings.ts';
import { objections } from './objections.ts';
import { office } from './office.ts';
import { organizations } from './organizations.ts';
import { overview } from './overview.ts';
import { papers } from './papers.ts';
import { partnerUnits } from './partner-units.ts';
import { plans } from './plans.ts';
import { randomInspection } from './random-inspection.ts';
import { receivedPapers } from './received-papers.ts';
import { recovery } from './recovery.ts';
import { reports } from './reports.ts';
import { rosters } from './rosters.ts';
import { sample } from './sample.ts';
import { schedules } from './schedules.ts';
import { scoreSheets } from './score-sheets.ts';
import { schemeChange } from './scheme-change.ts';
import { schemes } from './schemes.ts';
import { search } from './search.ts';
import { session } from './session.ts';
import { shortfalls } from './shortfalls.ts';
import { tasks } from './tasks.ts';
import { townshipProfiles } from './township-profiles.ts';
import { unreleased } from './unreleased.ts';
import { users } from './users.ts';
import { visitSheets } from './visit-sheets.ts';
import { visits } from './visits.ts';
import { waterChecks } from './water-checks.ts';
import { year } from './year.ts';

/** Every operation of the program, by feature. This file only unites. */
export const contract = {
  about,
  analysis,
  archive,
  assessment,
  attachments,
  backups,
  brigades,
  calendar,
  campaignList,
  campaigns,
  checklists,
  collectionReturns,
  collections,
  credit,
  countyPlans,
  deductions,
  drafts,
  duty,
  dutyLog,
  erasure,
  establishments,
  events,
  evidence,
  exchange,
  exportForms,
  files,
  findings,
  fireFigures,
  firstSteps,
  foreignForms,
  history,
  holidays,
  inspectionVehicles,
  inspectors,
  jobs,
  judges,
  keySites,
  ledgers,
  library,
  listedSupervision,
  manual,
  notices,
  meetingList,
  meetings,
  objections,
  office,
  organizations,
  overview,
  papers,
  partnerUnits,
  plans,
  randomInspection,
  receivedPapers,
  recovery,
  reports,
  rosters,
  sample,
  schedules,
  scoreSheets,
  schemeChange,
  schemes,
  search,
  session,
  shortfalls,
  tasks,
  townshipProfiles,
  unreleased,
  users,
  visits,
  visitSheets,
  waterChecks,
  year,
};
export type Contract = typeof contract;
