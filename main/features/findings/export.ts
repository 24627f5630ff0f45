import { join } from 'node:path';
import type { FindingFilter, FindingRow } from '#shared/contract/findings.ts';
import { INTERNAL_MARK, withheldRemarks } from '#shared/rules/campaigns/words.ts';
import { severityNames } from '#shared/rules/findings/model.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { isSecret, knownCampaign, requireCampaign, type Started } from '#main/features/campaigns/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { taskSettings } from '#main/features/tasks/index.ts';
import { pagesOfFilter, viewsOf } from './list.ts';
import { inspectionOf, type FindingRecord, findingByUid, photosOf } from './queries.ts';
import { secretFindingUids } from './secret.ts';
import { requireFinding, rowsOf } from './rows.ts';
import { leaderOf, reinspectionText } from './said-of.ts';

export interface LedgerInput extends Started {
  filter: FindingFilter;
  /** Chosen ones only; null: everything that the filter shows. */
  uids: string[] | null;
}

const listColumns = [
  ['序号', 6, 'center'],
  ['县(市、区)', 11, 'left'],
  ['被督查单位(场所)', 22, 'left'],
  ['部位', 12, 'left'],
  ['存在的问题', 36, 'left'],
  ['级别', 11, 'center'],
  ['违反的条款', 22, 'left'],
  ['整改要求', 26, 'left'],
  ['责任单位', 14, 'left'],
  ['发现日期', 11, 'center'],
  ['整改时限', 11, 'center'],
  ['督查', 20, 'left'],
  ['检查组', 9, 'center'],
  ['检查人员', 12, 'left'],
  ['照片(张)', 6, 'center'],
] as const;

const ledgerColumns = [
  ['序号', 5, 'center'],
  ['县(市、区)', 9, 'left'],
  ['被督查单位(场所)', 17, 'left'],
  ['部位', 9, 'left'],
  ['存在的问题', 27, 'left'],
  ['级别', 9, 'center'],
  ['发现日期', 11, 'center'],
  ['整改标准(要求)', 20, 'left'],
  ['责任单位', 12, 'left'],
  ['责任', 9, 'left'],
  ['措施', 16, 'left'],
  ['资金', 8, 'left'],
  ['时限', 9, 'left'],
  ['预案', 12, 'left'],
  ['包案领导', 8, 'center'],
  ['整改时限', 11, 'center'],
  ['催办次数', 5, 'center'],
  ['复查情况', 20, 'left'],
  ['照片(整改前/后)', 8, 'center'],
  ['状态', 11, 'center'],
  ['销号日期', 11, 'center'],
  ['销号人', 8, 'center'],
] as const;

/** What goes into the sheets, page by page. */
interface Told {
  rows: () => Iterable<FindingRow>;
  /** Behind titles. */
  mark: string;
}

/** 问题清单 and 整改台账. @returns path of the workbook in the job's own folder, and the mark for its name */
export async function exportFindings(
  input: LedgerInput,
  job: JobContext,
): Promise<{ path: string; mark: string; remarks: string[] }> {
  job.progress(null, '写入问题清单和整改台账');
  const path = join(job.temporaryFolder, 'findings.xlsx');
  const known = knownSecret(input, job.db);
  const hidden = new Set(secretFindingUids(job.db, known));
  const withheld = new Set<string>();
  function* rows(): Generator<FindingRow> {
    for (const row of rowsToWrite(job.db, input))
      if (hidden.has(row.uid)) withheld.add(row.uid);
      else yield row;
  }
  const told: Told = { rows, mark: known === null ? '' : INTERNAL_MARK };
  const sheets = [listSheet(told, input, job), ledgerSheet(told, input, job)];
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path, mark: told.mark, remarks: withheldRemarks(withheld.size, '处问题') };
}

/** The local id of the secret campaign that is asked for by itself, by somebody who knows of it; else null. */
function knownSecret({ filter, by: caller, today }: LedgerInput, db: ReadStore): number | null {
  if (filter.campaignUid === null) return null;
  const campaign = requireCampaign(db, filter.campaignUid);
  return isSecret(campaign) && knownCampaign({ db, caller, today }, campaign) !== null ? campaign.id : null;
}

/** How many there really are. */
export function countFindings(
  { filter, today }: { filter: FindingFilter; today: string },
  job: JobContext,
): { total: number } {
  job.progress(null, '正在统计');
  return { total: viewsOf(job.db, filter, today, Number.MAX_SAFE_INTEGER)[filter.view] };
}

function listSheet(told: Told, input: LedgerInput, { db }: JobContext): PaperSheet {
  return listPaper({
    name: '问题清单',
    columns: listColumns,
    title: `消防安全督查问题清单${told.mark}`,
    caption: captionOf(db, input),
    rows: numbered(db, told, (row, record) => [
      row.countyName,
      row.place,
      row.spot,
      row.what,
      severityText(row, record),
      record.article,
      record.demand,
      leads(row),
      row.foundOn,
      row.task.dueOn,
      row.campaignTitle,
      ...foundBy(db, record),
    ]),
    frozenColumns: 3,
  });
}

function ledgerSheet(told: Told, input: LedgerInput, { db }: JobContext): PaperSheet {
  const { warningDays } = taskSettings(db);
  return listPaper({
    name: '整改台账',
    columns: ledgerColumns,
    title: `消防安全督查问题整改台账${told.mark}`,
    caption: captionOf(db, input),
    rows: numbered(db, told, (row, record) => [
      row.countyName,
      row.place,
      row.spot,
      row.what,
      severityText(row, record),
      row.foundOn,
      record.demand,
      leads(row),
      record.responsible,
      record.measures,
      record.funds,
      record.time_limit,
      record.emergency_plan,
      leaderOf(db, record),
      row.task.dueOn,
      row.task.pressedCount,
      reinspectionText(db, record),
      photosText(db, record),
      lightOf(row.task, input.today, warningDays).word,
      row.task.status === 'closed' ? row.task.closedOn : null,
      row.task.status === 'closed' ? record.closed_by : null,
    ]),
    frozenColumns: 3,
  });
}

type Cells = Parameters<typeof paperRow>[0];

function* numbered(
  db: ReadStore,
  { rows }: Told,
  cellsOf: (row: FindingRow, record: FindingRecord) => Cells,
): Generator<PaperRow> {
  let place = 0;
  for (const row of rows()) {
    const record = db.get(findingByUid, { uid: row.uid });
    if (record === undefined) continue;
    place += 1;
    yield paperRow([place, ...cellsOf(row, record)]);
  }
}

function* rowsToWrite(db: ReadStore, { filter, uids, today }: LedgerInput): Generator<FindingRow> {
  if (uids === null) for (const rows of pagesOfFilter(db, filter, today)) yield* rows;
  else
    yield* rowsOf(
      db,
      uids.map((uid) => requireFinding(db, uid)),
      today,
    );
}

function captionOf(db: ReadStore, { today }: LedgerInput): PaperSheet['caption'] {
  return { left: paperSettings(db).printer, right: `截至 ${today}` };
}

function severityText({ severity }: FindingRow, { element }: FindingRecord): string {
  return element === '' ? severityNames[severity] : `${severityNames[severity]}(${element})`;
}

function leads({ task }: FindingRow): string {
  return task.units
    .filter(({ role }) => role === 'lead')
    .map(({ name }) => name)
    .join('、');
}

function foundBy(db: ReadStore, { uid, visit_id: visitId }: FindingRecord): Cells {
  const visit = visitId === null ? undefined : db.get(inspectionOf, { visitId });
  return [visit?.team ?? '', visit?.inspectors ?? '', db.get(photosOf, { uid })?.before ?? 0];
}

function photosText(db: ReadStore, { uid }: FindingRecord): string {
  const { before = 0, after = 0 } = db.get(photosOf, { uid }) ?? {};
  return before + after === 0 ? '' : `${before}/${after}`;
}
