import type { Contract } from '#shared/contract/index.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { aboutServices } from './about/services.ts';
import { archiveServices } from './archive/services.ts';
import { assessmentServices } from './assessment/export/services.ts';
import { scoreSheetServices } from './assessment/sheets/services.ts';
import { attachmentServices } from './attachments/services.ts';
import { backupServices } from './backups/services.ts';
import { campaignListServices, campaignServices } from './campaigns/services.ts';
import { checklistServices } from './checklists/services.ts';
import { collectionReturnServices } from './collections/returns/services.ts';
import { collectionServices } from './collections/services.ts';
import { creditServices } from './credit/services.ts';
import { countyPlanServices } from './county-plans/services.ts';
import { draftServices } from './drafts/services.ts';
import { dutyLogServices, dutyServices } from './duty/services.ts';
import { erasureServices } from './erasure/services.ts';
import { eventServices } from './events/services.ts';
import { brigadeServices } from './brigades/services.ts';
import { establishmentServices } from './establishments/services.ts';
import { evidenceServices } from './evidence/services.ts';
import { exchangeServices } from './exchange/services.ts';
import { fileServices } from './files/services.ts';
import { findingServices } from './findings/services.ts';
import { fireFigureServices } from './fire-figures/services.ts';
import { foreignFormServices } from './foreign-forms/services.ts';
import { historyServices } from './history/services.ts';
import { inspectionVehicleServices, inspectorServices } from './inspectors/services.ts';
import { jobServices } from './jobs/services.ts';
import { keySiteServices } from './key-sites/services.ts';
import { ledgerServices } from './ledgers/services.ts';
import { libraryServices } from './library/services.ts';
import { listedSupervisionServices } from './listed-supervision/services.ts';
import { noticeServices } from './notices/services.ts';
import { meetingListServices, meetingServices } from './meetings/services.ts';
import { officeServices } from './office/services.ts';
import { organizationServices } from './organizations/services.ts';
import { paperServices } from './papers/services.ts';
import { partnerUnitServices } from './partner-units/services.ts';
import { randomInspectionServices } from './random-inspection/services.ts';
import { receivedPaperServices } from './received-papers/services.ts';
import { recoveryServices } from './recovery/services.ts';
import { reportServices } from './reports/services.ts';
import { rosterServices } from './rosters/services.ts';
import { sampleServices } from './sample/services.ts';
import { scheduleServices } from './schedules/services.ts';
import { userServices } from './users/services.ts';
import { visitSheetServices } from './visits/services.ts';
import { schemeServices } from './schemes/services.ts';
import { sessionServices } from './session/services.ts';
import { shortfallServices } from './shortfalls/services.ts';
import { taskServices } from './tasks/services.ts';
import { townshipProfileServices } from './township-profiles/services.ts';

type AllServices = { [Feature in keyof Contract]: Services<Contract[Feature], ServiceContext> };

/** Service operations of every feature, for the dispatching process. */
export const services: AllServices = {
  about: aboutServices,
  analysis: {},
  archive: archiveServices,
  assessment: assessmentServices,
  attachments: attachmentServices,
  backups: backupServices,
  calendar: {},
  campaignList: campaignListServices,
  campaigns: campaignServices,
  checklists: checklistServices,
  collectionReturns: collectionReturnServices,
  collections: collectionServices,
  credit: creditServices,
  countyPlans: countyPlanServices,
  deductions: {},
  drafts: draftServices,
  duty: dutyServices,
  dutyLog: dutyLogServices,
  erasure: erasureServices,
  events: eventServices,
  brigades: brigadeServices,
  establishments: establishmentServices,
  evidence: evidenceServices,
  exchange: exchangeServices,
  exportForms: {},
  files: fileServices,
  findings: findingServices,
  fireFigures: fireFigureServices,
  firstSteps: {},
  foreignForms: foreignFormServices,
  history: historyServices,
  holidays: {},
  inspectionVehicles: inspectionVehicleServices,
  inspectors: inspectorServices,
  jobs: jobServices,
  judges: {},
  keySites: keySiteServices,
  ledgers: ledgerServices,
  library: libraryServices,
  listedSupervision: listedSupervisionServices,
  manual: {},
  notices: noticeServices,
  meetingList: meetingListServices,
  meetings: meetingServices,
  objections: {},
  office: officeServices,
  organizations: organizationServices,
  overview: {},
  papers: paperServices,
  partnerUnits: partnerUnitServices,
  plans: {},
  randomInspection: randomInspectionServices,
  receivedPapers: receivedPaperServices,
  recovery: recoveryServices,
  reports: reportServices,
  rosters: rosterServices,
  sample: sampleServices,
  schedules: scheduleServices,
  scoreSheets: scoreSheetServices,
  schemeChange: {},
  schemes: schemeServices,
  search: {},
  session: sessionServices,
  shortfalls: shortfallServices,
  tasks: taskServices,
  townshipProfiles: townshipProfileServices,
  unreleased: {},
  users: userServices,
  visits: {},
  visitSheets: visitSheetServices,
  waterChecks: {},
  year: {},
};
