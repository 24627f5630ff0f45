import type { ArchivePart } from '#main/core/archive/archive-part.ts';
import { assessmentArchive } from './assessment/archive.ts';
import { brigadeArchive } from './brigades/archive.ts';
import { campaignArchive } from './campaigns/archive.ts';
import { collectedLedgers } from './collected-ledgers.ts';
import { collectionArchiveWith } from './collections/archive.ts';
import { creditArchive } from './credit/archive.ts';
import { dutyArchive } from './duty/archive.ts';
import { establishmentArchive } from './establishments/archive.ts';
import { evidenceArchive } from './evidence/archive.ts';
import { findingArchive } from './findings/archive.ts';
import { fireArchive } from './fire-figures/archive.ts';
import { foreignFormArchive } from './foreign-forms/archive.ts';
import { keySiteArchive } from './key-sites/archive.ts';
import { ledgerArchives } from './ledgers/archive.ts';
import { citationSources } from './citation-sources.ts';
import { libraryArchiveWith } from './library/archive.ts';
import { listedArchive } from './listed-supervision/archive.ts';
import { countedSources } from './measure-sources.ts';
import { meetingArchive } from './meetings/archive.ts';
import { noticeArchive } from './notices/archive.ts';
import { objectionArchive } from './objections/archive.ts';
import { organizationArchive } from './organizations/archive.ts';
import { paperArchive } from './papers/archive.ts';
import { planArchive } from './plans/archive.ts';
import { receivedArchive } from './received-papers/archive.ts';
import { randomArchive } from './random-inspection/archive.ts';
import { reportArchive } from './reports/archive.ts';
import { rosterArchive } from './rosters/archive.ts';
import { scheduleArchive } from './schedules/archive.ts';
import { shortfallArchiveWith } from './shortfalls/archive.ts';
import { taskArchive } from './tasks/archive.ts';
import { visitArchive } from './visits/archive.ts';

/** Everything that a yearly archive holds, in the order of its numbered folders. */
export const archiveParts: readonly ArchivePart[] = [
  paperArchive,
  receivedArchive,
  meetingArchive,
  taskArchive,
  planArchive,
  noticeArchive,
  listedArchive,
  campaignArchive,
  scheduleArchive,
  visitArchive,
  findingArchive,
  assessmentArchive,
  evidenceArchive,
  objectionArchive,
  rosterArchive,
  dutyArchive,
  keySiteArchive,
  organizationArchive,
  establishmentArchive,
  brigadeArchive,
  fireArchive,
  shortfallArchiveWith(countedSources),
  creditArchive,
  reportArchive,
  ...ledgerArchives,
  libraryArchiveWith(citationSources),
  randomArchive,
  collectionArchiveWith({ ledgers: collectedLedgers }),
  foreignFormArchive,
];
