import { join } from 'node:path';
import type { FindingResults, ResultScope, SweptShare } from '#shared/contract/finding-results.ts';
import { shareText } from '#shared/rules/campaigns/words.ts';
import type { ResultCounts } from '#shared/rules/findings/add-up.ts';
import { heatColour, type HeatMeasure, mostOf } from '#shared/rules/findings/heat.ts';
import { severityNames } from '#shared/rules/findings/model.ts';
import { scopeWords } from '#shared/rules/findings/scope-words.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type Asker, requireKnown, type Started } from '#main/features/campaigns/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { repeatedOf } from './repeated.ts';
import { resultsOf } from './results.ts';

export interface ResultsInput extends Started {
  scope: ResultScope;
}

/** Statistics of what was found, one table a sheet. @returns path in the job's own folder */
export async function exportResults(
  { scope, today, by: caller }: ResultsInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '统计问题隐患');
  const asker: Asker = { db: job.db, caller, today };
  const results = resultsOf(asker, scope);
  job.throwIfCancelled();
  const { campaignUid, from, to } = scope;
  const title = campaignUid === null ? '' : requireKnown(asker, campaignUid).title;
  const about: About = {
    left: paperSettings(job.db).printer,
    right: `${scopeWords(title, from, to)}，截至 ${today}`,
  };
  const path = join(job.temporaryFolder, 'results.xlsx');
  const sheets = [
    ...countSheets(results, about),
    heatSheet(results, 'found', about),
    heatSheet(results, 'rate', about),
    ...(results.swept === null ? [] : [sweptSheet(results.swept, about)]),
    repeatedSheet(asker, scope, about),
  ];
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path };
}

type About = PaperSheet['caption'];

function countSheets({ byCounty, byTrade, byTeam, bySeverity, total }: FindingResults, about: About) {
  const kinds = bySeverity.map(({ severity, ...counts }) => ({ name: severityNames[severity], ...counts }));
  return [
    countSheet('按区县', '县(市、区)', byCounty, total, about),
    countSheet('按行业', '行业', byTrade, total, about),
    countSheet('按检查组', '检查组', byTeam, total, about),
    countSheet('按级别', '级别', kinds, total, about),
  ];
}

type Named = ResultCounts & { name: string };

function countSheet(
  name: string,
  heading: string,
  rows: readonly Named[],
  total: ResultCounts,
  about: About,
): PaperSheet {
  return listPaper({
    name,
    columns: [
      ['序号', 6, 'center'],
      [heading, 28, 'left'],
      ['发现(处)', 12, 'center'],
      ['其中重大(处)', 14, 'center'],
      ['已整改(处)', 12, 'center'],
      ['逾期(处)', 12, 'center'],
      ['整改率', 12, 'center'],
    ],
    title: `问题隐患整改情况(${name})`,
    caption: about,
    rows: [...rows.map((row, index) => countRow(index + 1, row)), countRow(null, { name: '合计', ...total })],
    orientation: 'portrait',
  });
}

function countRow(place: number | null, { name, found, major, rectified, overdue }: Named): PaperRow {
  return paperRow([place, name, found, major, rectified, overdue, shareText(rectified, found)]);
}

const LEAST_WIDTH = 90;
const heatNames: Readonly<Record<HeatMeasure, string>> = { found: '分布(发现数)', rate: '分布(整改率)' };

/** Counties by trades; the colour says the same as the number. */
function heatSheet(
  { byCounty, byTrade, cells, total }: FindingResults,
  measure: HeatMeasure,
  about: About,
): PaperSheet {
  const valueOf = ({ found, rectified }: ResultCounts) =>
    measure === 'found' ? found : shareText(rectified, found);
  const most = mostOf(cells);
  // Of few trades the table is still as wide as the line above it.
  const width = Math.max(10, Math.floor(LEAST_WIDTH / (byTrade.length + 1)));
  const columns: ListColumn[] = [
    ['县(市、区)', 16, 'left'],
    ...byTrade.map(({ name }): ListColumn => [name, width, 'center']),
    ['合计', width, 'center'],
  ];
  return listPaper({
    name: heatNames[measure],
    columns,
    title: measure === 'found' ? '各区县各行业发现的问题(处)' : '各区县各行业问题整改率',
    caption: about,
    rows: [
      ...byCounty.map((county, index) => [
        { value: county.name },
        ...(cells[index] ?? []).map((cell) =>
          cell === null ? { value: null } : { value: valueOf(cell), colour: heatColour(cell, measure, most) },
        ),
        { value: valueOf(county) },
      ]),
      paperRow(['合计', ...byTrade.map(valueOf), valueOf(total)]),
    ],
    frozenColumns: 1,
  });
}

function sweptSheet({ kinds, rows, total }: SweptShare, about: About): PaperSheet {
  const line = (name: string, counts: SweptShare['total']): PaperRow =>
    paperRow([
      name,
      ...counts.flatMap(({ sites, listed, visited }) => [sites, listed, visited, shareText(visited, sites)]),
    ]);
  return listPaper({
    name: '逐一督查',
    columns: [
      ['县(市、区)', 16, 'left'],
      ...kinds.flatMap(({ name }): ListColumn[] =>
        ['在册', '列入', '已查', '已查占比'].map((what) => [`${name}(${what})`, 12, 'center']),
      ),
    ],
    title: '逐一督查完成情况',
    caption: about,
    rows: [...rows.map(({ name, counts }) => line(name, counts)), line('合计', total)],
    frozenColumns: 1,
  });
}

function repeatedSheet(asker: Asker, scope: ResultScope, about: About): PaperSheet {
  const { rows, isMore } = repeatedOf(asker, scope);
  return listPaper({
    name: '重复出现的问题',
    columns: [
      ['序号', 6, 'center'],
      ['县(市、区)', 14, 'left'],
      ['场所', 28, 'left'],
      ['这一次发现', 44, 'left'],
      ['发现日期', 12, 'center'],
      ['状态', 10, 'center'],
      ['上一次发现', 44, 'left'],
      ['发现日期', 12, 'center'],
    ],
    title: isMore ? `重复出现的问题(最近 ${rows.length} 处)` : '重复出现的问题',
    caption: about,
    rows: rows.map(({ countyName, place, what, foundOn, status, earlier }, index) =>
      paperRow([
        index + 1,
        countyName,
        place,
        what,
        foundOn,
        taskStatusNames[status],
        earlier.what,
        earlier.foundOn,
      ]),
    ),
  });
}
