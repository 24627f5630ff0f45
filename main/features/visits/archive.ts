import { join } from 'node:path';
import type { VisitRow } from '#shared/contract/visits.ts';
import { FIGURE_SCALE } from '#shared/rules/visits/model.ts';
import { figureName } from '#shared/rules/visits/sheet/words.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { publicCampaigns } from '#main/features/campaigns/archive.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { figuresOf } from './figures.ts';
import { recordOf, requireVisit, visitRows } from './rows.ts';

type Recorded = VisitRow & { record: NonNullable<VisitRow['record']> };

/** What was recorded at the targets of the year's campaigns, and the photos of it. */
export const visitArchive: ArchivePart = {
  key: 'visits',
  name: '检查记录',
  unit: '份记录',

  survey: (scope) => ({
    count: publicCampaigns(scope).reduce((sum, { uid }) => sum + recorded(scope, uid).length, 0),
  }),

  async write(scope, target) {
    for (const { uid, title, first_day: day } of publicCampaigns(scope)) {
      const rows = recorded(scope, uid);
      if (rows.length === 0) continue;
      const item = { below: [title], day, belongsTo: title };
      await target.add({ ...item, name: '检查记录', kind: '检查记录', title: `${title}检查记录` }, (job) =>
        writeRecords(title, rows, job),
      );
      for (const row of rows) {
        const files = { below: [title, row.name], kind: '检查照片', belongsTo: `${title}：${row.name}` };
        await archiveFilesOf(scope.db, { kind: 'visit', uid: row.record.uid }, target, files);
      }
    }
  },
};

function recorded(scope: ArchiveScope, campaignUid: string): Recorded[] {
  return visitRows(campaignUid, scope).filter((row): row is Recorded => row.record !== null);
}

/** One row for each record, with all that was counted. */
async function writeRecords(
  title: string,
  rows: readonly Recorded[],
  job: JobContext,
): Promise<{ path: string }> {
  const figures = figuresOf(job.db);
  const path = join(job.temporaryFolder, 'records.xlsx');
  const sheet = listPaper({
    name: '检查记录',
    columns: [
      ['序号', 6, 'center'],
      ['检查日期', 12, 'center'],
      ['县(市、区)', 13, 'left'],
      ['乡镇(街道)', 13, 'left'],
      ['检查对象', 28, 'left'],
      ['检查组', 10, 'center'],
      ['检查人员', 20, 'left'],
      ['不符合(项)', 10, 'right'],
      ['问题(处)', 9, 'right'],
      ...figures.map((figure) => [figureName(figure), 12, 'right'] as const),
      ['备注', 30, 'left'],
    ],
    title: `${title}检查记录`,
    caption: { left: paperSettings(job.db).printer, right: `共 ${rows.length} 份` },
    rows: rows.map((row, place): PaperRow => {
      const { day, team, inspectors, values, note } = recordOf(job.db, requireVisit(job.db, row.record.uid));
      const counted = new Map(values.map(({ figureUid, value }) => [figureUid, value / FIGURE_SCALE]));
      return paperRow([
        place + 1,
        day,
        row.countyName,
        row.townshipName,
        row.name,
        team,
        inspectors.map(({ name }) => name).join('、'),
        row.record.failed,
        row.record.findings,
        ...figures.map(({ uid }) => counted.get(uid) ?? null),
        note,
      ]);
    }),
    frozenColumns: 5,
  });
  await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
  return { path };
}
