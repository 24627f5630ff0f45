import type { JobWork } from '#main/core/jobs/run-job.ts';
import { solveScheduleJob } from '#main/core/solver/job.ts';
import { makeDiagnosis, writeDiagnosis } from './about/jobs.ts';
import { surveyYearWith, writeArchiveWith } from './archive/jobs.ts';
import { archiveParts } from './archive-parts.ts';
import { exportPeriod } from './assessment/export/jobs.ts';
import { exportScoreSheets, readScoreSheets, writeScoreForms } from './assessment/sheets/jobs.ts';
import { exportChecklist, readChecklistWorkbook, writeChecklistForm } from './checklists/jobs.ts';
import { exportCorrections } from './collections/returns/correction-job.ts';
import { exportCollected, handOutWorkbooks, readDesignedForm } from './collections/jobs.ts';
import { exportCheck } from './county-plans/ledger.ts';
import { exportInspectors } from './inspectors/export.ts';
import { exportCreditLists } from './credit/ledger.ts';
import { writeCreditList } from './credit/list-form.ts';
import { exportTargets, writeDrawingRecord } from './campaigns/export.ts';
import { hidesSecretCampaigns } from './campaigns/secrecy/row-screen.ts';
import { proposeRoster } from './duty/propose/job.ts';
import { writeLogSheet, writeSheet } from './duty/sheet-job.ts';
import { exportRoster } from './duty/workbook.ts';
import { exportBrigades } from './brigades/ledger.ts';
import { findPersonalWith } from './erasure/find.ts';
import { exportEstablishments } from './establishments/ledger.ts';
import { makePack, openPack } from './exchange/jobs.ts';
import { previewPack } from './exchange/preview-job.ts';
import { exportAll } from './exchange/whole/export-all.ts';
import { importAll } from './exchange/whole/import-all.ts';
import { countFindings, exportFindings } from './findings/export.ts';
import { addUpResults } from './findings/results/add-up-job.ts';
import { exportResults } from './findings/results/export.ts';
import { exportFireMonth } from './fire-figures/export.ts';
import { fieldSources } from './field-sources.ts';
import { fillFormWith, openForm, previewFormWith, readForm } from './foreign-forms/jobs.ts';
import { exportLogWith } from './history/export.ts';
import { exportRights } from './users/rights-table.ts';
import { exportSites } from './key-sites/ledger.ts';
import { exportLedger } from './ledgers/export.ts';
import { citationSources } from './citation-sources.ts';
import { exportLibraryWith } from './library/export.ts';
import { readFileTexts } from './library/file-texts.ts';
import { exportListed } from './listed-supervision/ledger.ts';
import { exportNoticesDocx } from './notices/docx-export.ts';
import { exportNotices } from './notices/ledger.ts';
import { writeSignInSheet } from './meetings/sign-in-sheet.ts';
import { exportOrganizations } from './organizations/jobs.ts';
import { printPapersToPdf, writeDraftForm, writePaperToDocx } from './papers/print/jobs.ts';
import { exportPaperRegister } from './papers/register-export.ts';
import { exportPartners } from './partner-units/export.ts';
import {
  exportCertificate,
  exportDrawn,
  exportPlan,
  exportPublication,
  writeCertificate,
  writePublication,
} from './random-inspection/exports.ts';
import { exportReceivedRegister, writeHandlingForm } from './received-papers/jobs.ts';
import { countedSources, measureSources } from './measure-sources.ts';
import { exportShortfallsWith } from './shortfalls/workbook.ts';
import { exportProfileWith, writeProfilePaperWith } from './township-profiles/jobs.ts';
import { exportReportsWith, exportSet, writeReportPaperWith, writeSetPapers } from './reports/jobs.ts';
import { exportRosters } from './rosters/export/job.ts';
import { exportSchedule, writeScheduleSheet, writeTaskSheets } from './schedules/jobs.ts';
import { exportSchemeWorkbook, readSchemeTable } from './schemes/jobs.ts';
import { exportTasks } from './tasks/jobs.ts';
import { readOpenedText } from './tasks/open-text.ts';
import { exportMonthlyReport } from './tasks/report-export.ts';
import { exportRecordSheets } from './visits/sheets/export.ts';
import { writeRecordForms } from './visits/sheets/forms.ts';
import { readRecordSheets } from './visits/sheets/read-job.ts';

/** Every other job by name, for the job threads; an export's is its operation's. */
export const jobWork: Readonly<Record<string, JobWork>> = {
  'archive.survey': surveyYearWith(archiveParts),
  'archive.write': writeArchiveWith(archiveParts),
  'assessment.exportWorkbook': exportPeriod,
  'checklists.read': readChecklistWorkbook,
  'checklists.exportWorkbook': exportChecklist,
  'checklists.writeForm': writeChecklistForm,
  'collectionReturns.exportCorrections': exportCorrections,
  'collections.readForm': readDesignedForm,
  'collections.handOut': handOutWorkbooks,
  'collections.exportTable': exportCollected,
  'countyPlans.exportCheck': exportCheck,
  'inspectors.exportPool': exportInspectors,
  'campaigns.exportTargets': exportTargets,
  'campaigns.writeDrawingRecord': writeDrawingRecord,
  'credit.exportLists': exportCreditLists,
  'credit.writePaper': writeCreditList,
  'duty.propose': proposeRoster,
  'duty.writeSheet': writeSheet,
  'duty.exportRoster': exportRoster,
  'dutyLog.writeSheet': writeLogSheet,
  'brigades.exportLedger': exportBrigades,
  'erasure.find': findPersonalWith(hidesSecretCampaigns),
  'establishments.exportLedger': exportEstablishments,
  'exchange.make': makePack,
  'exchange.open': openPack,
  'exchange.preview': previewPack,
  'exchange.exportAll': exportAll,
  'exchange.importAll': importAll,
  'findings.countAll': countFindings,
  'findings.addUp': addUpResults,
  'findings.exportLedger': exportFindings,
  'findings.exportResults': exportResults,
  'fireFigures.exportMonth': exportFireMonth,
  'foreignForms.read': readForm,
  'foreignForms.open': openForm,
  'foreignForms.preview': previewFormWith(fieldSources),
  'foreignForms.fillIn': fillFormWith(fieldSources),
  'keySites.exportLedger': exportSites,
  'users.exportRights': exportRights,
  'about.diagnose': makeDiagnosis,
  'about.saveDiagnosis': writeDiagnosis,
  'history.exportLog': exportLogWith(hidesSecretCampaigns),
  'ledgers.exportLedger': exportLedger,
  'library.readFiles': readFileTexts,
  'library.exportList': exportLibraryWith(citationSources),
  'listedSupervision.exportLedger': exportListed,
  'notices.exportLedger': exportNotices,
  'notices.exportDocx': exportNoticesDocx,
  'meetings.exportSignIn': writeSignInSheet,
  'organizations.exportWorkbook': exportOrganizations,
  'papers.writeDocx': writePaperToDocx,
  'papers.writeDraftForm': writeDraftForm,
  'papers.writePdf': printPapersToPdf,
  'papers.exportRegister': exportPaperRegister,
  'partnerUnits.exportWorkbook': exportPartners,
  'randomInspection.exportPlan': exportPlan,
  'randomInspection.writeCertificate': writeCertificate,
  'randomInspection.exportCertificate': exportCertificate,
  'randomInspection.exportDrawn': exportDrawn,
  'randomInspection.writePublication': writePublication,
  'randomInspection.exportPublication': exportPublication,
  'receivedPapers.exportRegister': exportReceivedRegister,
  'receivedPapers.writeHandlingForm': writeHandlingForm,
  'reports.writePaper': writeReportPaperWith(measureSources),
  'reports.exportWorkbook': exportReportsWith(measureSources),
  'reports.writeSetPapers': writeSetPapers,
  'reports.exportSet': exportSet,
  'shortfalls.exportTable': exportShortfallsWith(countedSources),
  'townshipProfiles.writePaper': writeProfilePaperWith(measureSources),
  'townshipProfiles.exportWorkbook': exportProfileWith(measureSources),
  'rosters.exportWorkbook': exportRosters,
  'schedule.solve': solveScheduleJob,
  'schedules.writeSheet': writeScheduleSheet,
  'schedules.writeTaskSheets': writeTaskSheets,
  'schedules.exportWorkbook': exportSchedule,
  'scoreSheets.exportWorkbook': exportScoreSheets,
  'scoreSheets.read': readScoreSheets,
  'scoreSheets.writeForms': writeScoreForms,
  'schemes.read': readSchemeTable,
  'schemes.exportWorkbook': exportSchemeWorkbook,
  'tasks.exportWorkbook': exportTasks,
  'tasks.openText': readOpenedText,
  'tasks.exportMonthlyReport': exportMonthlyReport,
  'visitSheets.exportWorkbook': exportRecordSheets,
  'visitSheets.read': readRecordSheets,
  'visitSheets.writeForms': writeRecordForms,
};
