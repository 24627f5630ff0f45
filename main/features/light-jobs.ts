import type { JobWork } from '#main/core/jobs/run-job.ts';
import { readList } from '#main/core/table-import/read-list.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { returnedChecks } from './returned-checks.ts';

const backups = () => import('./backups/jobs.ts');

/**
 * Jobs that need none of the libraries that write workbooks and papers, by name: each loads what is its own. So a thread
 * starts in half the time and with 50 MB less, which counts where a long table is read while a backup is made.
 */
export const lightJobs: Readonly<Record<string, () => Promise<JobWork>>> = {
  'backups.make': async () => (await backups()).makeBackups,
  'backups.clean': async () => (await backups()).cleanKeptFiles,
  'backups.drill': async () => (await backups()).drillBackup,
  'backups.seal': async () => (await backups()).sealBackups,
  'backups.preview': async () => (await backups()).previewBackup,
  'backups.restore': async () => (await backups()).restoreBackup,
  'collectionReturns.receive': async () =>
    (await import('./collections/returns/read-job.ts')).readReturnsWith(returnedChecks),
  'brigades.readTable': async () => readList((await import('./brigades/import.ts')).brigadeImport),
  'campaignList.readTable': async () =>
    readList((await import('./campaigns/import/campaign-import.ts')).campaignImport),
  'campaigns.readTable': async () =>
    readList((await import('./campaigns/import/target-import.ts')).targetImport),
  'countyPlans.readTable': async () => readList((await import('./county-plans/import.ts')).countyTaskImport),
  'credit.readTable': async () => readList((await import('./credit/import.ts')).creditImport),
  'duty.readTable': async () => readList((await import('./duty/people-import.ts')).dutyPersonImport),
  'establishments.readTable': async () =>
    readList((await import('./establishments/import.ts')).establishmentImport),
  'findings.readTable': async () => readList((await import('./findings/import.ts')).findingImport),
  'fireFigures.readTable': async () => readList((await import('./fire-figures/import.ts')).fireImport),
  'inspectionVehicles.readTable': async () =>
    readList((await import('./inspectors/import/vehicle-import.ts')).vehicleImport),
  'inspectors.readTable': async () =>
    readList((await import('./inspectors/import/inspector-import.ts')).inspectorImport),
  'keySites.readTable': async () => readList((await import('./key-sites/import/site-import.ts')).siteImport),
  'library.readTable': async () => readList((await import('./library/import.ts')).libraryImport),
  'listedSupervision.readTable': async () =>
    readList((await import('./listed-supervision/import.ts')).listedImport),
  'meetingList.readTable': async () => readList((await import('./meetings/list-import.ts')).meetingImport),
  'meetings.readTable': async () => readList((await import('./meetings/import.ts')).attendeeImport),
  'notices.readTable': async () =>
    readList((await import('./notices/earlier-import.ts')).earlierNoticeImport),
  'organizations.readTable': async () =>
    readList((await import('./organizations/import/organization-import.ts')).organizationImport),
  'papers.readTable': async () => readList((await import('./papers/earlier-import.ts')).earlierImport),
  'partnerUnits.readTable': async () => readList((await import('./partner-units/import.ts')).partnerImport),
  'randomInspection.readTable': async () =>
    readList((await import('./random-inspection/import.ts')).objectImport),
  'receivedPapers.readTable': async () =>
    readList((await import('./received-papers/import.ts')).receivedImport),
  'rosters.readTable': async () => readList((await import('./rosters/import/roster-import.ts')).rosterImport),
  'shortfalls.readTable': async () => readList((await import('./shortfalls/import.ts')).shortfallImport),
  'tasks.readTable': async () => readList((await import('./tasks/import.ts')).taskImport),
  ...Object.fromEntries(
    ledgerDefinitions.map(({ key }) => [
      `ledgers.${key}.readTable`,
      async () => readList((await import('./ledgers/import.ts')).importOf(key)),
    ]),
  ),
};
