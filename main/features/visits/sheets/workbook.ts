import type { AskedChecklist, VisitFigure } from '#shared/contract/visits.ts';
import { answerNames } from '#shared/rules/visits/model.ts';
import {
  columnNames,
  factNames,
  figureName,
  markText,
  type RowMark,
  type SheetColumn,
} from '#shared/rules/visits/sheet/words.ts';
import type { Align } from '#main/core/excel/write/paper-styles.ts';
import type { PaperRow, PaperSheet } from '#main/core/excel/write/paper-workbook.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import { type NumberedItem, numberedItems } from './numbered.ts';
import type { SheetTarget } from './targets.ts';

type Cells = PaperRow[number][];

export interface SheetFrame {
  title: string;
  office: string;
  checklists: readonly AskedChecklist[];
  figures: readonly VisitFigure[];
}

const columns: readonly (readonly [SheetColumn, width: number, Align])[] = [
  ['number', 14, 'center'],
  ['text', 52, 'left'],
  ['answer', 14, 'center'],
  ['what', 36, 'left'],
  ['spot', 14, 'left'],
  ['dueOn', 14, 'center'],
];
const MARK_WIDTH = 10;
/** What the cells right of the first three cover. */
const REST = columns.length - 3;
const OTHER_ROWS = 8;
const DAY_FORMAT = 'yyyy-mm-dd';
const TEXT_FORMAT = '@';
const HINT = [
  '填写浅黄色的格子：每一项点开“结果”选择；不符合的写明问题、部位和整改期限（日期或天数，不填的按检查清单）。',
  '整节不涉及的，只在标题这一行选“不涉及”。带★的不符合，即为重大火灾隐患。统计数不填的自动计。',
  '一项也没有填的表不登记；没有检查清单又没有发现问题的，请在备注里写明。请不要增删列。',
].join('\n');

/** One sheet for each target; what is filled in is read back by `readSheet`. */
export function recordSheets(targets: readonly SheetTarget[], frame: SheetFrame): PaperSheet[] {
  const nameOf = createSheetNames();
  return targets.map((target) => ({
    name: nameOf(target.row.name),
    title: '检查记录表',
    caption: { left: frame.title, right: frame.office },
    columns: [
      ...columns.map(([, width, align]) => ({ width, align })),
      { width: MARK_WIDTH, align: 'left', hidden: true },
    ],
    above: factRows(target, frame),
    head: [columns.map(([column]) => ({ value: columnNames[column] }))],
    rows: [...frame.checklists.flatMap(checklistRows), ...otherRows()],
    foot: [],
  }));
}

function factRows({ row, trip }: SheetTarget, { figures }: SheetFrame): PaperRow[] {
  const place = `${row.countyName} ${row.townshipName}`.trim();
  const person = `${row.responsiblePerson} ${row.phone}`.trim();
  return [
    marked({ kind: 'target', uid: row.uid }, [
      ...pair(factNames.target, fixed(row.name)),
      ...pair(factNames.place, fixed(place, REST)),
    ]),
    [...pair('地址', fixed(row.address)), ...pair('负责人', fixed(person, REST))],
    [
      ...pair(factNames.day, entry(trip?.day ?? '', 1, DAY_FORMAT)),
      ...pair(factNames.team, entry(trip?.team ?? '', REST, TEXT_FORMAT)),
    ],
    pair(
      factNames.inspectors,
      entry(trip?.inspectors.map(({ name }) => name).join('、') ?? '', REST + 2, TEXT_FORMAT),
    ),
    ...figureRows(figures),
    pair(factNames.note, entry('', REST + 2, TEXT_FORMAT)),
    [{ value: HINT, across: columns.length, align: 'left' }],
  ];
}

/** Two figures beside each other. */
function figureRows(figures: readonly VisitFigure[]): PaperRow[] {
  return figures.flatMap((figure, index) => {
    if (index % 2 === 1) return [];
    const beside = figures[index + 1];
    return [
      marked({ kind: 'figures', uid: '' }, [
        ...pair(figureName(figure), entry('')),
        ...(beside === undefined ? [] : pair(figureName(beside), entry('', REST))),
      ]),
    ];
  });
}

function checklistRows(checklist: AskedChecklist): PaperRow[] {
  const title = marked({ kind: 'title', uid: '' }, [null, { value: checklist.title, strong: true }]);
  return [title, ...numberedItems(checklist).map(itemRow)];
}

function itemRow({ item, number }: NumberedItem): PaperRow {
  const isSection = item.kind === 'section';
  const star = item.severity === 'major' ? '★' : '';
  const choices = isSection ? [answerNames.notApplicable] : Object.values(answerNames);
  return marked({ kind: 'item', uid: item.uid }, [
    { value: `${star}${number}` },
    { value: item.text, strong: isSection },
    { value: null, isEntry: true, rule: { kind: 'choice', choices } },
    ...(isSection ? [] : foundCells()),
  ]);
}

function otherRows(): PaperRow[] {
  const title = `清单以外发现的问题（写在“${columnNames.what}”一列）`;
  return [
    marked({ kind: 'title', uid: '' }, [null, { value: title, strong: true }]),
    ...Array.from({ length: OTHER_ROWS }, (_, index) =>
      marked({ kind: 'other', uid: '' }, [{ value: `另${index + 1}` }, null, null, ...foundCells()]),
    ),
  ];
}

function foundCells(): Cells {
  return [
    { value: null, isEntry: true },
    { value: null, isEntry: true },
    { value: null, isEntry: true, format: DAY_FORMAT },
  ];
}

function pair(name: string, value: Cells): Cells {
  return [{ value: name, strong: true, align: 'center' }, ...value];
}

function fixed(value: string, across = 1): Cells {
  return [{ value, across, align: 'left' }, ...covered(across)];
}

function entry(value: string, across = 1, format = ''): Cells {
  return [{ value, across, align: 'left', isEntry: true, format }, ...covered(across)];
}

function covered(across: number): Cells {
  return Array.from({ length: across - 1 }, () => null);
}

function marked(mark: RowMark, cells: Cells): PaperRow {
  const missing = Array.from({ length: columns.length - cells.length }, () => null);
  return [...cells, ...missing, { value: markText(mark) }];
}
