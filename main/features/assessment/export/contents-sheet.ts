import type { ExportOptions } from '#shared/contract/export-options.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { captionRow, countCell, headCell, textCell, titleRow } from './cells.ts';
import type { ExportGroup } from './export-group.ts';
import { baseTitle } from './texts.ts';

const COLUMNS = 5;

export interface ContentsEntry {
  group: ExportGroup;
  summary: string;
  list: string;
}

/** 目录: the groups of a workbook that holds more than one, with links to their tables. */
export function contentsSheet(entries: readonly ContentsEntry[], options: ExportOptions) {
  return {
    widths: [8, 40, 10, 40, 40],
    headRows: [3, 3] as const,
    frozenColumns: 0,
    rows: [
      titleRow(`${baseTitle(options)}结果`, COLUMNS),
      captionRow(`填报单位：${options.unit}`, paperDay(options.date), COLUMNS, 3),
      { cells: ['序号', '考核组', '单位数', '汇总表', '结果名单'].map((name) => headCell(name)) },
      ...entries.map(({ group, summary, list }, index) => ({
        cells: [
          countCell(index + 1),
          textCell(group.name),
          countCell(group.objects.length),
          { ...textCell(summary), leadsTo: summary },
          { ...textCell(list), leadsTo: list },
        ],
      })),
    ],
  };
}
