import { join } from 'node:path';
import { localDay } from '#shared/calendar/days.ts';
import { OBJECTION_FILES } from '#shared/contract/objections.ts';
import { objectionOutcomeNames } from '#shared/rules/objections/model.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { periodsOfYear } from '#main/features/assessment/archive.ts';
import { Frames } from '#main/features/assessment/index.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { type ObjectionRecord, objectionsOfPeriod } from './queries.ts';

/** Objections against scores of the year's assessments, with their answers and files. */
export const objectionArchive: ArchivePart = {
  key: 'objections',
  name: '申诉',
  unit: '件申诉',

  survey(scope) {
    const all = objectionsOf(scope);
    const open = all.filter(({ outcome }) => outcome === 'open').length;
    return { count: all.length, unfinished: open === 0 ? [] : [`有 ${open} 件申诉还没有答复。`] };
  },

  async write(scope, target) {
    const all = objectionsOf(scope);
    if (all.length === 0) return;
    const frames = new Frames(scope);
    const placeOf = (record: ObjectionRecord): string => {
      const unit = frames.object(record.group_uid, record.object_uid).name;
      return `${unit} ${record.indicator_number} ${record.indicator_content}`;
    };
    const title = `${scope.year}年申诉和答复`;
    await target.add({ name: '申诉和答复', kind: '台账', title }, (job) =>
      writeList(
        title,
        all.map((record) => ({ record, place: placeOf(record) })),
        job,
      ),
    );
    for (const record of all) {
      const belongsTo = `${record.period_title}：${placeOf(record)}`;
      const item = { below: [placeOf(record)], kind: '申诉材料', belongsTo };
      await archiveFilesOf(scope.db, { kind: OBJECTION_FILES, uid: record.uid }, target, item);
    }
  },
};

function objectionsOf(scope: ArchiveScope): ObjectionRecord[] {
  return periodsOfYear(scope).flatMap(({ uid }) => scope.db.all(objectionsOfPeriod, { uid }).toReversed());
}

async function writeList(
  title: string,
  rows: readonly { record: ObjectionRecord; place: string }[],
  job: JobContext,
): Promise<{ path: string }> {
  const path = join(job.temporaryFolder, 'objections.xlsx');
  const sheet = listPaper({
    name: '申诉和答复',
    columns: [
      ['序号', 6, 'center'],
      ['考核期', 26, 'left'],
      ['单位和指标', 34, 'left'],
      ['申诉内容', 44, 'left'],
      ['提出日期', 12, 'center'],
      ['结果', 10, 'center'],
      ['答复', 44, 'left'],
      ['答复日期', 12, 'center'],
      ['答复人', 10, 'center'],
    ],
    title,
    caption: { left: paperSettings(job.db).printer, right: `共 ${rows.length} 件` },
    rows: rows.map(({ record, place }, index) =>
      paperRow([
        index + 1,
        record.period_title,
        place,
        record.text,
        localDay(record.raised_at),
        objectionOutcomeNames[record.outcome],
        record.answer,
        record.answered_at === null ? '' : localDay(record.answered_at),
        record.answered_by ?? '',
      ]),
    ),
  });
  await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
  return { path };
}
