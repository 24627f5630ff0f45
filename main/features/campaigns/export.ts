import { join } from 'node:path';
import type { CampaignTarget } from '#shared/contract/campaigns.ts';
import { announcedWord, shareText, targetOriginNames } from '#shared/rules/campaigns/words.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type FormInput, type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { campaignUidOfDrawing, requireDrawing } from './drawing-rows.ts';
import { requireKnown } from './find.ts';
import { fileTitle } from './log-words.ts';
import { drawingRecordOf } from './record-form.ts';
import type { Asker, KnownCampaign } from './secrecy/access.ts';
import type { Started } from './secrecy/started.ts';
import { coverageOfCampaign, listedRows } from './target-list.ts';

export interface TargetsInput extends Started {
  uid: string;
}

export type RecordInput = FormInput & Started;

const columns = [
  ['序号', 6, 'center'],
  ['县(市、区)', 14, 'left'],
  ['乡镇(街道)', 14, 'left'],
  ['督查对象', 30, 'left'],
  ['类别', 24, 'left'],
  ['行业', 12, 'center'],
  ['地址', 28, 'left'],
  ['负责人', 10, 'center'],
  ['联系电话', 15, 'center'],
  ['来源', 20, 'left'],
  ['预计用时(分钟)', 9, 'center'],
  ['督查日期', 12, 'center'],
  ['备注', 18, 'left'],
] as const;

/** 督查对象名单, with how much of the ledger it covers. @returns path in the job's own folder */
export async function exportTargets(
  { uid, today, by: caller }: TargetsInput,
  job: JobContext,
): Promise<{ path: string; title: string }> {
  job.progress(null, '写入名单');
  const campaign = requireKnown({ db: job.db, caller, today }, uid);
  const path = join(job.temporaryFolder, 'targets.xlsx');
  const sheets = [listSheet(campaign, today, job), coverageSheet(campaign, today, job)];
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path, title: fileTitle(campaign) };
}

function listSheet(campaign: KnownCampaign, today: string, { db }: JobContext): PaperSheet {
  const days = `${campaign.first_day} 至 ${campaign.last_day}，${announcedWord(campaign.announced === 1)}`;
  return listPaper({
    name: '督查对象名单',
    columns,
    title: `${campaign.title.replace(/督查$/u, '')}督查对象名单`,
    caption: { left: paperSettings(db).printer, right: days },
    rows: listedRows(db, campaign, today).map((target, index) =>
      rowOf(target, index + 1, campaign.minutes_per_visit),
    ),
    frozenColumns: 4,
  });
}

function rowOf(target: CampaignTarget, place: number, usualMinutes: number): PaperRow {
  const { origin, drawnAs } = target;
  return paperRow([
    place,
    target.countyName,
    target.townshipName,
    target.name,
    target.kindNames.join('、'),
    target.tradeName,
    target.address,
    target.responsiblePerson,
    target.phone,
    drawnAs === '' ? targetOriginNames[origin] : `${targetOriginNames[origin]}：${drawnAs}`,
    target.minutes ?? usualMinutes,
    target.visitedOn,
    target.note,
  ]);
}

/** County by kind: on the ledger, on the list, the share of it. */
function coverageSheet(campaign: KnownCampaign, today: string, { db }: JobContext): PaperSheet {
  const { counties, kinds, rows, total } = coverageOfCampaign(db, campaign, today);
  const names = new Map(counties.map(({ uid, name }) => [uid, name]));
  const line = (name: string, { kinds: shares, targets, visited }: typeof total): PaperRow =>
    paperRow([
      name,
      ...shares.flatMap(({ sites, listed }) => [sites, listed, shareText(listed, sites)]),
      targets,
      visited,
    ]);
  return listPaper({
    name: '覆盖情况',
    columns: [
      ['县(市、区)', 16, 'left'],
      ...kinds.flatMap(
        ({ name }) =>
          [
            [`${name}(在册)`, 12, 'center'],
            [`${name}(列入)`, 12, 'center'],
            [`${name}(覆盖率)`, 12, 'center'],
          ] as const,
      ),
      ['督查对象合计', 12, 'center'],
      ['已督查', 10, 'center'],
    ],
    title: `${campaign.title}覆盖情况`,
    caption: { left: paperSettings(db).printer, right: `截至 ${today}` },
    rows: [...rows.map((row) => line(names.get(row.countyUid) ?? '', row)), line('合计', total)],
    frozenColumns: 1,
  });
}

/** 抽取记录 as a file. @returns path in the job's own folder */
export function writeDrawingRecord(
  { uid, format, today, by: caller }: RecordInput,
  job: JobContext,
): Promise<PrintedPapers> {
  const asker: Asker = { db: job.db, caller, today };
  const campaign = requireKnown(asker, campaignUidOfDrawing(job.db, uid));
  const { number } = requireDrawing(job.db, campaign, uid);
  const name = `抽取记录 ${fileTitle(campaign)} 第${number}次`;
  return writeForm(drawingRecordOf(asker, uid), name, format, job);
}
