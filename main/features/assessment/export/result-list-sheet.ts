import type { GroupResultRow } from '#shared/contract/assessment.ts';
import type { ExportOptions } from '#shared/contract/export-options.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { namesByGrade } from '#shared/rules/assessment/result-rows.ts';
import type { StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import {
  captionRow,
  footRow,
  signatureRow,
  headCell,
  countCell,
  strongCenteredCell,
  textCell,
  titleRow,
} from './cells.ts';
import { columnTitle } from './columns.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import { stateLine } from './remarks.ts';
import { baseTitle, signatureText } from './texts.ts';

const COLUMNS = 4;
/** In one cell: a row may be no higher than the format allows, and a page breaks between rows only. */
const NAMES_IN_A_ROW = 60;
const NOBODY = '无';

type ListedRow = Pick<GroupResultRow, 'name' | 'grade' | 'complete'>;

/** 结果名单: who got which grade, in rank order. */
export function resultListSheet(
  { period, group, rows }: { period: ExportPeriod; group: ExportGroup; rows: readonly ListedRow[] },
  options: ExportOptions,
) {
  const left = `填报单位：${options.unit}\u3000\u3000${group.name}（${group.objects.length}个）`;
  const ungraded = rows.filter(({ grade }) => grade === '').map(({ name }) => name);
  const lists = namesByGrade(rows, group.scheme.settings.grades);
  if (ungraded.length > 0) lists.push({ grade: '未评定', names: ungraded });
  const unfinished = rows.filter(({ complete }) => !complete).map(({ name }) => name);
  return {
    widths: [16, 10, 90, 28],
    headRows: [3, 3] as const,
    frozenColumns: 1,
    rows: [
      titleRow(`${baseTitle(options)}结果名单`, COLUMNS),
      captionRow(left, paperDay(options.date), COLUMNS, COLUMNS - 1),
      {
        cells: [
          headCell(columnTitle(options, '等次')),
          headCell('数量'),
          headCell(`${columnTitle(options, '单位')}（按名次排列）`, { across: 2 }),
        ],
      },
      ...lists.flatMap(({ grade, names }) => gradeRows(grade, names)),
      ...(unfinished.length === 0
        ? []
        : [footRow(`以下单位尚未评完，等次和名次为暂定：${unfinished.join('、')}`, COLUMNS)]),
      footRow(stateLine(period), COLUMNS),
      signatureRow(signatureText(options.signatures), COLUMNS),
    ] satisfies StreamedRow[],
  };
}

function gradeRows(grade: string, names: readonly string[]): StreamedRow[] {
  const portions: string[] = [];
  for (let first = 0; first < names.length; first += NAMES_IN_A_ROW) {
    portions.push(names.slice(first, first + NAMES_IN_A_ROW).join('、'));
  }
  const [first = NOBODY, ...others] = portions;
  const down = Math.max(1, portions.length);
  return [
    {
      cells: [
        strongCenteredCell(grade, { down }),
        { ...countCell(names.length), down },
        textCell(first, { across: 2 }),
      ],
    },
    ...others.map((text) => ({ cells: [textCell(text, { across: 2 })] })),
  ];
}
