import type { ColumnOf } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ColumnForm } from '#shared/rules/assessment/export-form/model.ts';
import { markText } from '#shared/rules/assessment/score-sheet/marks.ts';
import { stageNames } from '#shared/rules/assessment/stages.ts';
import type { Judge, SheetObject } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { paperStyle } from '#main/core/excel/write/paper-styles.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import {
  centeredCell,
  footRow,
  numberCell,
  signatureRow,
  strongCenteredCell,
  textCell,
} from '../export/cells.ts';
import { fullDecimals } from '../export/decimals.ts';
import {
  categoryCells,
  givenCells,
  objectColumns,
  sealText,
  sheetHead,
  sheetSetup,
} from '../export/object-sheet.ts';
import type { SheetDrawing } from '../export/sheet-drawing.ts';
import { signatureText } from '../export/texts.ts';
import type { BlankSheet } from './blank-sheets.ts';

type Column = ColumnOf<'objects'>;
type Columns = readonly ColumnForm<Column>[];

const NOT_SCORED = '/';
const HINT =
  '浅黄色的格子填写得分(如 4.5)、扣分(如 -2)或次数(如 3次)；空着的不录入，不当作 0 分。请不要增删行和列。';

/** The parts of a sheet: drawn into a workbook, or laid out to be printed. */
export interface SheetParts {
  columns: Columns;
  widths: readonly number[];
  head: ReturnType<typeof sheetHead>;
  /** Categories and items. */
  table: StreamedRow[];
  total: StreamedRow;
  /** Who signs, each with room behind the name. */
  signatures: string[];
}

export function partsOf(sheet: BlankSheet): SheetParts {
  const { group, object, judge, layout, options } = sheet;
  const { columns, widths } = objectColumns(options);
  const { first_day: firstDay, last_day: lastDay, title, status, fingerprint } = group.period;
  const period = { title, firstDay, lastDay, status, fingerprint };
  const full = fullDecimals(layout);
  return {
    columns,
    widths,
    head: sheetHead({ object: withJudge(object, judge), period }, { columns, widths }, options),
    table: layout.blocks.flatMap(({ category, indicators }) => [
      { cells: categoryCells(category, columns, full, numberCell(null, 0, 'strong')) },
      ...indicators.map((indicator) => itemRow(sheet, columns, indicator, full)),
    ]),
    total: totalRow(columns),
    signatures: [
      ...(judge === null ? [] : [`评委（${judge.name}）签名`]),
      ...options.signatures.map((name) => name.trim()).filter((name) => name !== ''),
    ],
  };
}

/** Behind the name of the object: one sheet looks like another. */
function withJudge(object: SheetObject, judge: Judge | null): SheetObject {
  return judge === null ? object : { ...object, name: `${object.name}\u3000\u3000评委：${judge.name}` };
}

function itemRow(sheet: BlankSheet, columns: Columns, indicator: Indicator, full: number): StreamedRow {
  const { layout, object, selfEntries, leftOut } = sheet;
  const decimals = { full, score: layout.plan.scheme.settings.decimals };
  const isLeftOut = leftOut.has(indicator.uid);
  const cells = columns.map(({ key }): StreamedCell => {
    if (key === 'score') return isLeftOut ? centeredCell(NOT_SCORED) : entryCell('center');
    if (key === 'reason') return isLeftOut ? textCell('不适用') : entryCell('left');
    return givenCells[key]({ layout, object, selfEntries }, indicator, decimals);
  });
  return { cells, mark: markText({ kind: 'item', indicatorUid: indicator.uid }) };
}

function entryCell(align: 'center' | 'left'): StreamedCell {
  return { content: null, style: paperStyle('entry', align) };
}

function totalRow(columns: Columns): StreamedRow {
  const before = columns.findIndex(({ key }) => key === 'score');
  const after = columns.length - before - 1;
  return {
    cells: [
      ...(before > 0 ? [strongCenteredCell('考核总分', { across: before })] : []),
      numberCell(null, 0, 'strong'),
      ...(after > 0 ? [textCell('', { across: after })] : []),
    ],
  };
}

/** A sheet of the workbook, with hidden marks that it is known again by. */
export function drawBlank(sheet: BlankSheet): SheetDrawing {
  const { group, object, judge, stage, options } = sheet;
  const { columns, widths, head, table, total, signatures } = partsOf(sheet);
  const [title, caption, heads] = head;
  const count = columns.length;
  const nameOf = (wanted: Column): string => columns.find(({ key }) => key === wanted)?.name ?? '';
  const identity = markText({
    kind: 'sheet',
    periodUid: group.period.uid,
    groupUid: group.row.uid,
    schemeUid: group.scheme.uid,
    objectUid: object.uid,
    stage,
    judgeUid: judge?.uid ?? null,
  });
  return {
    ...sheetSetup({ columns, widths }, options),
    marked: true,
    rows: [
      title,
      { ...caption, mark: identity },
      { ...heads, mark: markText({ kind: 'heads', score: nameOf('score'), reason: nameOf('reason') }) },
      ...table,
      total,
      footRow(HINT, count),
      signatureRow(signatureText(signatures), count),
      ...(options.seal ? [signatureRow(sealText(options), count, 'right')] : []),
    ],
  };
}

/** 张三 of 评委 张三, or the stage: what a sheet is for. */
export function columnName({ judge, stage }: Pick<BlankSheet, 'judge' | 'stage'>): string {
  return judge === null ? stageNames[stage] : `评委 ${judge.name}`;
}
