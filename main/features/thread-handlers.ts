import * as z from 'zod';
import type { Contract } from '#shared/contract/index.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { archive, archiveForCore } from './archive/index.ts';
import { analysis } from './assessment/analysis/index.ts';
import { exportForms } from './assessment/export/forms/handlers.ts';
import {
  assessment,
  assessmentDates,
  scoreHandOver,
  selfScoreGroups,
  selfScoresOf,
} from './assessment/index.ts';
import { judges } from './assessment/judges/index.ts';
import { scoreSheets } from './assessment/sheets/index.ts';
import { schemeChange } from './assessment/scheme-change/index.ts';
import { waterChecks } from './water-checks/index.ts';
import { year } from './assessment/year/index.ts';
import { attachmentsForCore, attachmentsWith } from './attachments/index.ts';
import { backups, backupsForCore } from './backups/index.ts';
import { brigadeHandOver, brigades } from './brigades/index.ts';
import { calendarWith } from './calendar/index.ts';
import {
  campaignDates,
  campaignList,
  campaigns,
  hidesSecretCampaigns,
  targetsFollowSite,
} from './campaigns/index.ts';
import { checklists } from './checklists/index.ts';
import { collectedLedgers } from './collected-ledgers.ts';
import { collectionDates, collectionsWith } from './collections/index.ts';
import { collectionReturnsWith } from './collections/returns/index.ts';
import { credit, creditDates, creditFollowsSite } from './credit/index.ts';
import { countyPlanDates, countyPlanHandOver, countyPlans } from './county-plans/index.ts';
import { deductions } from './deductions/index.ts';
import { drafts } from './drafts/index.ts';
import { duty, dutyDates, dutyLog } from './duty/index.ts';
import { establishmentHandOver, establishments } from './establishments/index.ts';
import { erasure, erasureForCore } from './erasure/index.ts';
import { evidence, evidenceKept } from './evidence/index.ts';
import { exchange } from './exchange/index.ts';
import { findings, findingsFollowSite } from './findings/index.ts';
import { fieldSources } from './field-sources.ts';
import { fireFigures } from './fire-figures/index.ts';
import { firstSteps } from './first-steps/index.ts';
import { foreignFormsForCore, foreignFormsWith } from './foreign-forms/index.ts';
import { historyForCoreWith, historyWith } from './history/index.ts';
import { holidayDates, holidaysWith } from './holidays/index.ts';
import { inspectionVehicles, inspectorHandOver, inspectors } from './inspectors/index.ts';
import { keySitesWith, siteHandOver } from './key-sites/index.ts';
import { ledgersFollowCalendar } from './ledgers/follow-calendar.ts';
import { ledgersFollowSite } from './ledgers/follow-site.ts';
import { ledgerHandOvers, ledgers } from './ledgers/index.ts';
import { citationSources } from './citation-sources.ts';
import { libraryForCore, libraryWith } from './library/index.ts';
import { boardsFollow, listedDates, listedSupervision } from './listed-supervision/index.ts';
import { manual } from './manual/index.ts';
import { noticeDates, noticesWith } from './notices/index.ts';
import { meetingDates, meetingList, meetings } from './meetings/index.ts';
import { objectionFilesKept, objections } from './objections/index.ts';
import { office, officeForCore } from './office/index.ts';
import { papers } from './papers/index.ts';
import { objectsFollowSite, publicationDates, randomInspection } from './random-inspection/index.ts';
import { receivedDates, receivedPapers } from './received-papers/index.ts';
import { partnerUnits } from './partner-units/index.ts';
import { plans } from './plans/index.ts';
import { organizationsWith } from './organizations/index.ts';
import { overviewWith } from './overview/index.ts';
import { countedSources, measureSources } from './measure-sources.ts';
import { reportsWith } from './reports/index.ts';
import { rosterDates, rosters } from './rosters/index.ts';
import { schedules } from './schedules/index.ts';
import { schemes } from './schemes/index.ts';
import { search } from './search/index.ts';
import { shortfallHandOver, shortfallsWith } from './shortfalls/index.ts';
import { taskDates, taskHandOver, tasks } from './tasks/index.ts';
import { townshipProfilesWith } from './township-profiles/index.ts';
import { unreleased } from './unreleased/index.ts';
import { users, usersForCore } from './users/index.ts';
import { visits, visitSheets } from './visits/index.ts';

z.config(z.locales.zhCN());

type ThreadHandlers = { [Feature in keyof Contract]: Handlers<Contract[Feature]> };

const collectionSources = {
  ledgers: collectedLedgers,
  selfScores: { of: selfScoresOf, groups: selfScoreGroups },
};

const features: ThreadHandlers = {
  about: {},
  analysis,
  archive,
  backups,
  assessment,
  attachments: attachmentsWith([evidenceKept, objectionFilesKept]),
  brigades,
  calendar: calendarWith([
    taskDates,
    meetingDates,
    noticeDates,
    listedDates,
    receivedDates,
    collectionDates,
    countyPlanDates,
    rosterDates,
    assessmentDates,
    campaignDates,
    publicationDates,
    dutyDates,
    creditDates,
    holidayDates,
  ]),
  campaignList,
  campaigns,
  checklists,
  collectionReturns: collectionReturnsWith(collectionSources),
  collections: collectionsWith(collectionSources),
  credit,
  countyPlans,
  deductions,
  drafts,
  duty,
  dutyLog,
  events: {},
  establishments,
  erasure,
  evidence,
  exchange,
  exportForms,
  files: {},
  findings,
  fireFigures,
  firstSteps,
  foreignForms: foreignFormsWith(fieldSources),
  history: historyWith(hidesSecretCampaigns),
  holidays: holidaysWith([ledgersFollowCalendar, boardsFollow]),
  inspectionVehicles,
  inspectors,
  jobs: {},
  judges,
  ledgers,
  keySites: keySitesWith([
    targetsFollowSite,
    findingsFollowSite,
    creditFollowsSite,
    objectsFollowSite,
    ledgersFollowSite,
  ]),
  library: libraryWith(citationSources),
  listedSupervision,
  manual,
  notices: noticesWith([boardsFollow]),
  meetingList,
  meetings,
  objections,
  office,
  papers,
  partnerUnits,
  plans,
  randomInspection,
  receivedPapers,
  recovery: {},
  overview: overviewWith(measureSources),
  organizations: organizationsWith([
    scoreHandOver,
    taskHandOver,
    siteHandOver,
    inspectorHandOver,
    ...ledgerHandOvers,
    establishmentHandOver,
    brigadeHandOver,
    countyPlanHandOver,
    shortfallHandOver,
  ]),
  reports: reportsWith(measureSources),
  rosters,
  sample: {},
  schedules,
  scoreSheets,
  schemeChange,
  schemes,
  search,
  session: {},
  shortfalls: shortfallsWith(countedSources),
  tasks,
  townshipProfiles: townshipProfilesWith(measureSources),
  unreleased,
  users,
  visits,
  visitSheets,
  waterChecks,
  year,
};

/** Read and write operations of every feature, for the writer and reader threads. */
export const threadHandlers = {
  ...features,
  archive: { ...archive, ...archiveForCore },
  backups: { ...backups, ...backupsForCore },
  attachments: { ...features.attachments, ...attachmentsForCore },
  erasure: { ...erasure, ...erasureForCore },
  foreignForms: { ...features.foreignForms, ...foreignFormsForCore },
  history: { ...features.history, ...historyForCoreWith(hidesSecretCampaigns) },
  library: { ...features.library, ...libraryForCore },
  office: { ...office, ...officeForCore },
  users: { ...users, ...usersForCore },
};
