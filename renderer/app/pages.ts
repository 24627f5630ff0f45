import { aboutPages } from '../features/about/pages.ts';
import { archivePages } from '../features/archive/pages.ts';
import { assessmentPages } from '../features/assessment/pages.ts';
import { backupPages } from '../features/backups/pages.ts';
import { brigadePages } from '../features/brigades/pages.ts';
import { calendarPages } from '../features/calendar/pages.ts';
import { campaignPages } from '../features/campaigns/pages.ts';
import { collectionPages } from '../features/collections/pages.ts';
import { creditPages } from '../features/credit/pages.ts';
import { dutyPages } from '../features/duty/pages.ts';
import { erasurePages } from '../features/erasure/pages.ts';
import { establishmentPages } from '../features/establishments/pages.ts';
import { checklistPages } from '../features/checklists/pages.ts';
import { exchangePages } from '../features/exchange/pages.ts';
import { findingPages } from '../features/findings/pages.ts';
import { fireFigurePages } from '../features/fire-figures/pages.ts';
import { foreignFormPages } from '../features/foreign-forms/pages.ts';
import { historyPages } from '../features/history/pages.ts';
import { homePages } from '../features/home/pages.ts';
import { inspectorPages } from '../features/inspectors/pages.ts';
import { keySitePages } from '../features/key-sites/pages.ts';
import { ledgerPages } from '../features/ledgers/pages.ts';
import { libraryPages } from '../features/library/pages.ts';
import { listedSupervisionPages } from '../features/listed-supervision/pages.ts';
import { manualPages } from '../features/manual/pages.ts';
import { noticePages } from '../features/notices/pages.ts';
import { meetingPages } from '../features/meetings/pages.ts';
import { officePages } from '../features/office/pages.ts';
import { organizationPages } from '../features/organizations/pages.ts';
import { overviewPages } from '../features/overview/pages.ts';
import { paperPages, paperSetupPages } from '../features/papers/pages.ts';
import { countyPlanPages } from '../features/county-plans/pages.ts';
import { planPages } from '../features/plans/pages.ts';
import { randomInspectionPages } from '../features/random-inspection/pages.ts';
import { receivedPaperPages } from '../features/received-papers/pages.ts';
import { reportPages } from '../features/reports/pages.ts';
import { rosterPages } from '../features/rosters/pages.ts';
import { schemePages } from '../features/schemes/pages.ts';
import { shortfallPages } from '../features/shortfalls/pages.ts';
import { taskPages } from '../features/tasks/pages.ts';
import { townshipProfilePages } from '../features/township-profiles/pages.ts';
import { userPages } from '../features/users/pages.ts';
import { visitPages } from '../features/visits/pages.ts';
import type { PageEntry } from './page-entry.ts';

/** Every page of the program; their order is that of the navigation. This file only unites. */
export const pages: readonly PageEntry[] = [
  ...homePages,
  ...overviewPages,
  ...calendarPages,
  ...taskPages,
  ...planPages,
  ...countyPlanPages,
  ...noticePages,
  ...listedSupervisionPages,
  ...campaignPages,
  ...visitPages,
  ...findingPages,
  ...keySitePages,
  ...inspectorPages,
  ...dutyPages,
  ...checklistPages,
  ...randomInspectionPages,
  ...creditPages,
  ...establishmentPages,
  ...brigadePages,
  ...townshipProfilePages,
  ...ledgerPages,
  ...fireFigurePages,
  ...shortfallPages,
  ...assessmentPages,
  ...schemePages,
  ...collectionPages,
  ...reportPages,
  ...foreignFormPages,
  ...archivePages,
  ...meetingPages,
  ...paperPages,
  ...receivedPaperPages,
  ...libraryPages,
  ...paperSetupPages,
  ...rosterPages,
  ...organizationPages,
  ...officePages,
  ...userPages,
  ...backupPages,
  ...exchangePages,
  ...historyPages,
  ...aboutPages,
  ...manualPages,
  ...erasurePages,
];
