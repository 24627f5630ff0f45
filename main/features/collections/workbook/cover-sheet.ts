import { paperDay } from '#shared/calendar/days.ts';
import { columnHint } from '#shared/rules/collections/column-hint.ts';
import type { CollectedColumn, CollectionDefinition } from '#shared/rules/collections/definition.ts';
import { collectedMarkText } from '#shared/rules/collections/marks.ts';
import type { PaperRow, PaperSheet } from '#main/core/excel/write/paper-workbook.ts';
import type { HandedWorkbook } from './model.ts';
import { markColumn, TABLE_SHEET } from './table-sheet.ts';

const COVER_SHEET = '填报说明';

/** What to do and by when, and what each column asks for. */
export function coverSheet(workbook: HandedWorkbook): PaperSheet {
  const { title, definition, identity } = workbook;
  const facts = factsOf(workbook).map(
    ([name, text]): PaperRow => [{ value: name, strong: true }, { value: text, across: 2 }, null],
  );
  const [first = [], ...others] = facts;
  return {
    name: COVER_SHEET,
    columns: [
      { width: 18, align: 'center' },
      { width: 42, align: 'left' },
      { width: 30, align: 'left' },
      markColumn,
    ],
    title,
    caption: { left: '', right: '' },
    above: [[...first, { value: collectedMarkText({ kind: 'sheet', ...identity }) }], ...others],
    head: [[{ value: '栏目' }, { value: '怎样填', across: 2 }, null]],
    rows: definition.columns.map((column) => [
      { value: column.heading },
      { value: hintOf(column, definition), across: 2 },
      null,
    ]),
    foot: [],
    orientation: 'portrait',
    leastRowHeight: 24,
    isProtected: true,
  };
}

function factsOf(workbook: HandedWorkbook): [string, string][] {
  const { unit, office, dueOn, instruction, definition, corrections } = workbook;
  const goOn = '不够时接着往下写，没有底色的行也能填。';
  const rowWords = {
    given: `表里共 ${unit.rows.length} 行，请逐行填写，不要增删行。`,
    free: `一行填一条，留了 ${definition.blankRows} 行；${goOn}`,
    givenAndFree: `已列出 ${unit.rows.length} 行，请核对、填全；还有没列到的，写在下面的空行里，${goOn}`,
  };
  return [
    ['填报单位', unit.unitName],
    ...(corrections === undefined
      ? []
      : [['请更正', corrections.words.join('\n')] satisfies [string, string]]),
    ...(office === '' ? [] : [['收表单位', office] satisfies [string, string]]),
    ['交回时间', `${paperDay(dueOn)}前`],
    ...(instruction === '' ? [] : [['填报要求', instruction] satisfies [string, string]]),
    [
      '填写方法',
      `请填“${TABLE_SHEET}”里浅黄色的格子，其余的格子已锁定。${rowWords[definition.rows]}不知道的请空着，不要写“0”“无”。` +
        '填好后保存，原文件交回；文件可以改名，不要把内容抄到别的表里，不要删改栏目名称。',
    ],
  ];
}

/** What is locked in given rows is open in those that a unit adds. */
function hintOf(column: CollectedColumn, { rows }: CollectionDefinition): string {
  if (rows === 'given' || !column.locked) return columnHint(column);
  return `已列出的请不要改；新添的行：${columnHint({ ...column, locked: false })}`;
}
