import { join } from 'node:path';
import { lastDayOfMonth } from '#shared/calendar/days.ts';
import { figureStateNames } from '#shared/rules/fire-figures/figures.ts';
import { fireSplits, isNothing, splitNames, UNCLASSIFIED } from '#shared/rules/fire-figures/parts.ts';
import { tenThousandsText } from '#shared/rules/money.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { PaperSheet } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { formatInstant } from '#main/core/store/format-instant.ts';
import { type OrganizationOnDay, organizationsOn } from '#main/features/organizations/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { partsByFigure } from './parts.ts';
import { type FigureRecord, figuresBetween } from './queries.ts';
import { shareOf } from './split.ts';
import { wordsBySplit } from './words.ts';

/** The fire figures of the year as they count, by month, county and township. */
export const fireArchive: ArchivePart = {
  key: 'fireFigures',
  name: '火灾数据',
  unit: '条月度数据',

  survey: (scope) => ({ count: figuresIn(scope).length, steps: 1 }),

  async write(scope, target) {
    const records = figuresIn(scope);
    if (records.length === 0) return;
    const title = `${scope.year}年火灾数据`;
    await target.add({ name: '火灾数据', kind: '统计表', title }, (job) => writeFigures(title, records, job));
  },
};

function figuresIn({ db, from, to }: ArchiveScope): FigureRecord[] {
  return db.all(figuresBetween, { from: from.slice(0, 7), to: to.slice(0, 7) });
}

async function writeFigures(
  title: string,
  records: readonly FigureRecord[],
  job: JobContext,
): Promise<{ path: string }> {
  const path = join(job.temporaryFolder, 'fires.xlsx');
  const months = new Map(
    [...new Set(records.map(({ month }) => month))].map((month) => [
      month,
      organizationsOn(job.db, lastDayOfMonth(`${month}-01`)),
    ]),
  );
  const sheet = listPaper({
    name: '火灾数据',
    columns: [
      ['序号', 6, 'center'],
      ['月份', 10, 'center'],
      ['县(市、区)', 14, 'left'],
      ['乡镇(街道)', 14, 'left'],
      ['起数', 9, 'right'],
      ['死亡', 9, 'right'],
      ['受伤', 9, 'right'],
      ['直接财产损失(万元)', 18, 'right'],
      ['状态', 9, 'center'],
      ['来源', 24, 'left'],
      ['登记时间', 18, 'center'],
      ['登记人', 10, 'center'],
    ],
    title,
    caption: { left: paperSettings(job.db).printer, right: `共 ${records.length} 条` },
    rows: records.map((record, place) =>
      paperRow([
        place + 1,
        record.month,
        ...placeNames(record, months.get(record.month)),
        record.fires,
        record.deaths,
        record.injuries,
        Number(tenThousandsText(record.loss)),
        figureStateNames[record.state],
        record.source,
        formatInstant(record.entered_at),
        record.entered_by,
      ]),
    ),
    frozenColumns: 4,
  });
  const parted = partsSheet(title, records, months, job.db);
  await writePaperWorkbook(path, parted === null ? [sheet] : [sheet, parted], [], () =>
    job.throwIfCancelled(),
  );
  return { path };
}

/** Those that are told apart by trade or cause, a row for each word; null: none is. */
function partsSheet(
  title: string,
  records: readonly FigureRecord[],
  months: ReadonlyMap<string, ReadonlyMap<number, OrganizationOnDay>>,
  db: ReadStore,
): PaperSheet | null {
  const parts = partsByFigure(db, records);
  const words = wordsBySplit(db);
  const rows = records.flatMap((record) =>
    fireSplits.flatMap((split) => {
      const own = (parts.get(record.id) ?? []).filter((part) => part.split === split);
      if (own.length === 0) return [];
      return [...words[split], { uid: '', name: UNCLASSIFIED }].flatMap(({ uid, name }) => {
        const share = shareOf(record, own, split, uid);
        if (isNothing(share)) return [];
        const { fires, deaths, injuries, loss } = share;
        const told = [record.month, ...placeNames(record, months.get(record.month)), splitNames[split], name];
        return [[...told, fires, deaths, injuries, Number(tenThousandsText(loss))]];
      });
    }),
  );
  if (rows.length === 0) return null;
  return listPaper({
    name: '火灾分类',
    columns: [
      ['序号', 6, 'center'],
      ['月份', 10, 'center'],
      ['县(市、区)', 14, 'left'],
      ['乡镇(街道)', 14, 'left'],
      ['分类', 14, 'center'],
      ['项目', 16, 'left'],
      ['起数', 9, 'right'],
      ['死亡', 9, 'right'],
      ['受伤', 9, 'right'],
      ['直接财产损失(万元)', 18, 'right'],
    ],
    title: `${title}(按场所、原因)`,
    caption: { left: paperSettings(db).printer, right: '' },
    rows: rows.map((row, place) => paperRow([place + 1, ...row])),
    frozenColumns: 4,
  });
}

/** Of the county, and of the township where the figures are of one. */
function placeNames(
  { organization_id: id }: FigureRecord,
  places: ReadonlyMap<number, OrganizationOnDay> | undefined,
): [county: string, township: string] {
  const place = places?.get(id);
  if (place === undefined || place.level === 'county') return [place?.name ?? '', ''];
  return [places?.get(place.parentId ?? 0)?.name ?? '', place.name];
}
