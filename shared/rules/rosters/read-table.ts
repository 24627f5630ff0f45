import { readWrittenDay } from '../../calendar/written-day.ts';
import { columnName } from '../../workbook.ts';
import type { ReadProblem, TableRow } from '../tables/row-texts.ts';
import { unreadHeadings, unreadProblems } from '../tables/unread-cells.ts';
import { plainName } from './printed-names.ts';
import { emptyPerson, phoneOf, type ReadList, type ReadPerson } from './read-model.ts';

/* A table with headings in any order, one person per row; a position that is written once counts for those below. */

type Meaning =
  | 'position'
  | 'name'
  | 'unit'
  | 'post'
  | 'title'
  | 'phone'
  | 'officePhone'
  | 'mobile'
  | 'firstDay'
  | 'lastDay'
  | 'document'
  | 'note'
  | 'number';

const headings: Readonly<Record<Meaning, readonly string[]>> = {
  position: [
    '职位',
    '委员会职务',
    '委员会职位',
    '消安委职务',
    '消安委职位',
    '消安委任职',
    '担任职务',
    '担任消安委职务',
    '委员会任职',
    '任职',
    '身份',
    '组成',
    '类别',
    '成员类别',
  ],
  name: ['姓名', '名字', '人员', '人员姓名', '成员姓名', '领导姓名'],
  unit: ['单位', '工作单位', '单位名称', '所在单位', '成员单位', '部门', '单位全称'],
  post: ['职务', '行政职务', '现任职务', '单位职务', '本单位职务', '职务职级'],
  title: ['单位及职务', '单位和职务', '单位职务名称', '工作单位及职务', '所在单位及职务', '单位与职务'],
  phone: ['电话', '联系电话', '联系方式', '电话号码', '联系号码'],
  officePhone: ['办公电话', '座机', '固话', '固定电话', '办公室电话', '单位电话'],
  mobile: ['手机', '手机号', '手机号码', '移动电话', '手机电话'],
  firstDay: ['任职日期', '任职时间', '开始日期', '起始日期', '起任日期'],
  lastDay: ['截止日期', '结束日期', '免职日期', '免职时间', '到期日期'],
  document: ['文号', '依据', '依据文件', '任职文号', '文件'],
  note: ['备注', '说明'],
  number: ['序号', '编号'],
};

const meaningNames: Readonly<Record<Meaning, string>> = {
  position: '职位',
  name: '姓名',
  unit: '单位',
  post: '职务',
  title: '单位及职务',
  phone: '电话',
  officePhone: '办公电话',
  mobile: '手机',
  firstDay: '任职日期',
  lastDay: '截止日期',
  document: '依据文件',
  note: '备注',
  number: '序号',
};

const meaningOfWord = new Map(
  (Object.keys(headings) as Meaning[]).flatMap((meaning) =>
    headings[meaning].map((word) => [word, meaning] as const),
  ),
);
const HEADING_ROWS = 15;

interface Column {
  index: number;
  heading: string;
  meaning: Meaning;
}

/** @returns null where no row has a heading for names: then it is no table */
export function readTable(lines: readonly TableRow[], words: ReadonlySet<string>): ReadList | null {
  const place = lines
    .slice(0, HEADING_ROWS)
    .findIndex(({ cells }) => columnsOf(cells).some(({ meaning }) => meaning === 'name'));
  const head = lines[place];
  if (head === undefined) return null;
  const body = lines.slice(place + 1);
  const columns = withPosition(columnsOf(head.cells), body, words);
  // A running number is not taken over.
  const meant = new Set(columns.flatMap(({ index, meaning }) => (meaning === 'number' ? [] : [index])));
  const problems = unreadHeadings(head);
  const persons: ReadPerson[] = [];
  let positionText = '';
  for (const line of body) {
    const unread = unreadProblems(line, (index) => meant.has(index));
    problems.push(...unread);
    if (unread.length > 0) continue;
    const alone = line.cells.filter((cell) => cell !== '');
    const section = (alone[0] ?? '').replaceAll(/[\s：:]/g, '');
    if (new Set(alone).size === 1 && words.has(section)) {
      positionText = section;
      continue;
    }
    const person = readRow(line, columns, problems);
    positionText = person.positionText === '' ? positionText : person.positionText;
    if (person.name !== '') persons.push({ ...person, positionText });
    else if (alone.length > 0)
      problems.push({
        severity: 'warning',
        row: line.row,
        column: letterOf(columns, 'name'),
        text: '没有姓名，这一行不导入。',
      });
  }
  return {
    persons,
    problems,
    columns: columns.map(({ index, heading, meaning }) => ({
      letter: columnName(index + 1),
      heading,
      meaning: meaningNames[meaning],
    })),
  };
}

function columnsOf(cells: readonly string[]): Column[] {
  const columns: Column[] = [];
  for (const [index, heading] of cells.entries()) {
    const word = heading.replaceAll(/[\s()（）、/:：]/g, '');
    const meaning = meaningOfWord.get(word) ?? meaningOfWord.get(word.replace(/^(?:本|所)/, ''));
    if (meaning === undefined || columns.some((column) => column.meaning === meaning)) continue;
    columns.push({ index, heading, meaning });
  }
  return columns;
}

/** Some lists call the position 职务; where that column holds positions and nothing else, it is one. */
function withPosition(
  columns: readonly Column[],
  body: readonly TableRow[],
  words: ReadonlySet<string>,
): Column[] {
  const post = columns.find(({ meaning }) => meaning === 'post');
  if (post === undefined || columns.some(({ meaning }) => meaning === 'position')) return [...columns];
  const texts = body.map(({ cells }) => (cells[post.index] ?? '').replaceAll(/\s/g, '')).filter(Boolean);
  const isPosition = texts.length > 0 && texts.every((text) => words.has(text));
  return columns.map((column) =>
    column === post && isPosition ? { ...column, meaning: 'position' } : column,
  );
}

function readRow({ row, cells }: TableRow, columns: readonly Column[], problems: ReadProblem[]): ReadPerson {
  const text = (meaning: Meaning): string => {
    const column = columns.find((each) => each.meaning === meaning);
    return column === undefined ? '' : (cells[column.index] ?? '').trim();
  };
  const day = (meaning: 'firstDay' | 'lastDay'): string | null => {
    const written = text(meaning);
    const read = readWrittenDay(written);
    if (written !== '' && read === null)
      problems.push({
        severity: 'error',
        row,
        column: letterOf(columns, meaning),
        text: `“${written}”不是日期，请写成 2026-11-23 这样。`,
      });
    return read;
  };
  const phone = phoneOf(text('phone'));
  const [firstDay, lastDay] = [day('firstDay'), day('lastDay')];
  if (firstDay !== null && lastDay !== null && lastDay < firstDay)
    problems.push({
      severity: 'error',
      row,
      column: letterOf(columns, 'lastDay'),
      text: `截止日期 ${lastDay} 早于任职日期 ${firstDay}。`,
    });
  return {
    ...emptyPerson,
    row,
    positionText: text('position').replaceAll(/\s/g, ''),
    name: plainName(text('name')),
    unit: text('unit'),
    post: text('post'),
    title: text('title'),
    officePhone: text('officePhone') || phone.officePhone,
    mobile: text('mobile') || phone.mobile,
    note: text('note'),
    document: text('document'),
    firstDay,
    lastDay,
  };
}

function letterOf(columns: readonly Column[], meaning: Meaning): string {
  const column = columns.find((each) => each.meaning === meaning);
  return column === undefined ? '' : columnName(column.index + 1);
}
