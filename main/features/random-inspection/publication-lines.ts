import type { WhichPublication } from '#shared/contract/random-results.ts';
import {
  itemKindNames,
  monthText,
  publicationKindNames,
  targetResultNames,
} from '#shared/rules/random-inspection/model.ts';
import {
  type ColumnSet,
  columnSets,
  type PublishedLine,
} from '#shared/rules/random-inspection/publication.ts';
import { bodyCell } from '#shared/rules/papers/blank-paper.ts';
import { continuedTables } from '#shared/rules/papers/continued-tables.ts';
import { formPair, formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { listClasses } from './classes.ts';
import { linesOfPublication } from './draw-queries.ts';
import { listItems } from './items.ts';
import { listPlans } from './plans.ts';
import { randomSettings } from './settings.ts';
import { targetsOfMonths } from './targets.ts';

/** 2026 年 11 月“双随机、一公开”抽查结果. */
export function publicationTitle({ month, kind }: WhichPublication): string {
  return `${monthText(month)}“双随机、一公开”${publicationKindNames[kind]}公示表`;
}

/** What was told when it was published; before that, what would be told now. */
export function publishedLines(db: ReadStore, which: WhichPublication, today: string): PublishedLine[] {
  const { month, kind } = which;
  const stored = db.get(linesOfPublication, { month, kind });
  return stored === undefined
    ? currentLines(db, which, today)
    : (JSON.parse(stored.lines) as PublishedLine[]);
}

/** Planned classes of the month, or its drawn objects with what was found. */
export function currentLines(db: ReadStore, which: WhichPublication, today: string): PublishedLine[] {
  const aboutClass = classWords(db, today);
  if (which.kind === 'results')
    return targetsOfMonths(db, which.month, which.month, today).map((target) => ({
      ...aboutClass(target.className),
      objects: target.name,
      time: target.inspectedOn ?? '',
      result: target.result === null ? '尚未检查' : foundText(target.result, target.problem),
      note: '',
    }));
  const place = Number(which.month.slice(5, 7)) - 1;
  return listPlans(db, today)
    .filter(({ year }) => year === Number(which.month.slice(0, 4)))
    .flatMap(({ title, lines }) =>
      lines
        .filter(({ numbers }) => (numbers[place] ?? 0) > 0)
        .map(({ className, numbers, sizeNow }) => ({
          ...aboutClass(className),
          objects: `${className}，${sizeNow} 家中抽 ${numbers[place] ?? 0} 家`,
          time: monthText(which.month),
          result: '',
          note: title,
        })),
    );
}

function foundText(result: keyof typeof targetResultNames, problem: string): string {
  return problem === '' ? targetResultNames[result] : `${targetResultNames[result]}：${problem}`;
}

type AboutClass = Omit<PublishedLine, 'objects' | 'time' | 'result' | 'note'>;

/** What is published of a class's item; nothing where it has none. */
function classWords(db: ReadStore, today: string): (className: string) => AboutClass {
  const items = new Map(listItems(db).map((item) => [item.uid, item]));
  const frequencies = new Map(
    listPlans(db, today).flatMap(({ lines }) => lines.map((line) => [line.className, line.frequencyText])),
  );
  const classes = new Map(listClasses(db, today).map((each) => [each.name, each]));
  return (className) => {
    const item = items.get(classes.get(className)?.itemUid ?? '');
    return {
      category: item?.category ?? '',
      item: item?.name ?? className,
      basis: item?.basis ?? '',
      content: item?.content ?? '',
      way: item?.way ?? '',
      kind: item === undefined ? '' : itemKindNames[item.kind],
      unit: item?.unit ?? '',
      joint: item?.joint ?? false,
      frequency: frequencies.get(className) ?? '',
    };
  };
}

/** What it is about on the first page, then both sets of columns on landscape pages. */
export function publicationPaper(db: ReadStore, which: WhichPublication, today: string): Paper {
  const lines = publishedLines(db, which, today);
  const paper = formPaper(
    paperSettings(db).printer,
    publicationTitle(which),
    COVER_COLUMNS,
    coverRows(db, which, lines.length),
  );
  const tables = columnSets(which.kind === 'results').flatMap((set) =>
    continuedTables(tableOf(set, lines), `${set.name}(续)`),
  );
  return { ...paper, body: [...paper.body, ...tables] };
}

const COVER_COLUMNS = [26, 130];

function coverRows(db: ReadStore, { month, kind }: WhichPublication, count: number): PaperCell[][] {
  const { perObject, coordinationDays, source } = randomSettings(db);
  const rule = `检查对象由见证人当场给出的种子从冻结的名单里抽取，每个对象抽取 ${perObject} 名持有效执法证件的检查人员，先回避再抽取；${coordinationDays} 天内不重复检查同一对象。`;
  return [
    formPair('公示内容', `${monthText(month)}${publicationKindNames[kind]}`),
    formPair('数量', kind === 'results' ? `${count} 家检查对象` : `${count} 个抽查类别`),
    formPair('抽取规则', rule),
    formPair('规则依据', source),
    formPair('附表', '后附两张表，内容相同：按抽查事项一张，按年度计划栏目一张。'),
  ];
}

function tableOf({ name, columns }: ColumnSet, lines: readonly PublishedLine[]): PaperTable {
  return {
    kind: 'table',
    caption: name,
    columns: columns.map(([, width]) => width),
    headRows: 1,
    rows: [
      columns.map(([heading]) => bodyCell(heading, 'center', true)),
      ...lines.map((line, at) =>
        columns.map(([heading, , value]) =>
          bodyCell(String(value(line, at + 1)), heading === '序号' ? 'center' : 'left'),
        ),
      ),
    ],
    landscape: true,
  };
}
