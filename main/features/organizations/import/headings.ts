import { columnName } from '#shared/workbook.ts';
import type { SourceRow, SourceTable } from '#main/core/excel/read/source-table.ts';

/** What a column holds. A `mark` column says yes or no of one mark. */
export type Meaning =
  | { kind: 'county' | 'township' | 'village' | 'memberUnit' }
  | { kind: 'name' | 'shortName' | 'level' | 'parent' | 'marks' | 'code' }
  | { kind: 'mark'; mark: string };

export interface Column {
  index: number;
  heading: string;
  meaning: Meaning;
}

export interface Headings {
  columns: Column[];
  /** Rows below the heading. */
  body: SourceRow[];
  /** Left out where none was found and the first columns were taken for name and short name. */
  heading?: SourceRow;
}

type NamedKind = Exclude<Meaning['kind'], 'mark'>;

const words: Readonly<Record<NamedKind, readonly string[]>> = {
  county: [
    '县',
    '区',
    '县区',
    '区县',
    '县市',
    '县市区',
    '市县区',
    '区县市',
    '区市县',
    '县级',
    '辖区',
    '县市区开发区',
  ],
  township: [
    '乡镇',
    '镇街',
    '街镇',
    '街道',
    '镇',
    '乡',
    '乡镇街道',
    '镇街道',
    '乡街道',
    '镇乡街道',
    '乡镇街办',
    '镇办',
    '乡镇办',
  ],
  village: [
    '村',
    '社区',
    '村社区',
    '社区村',
    '行政村',
    '村居',
    '村居社区',
    '村委会',
    '居委会',
    '村居委会',
    '行政村社区',
  ],
  memberUnit: ['成员单位', '部门', '部门单位', '委员会成员单位', '消安委成员单位'],
  name: ['名称', '全称', '单位', '机构', '单位名称', '机构名称', '单位全称', '机构全称', '组织名称'],
  shortName: ['简称', '单位简称', '机构简称'],
  level: [
    '级别',
    '层级',
    '类型',
    '类别',
    '机构级别',
    '单位级别',
    '行政级别',
    '单位类型',
    '机构类型',
    '机构类别',
  ],
  parent: [
    '上级',
    '上级单位',
    '上级机构',
    '上级名称',
    '所属',
    '隶属',
    '所属单位',
    '隶属单位',
    '主管单位',
    '隶属关系',
  ],
  marks: ['标记', '标签', '机构标记'],
  code: [
    '代码',
    '编码',
    '区划代码',
    '区划编码',
    '行政区划代码',
    '行政区划编码',
    '统计用区划代码',
    '统计代码',
  ],
};

const kindOfWord = new Map<string, NamedKind>(
  (Object.keys(words) as NamedKind[]).flatMap((kind) => words[kind].map((word) => [word, kind] as const)),
);

export const meaningNames: Readonly<Record<Meaning['kind'], string>> = {
  county: '县(市、区)',
  township: '乡镇(街道)',
  village: '村(社区)',
  memberUnit: '成员单位',
  name: '名称',
  shortName: '简称',
  level: '级别',
  parent: '上级',
  marks: '标记',
  code: '代码',
  mark: '标记(是/否)',
};

/** A title and notes may stand above the heading. */
const HEADING_WITHIN_ROWS = 12;
const naming = new Set<Meaning['kind']>(['county', 'township', 'village', 'memberUnit', 'name']);

/** @param marks names of the office's marks by key: each may head a column of its own */
export function findHeadings(table: SourceTable, marks: ReadonlyMap<string, string>): Headings {
  let best: { columns: Column[]; place: number } = { columns: [], place: -1 };
  for (const [place, { cells }] of table.rows.slice(0, HEADING_WITHIN_ROWS).entries()) {
    const columns = columnsOf(cells, marks);
    const names = columns.some((column) => naming.has(column.meaning.kind));
    if (names && columns.length > best.columns.length) best = { columns, place };
  }
  const heading = table.rows[best.place];
  if (heading === undefined) return { columns: withoutHeading(table), body: table.rows };
  return { columns: best.columns, body: table.rows.slice(best.place + 1), heading };
}

function columnsOf(cells: readonly string[], marks: ReadonlyMap<string, string>): Column[] {
  const columns: Column[] = [];
  const taken = new Set<string>();
  for (const [index, heading] of cells.entries()) {
    const meaning = meaningOf(heading, marks);
    // A merged title covers many columns with the same text: only the first can mean something.
    const key = meaning === undefined ? '' : meaning.kind === 'mark' ? meaning.mark : meaning.kind;
    if (meaning === undefined || taken.has(key)) continue;
    taken.add(key);
    columns.push({ index, heading, meaning });
  }
  return columns;
}

function meaningOf(heading: string, marks: ReadonlyMap<string, string>): Meaning | undefined {
  const plain = heading.replaceAll(/[\s()()[\]【】、，,/／·::*]/g, '');
  const kind =
    kindOfWord.get(plain) ??
    kindOfWord.get(plain.replace(/(?:名称|名)$/, '')) ??
    kindOfWord.get(plain.replace(/^(?:所属|所在|隶属)/, '').replace(/(?:名称|名)$/, ''));
  if (kind !== undefined) return { kind };
  const asked = plain.replace(/^是否(?:为|是)?/, '');
  for (const [mark, name] of marks) if (name === asked) return { kind: 'mark', mark };
  return undefined;
}

/** Plain names: the first column that is not a running number, then the short name. */
function withoutHeading(table: SourceTable): Column[] {
  const width = Math.max(0, ...table.rows.slice(0, HEADING_WITHIN_ROWS).map((row) => row.cells.length));
  const isNumber = (index: number) => table.rows.every((row) => /^\d*$/.test(row.cells[index] ?? ''));
  const texts = Array.from({ length: width }, (_unused, index) => index).filter((index) => !isNumber(index));
  const kinds: NamedKind[] = ['name', 'shortName'];
  return texts.slice(0, kinds.length).map((index, place) => ({
    index,
    heading: '',
    meaning: { kind: kinds[place] ?? 'name' },
  }));
}

export function letterOf(column: Column | undefined): string {
  return column === undefined ? '' : columnName(column.index + 1);
}
