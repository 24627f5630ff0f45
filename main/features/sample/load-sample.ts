import type { CoreServices } from '#main/core/dispatch/context.ts';
import { soleUserRoles } from '#shared/rights.ts';
import type { Caller } from '#main/core/handlers.ts';
import type { JobReport } from '#main/core/jobs/jobs.ts';
import { type FindUnit, readUnits } from './find-unit.ts';
import { loadCampaigns } from './load-campaigns.ts';
import { loadCredit } from './load-credit.ts';
import { loadCountyPlans } from './load-county-plans.ts';
import { loadDeductions } from './load-deductions.ts';
import { loadDuty } from './load-duty.ts';
import { loadEstablishments } from './load-establishments.ts';
import { loadFireFigures } from './load-fire-figures.ts';
import { loadLedgers } from './ledgers/load-ledgers.ts';
import { loadLibrary } from './load-library.ts';
import { loadListed } from './load-listed.ts';
import { loadChecklists } from './load-checklists.ts';
import { loadShortfalls } from './load-shortfalls.ts';
import { loadInspectors } from './load-inspectors.ts';
import { loadKeySites } from './load-key-sites.ts';
import { loadMeetings } from './load-meetings.ts';
import { loadNotices } from './load-notices.ts';
import { loadOrganizations, mergeTownship, renameUnit } from './load-organizations.ts';
import { loadPapers } from './load-papers.ts';
import { type GroupToLoad, loadPeriod } from './load-period.ts';
import { loadPlan } from './load-plan.ts';
import { loadRandomInspection } from './load-random-inspection.ts';
import { loadReceivedPapers } from './load-received-papers.ts';
import { loadRosters } from './load-rosters.ts';
import { loadScheme } from './load-scheme.ts';
import { loadTasks } from './load-tasks.ts';
import { loadVisits } from './load-visits.ts';
import { createRunOperation, type RunOperation } from './run-operation.ts';
import { readSampleData, type SampleData, type SamplePeriod } from './sample-data.ts';

interface Enterer {
  uid: string;
  name: string;
}

const PERIOD_SEEDS = 1_000;

/** Fills an empty office through the program's own operations, as its first user would. */
export async function loadSample(core: CoreServices, first: Caller, report: JobReport): Promise<void> {
  const data = readSampleData(core.resourcesFolder);
  const { city, schemes, scores } = data;
  const { officeName, userName, cityName } = city;
  report(0, '建立办公室');
  const setUp = { officeName, userName, cityName, cityCode: null, memberUnits: false };
  await createRunOperation(core, first)('office', 'setUp', setUp);
  const run = createRunOperation(core, await firstUser(core, first));

  report(0.05, '录入区县、乡镇街道和成员单位');
  const organizations = await loadOrganizations(run, city);
  report(0.15, '编制两个考核方案');
  const ownMark = { name: city.tradeMark, key: organizations.tradeMark };
  const { inForceFrom } = scores;
  const countyScheme = await loadScheme(run, { scheme: schemes.counties, ownMark, inForceFrom });
  report(0.3, '编制两个考核方案');
  const unitScheme = await loadScheme(run, { scheme: schemes.memberUnits, ownMark, inForceFrom });

  const groups: GroupToLoad[] = [
    {
      part: 'counties',
      name: '县(市、区)和开发区',
      schemeUid: countyScheme,
      scheme: schemes.counties,
      organizations: organizations.counties,
    },
    {
      part: 'memberUnits',
      name: '成员单位',
      schemeUid: unitScheme,
      scheme: schemes.memberUnits,
      organizations: organizations.memberUnits,
    },
  ];
  await mergeTownship(run, city, organizations);
  await renameUnit(run, city, organizations);
  const find = await readUnits(run, yearOf(scores.periods));
  report(0.38, '编制名册');
  await loadRosters(run, find, data.rosters);
  report(0.4, '交办督办任务');
  await loadTasks(run, find, data.tasks);
  await loadPaperwork(run, find, data, report);
  report(0.52, '登记重点单位和督查人员');
  await loadKeySites(run, data.keySites);
  // They name key sites.
  await loadLedgers(run);
  await loadInspectors(run, data.inspectors);
  await loadChecklists(run);
  await loadLibrary(run, data.library);
  report(0.53, '开展专项督查');
  await loadCampaigns(run, data.campaigns);
  report(0.53, '安排值班');
  await loadDuty(run, data.duty);
  await loadVisits(run, data.visits);
  await loadCredit(run);
  await loadRandomInspection(run);
  for (const [place, period] of scores.periods.entries()) {
    report(0.54 + (0.46 * place) / scores.periods.length, period.title);
    await loadPeriod(run, period, groups, scores.seed + place * PERIOD_SEEDS);
  }
  await loadDeductions(run, data.deductions);
}

function yearOf(periods: readonly SamplePeriod[]): { firstDay: string; lastDay: string } {
  return { firstDay: periods[0]?.firstDay ?? '', lastDay: periods.at(-1)?.lastDay ?? '' };
}

/** In the order of the year: a notice presses a task that minutes gave out. */
async function loadPaperwork(
  run: RunOperation,
  find: FindUnit,
  data: SampleData,
  report: JobReport,
): Promise<void> {
  await loadPapers(run, data.papers);
  report(0.42, '召开会议，印发纪要');
  await loadMeetings(run, find, data.meetings);
  report(0.47, '编制实施方案');
  const plan = await loadPlan(run, find, data.plan);
  await loadCountyPlans(run, find, { planUid: plan.uid, ...data.countyPlans });
  report(0.5, '登记收文、督办函和挂牌督办');
  await loadReceivedPapers(run, data.receivedPapers);
  await loadNotices(run, find, data.notices);
  await loadListed(run, find, data.listed);
  await loadEstablishments(run);
  await loadFireFigures(run);
  await loadShortfalls(run);
}

async function firstUser(core: CoreServices, caller: Caller): Promise<Caller> {
  const [user] = (await core.read('users.forSessions', null, caller)) as Enterer[];
  return { ...caller, userUid: user?.uid ?? null, userName: user?.name ?? '', roles: soleUserRoles };
}
