import { paperDay } from '#shared/calendar/days.ts';
import { sheetDefinitions } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { pageRoom } from '#shared/rules/assessment/export-form/page-room.ts';
import { captionRow, countCell, headCell, textCell, titleRow } from './cells.ts';
import { spreadWidths } from './column-widths.ts';
import type { GroupPlan } from './group-sheets.ts';
import type { SheetDrawing } from './sheet-drawing.ts';
import { baseTitle } from './texts.ts';

const HEAD_ROWS = 3;
const OWN_COLUMNS = [8, 40, 10] as const;
const LINK_WIDTH = 40;

/** 目录: the groups of a workbook that holds more than one, with links to their tables. */
export function contentsSheet(plans: readonly GroupPlan[], options: ExportOptions): SheetDrawing {
  const linked = [...new Set(plans.flatMap(({ tables }) => [...tables.keys()]))];
  const columns = [...OWN_COLUMNS, ...linked.map(() => LINK_WIDTH)];
  const widths = spreadWidths(
    columns.map((width) => ({ width, flexible: width === LINK_WIDTH })),
    pageRoom(options.page, 'landscape'),
  );
  return {
    widths,
    headRows: [HEAD_ROWS, HEAD_ROWS],
    frozenColumns: 0,
    page: { ...options.page, orientation: 'landscape' },
    rows: [
      titleRow(`${baseTitle(options)}结果`, widths.length),
      captionRow(`填报单位：${options.unit}`, paperDay(options.date), widths),
      {
        cells: ['序号', '考核组', '单位数', ...linked.map((kind) => sheetDefinitions[kind].name)].map(
          (name) => headCell(name),
        ),
      },
      ...plans.map(({ group, tables }, index) => ({
        cells: [
          countCell(index + 1),
          textCell(group.name),
          countCell(group.objects.length),
          ...linked.map((kind) => {
            const name = tables.get(kind) ?? '';
            return { ...textCell(name), leadsTo: name };
          }),
        ],
      })),
    ],
  };
}
