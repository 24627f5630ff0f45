import type { Field } from './fields.ts';

/*
 * What a clerk has pointed at in a form (指标): which cell takes which field, which rows repeat for what. Rows and
 * columns are those of the form, from 1.
 */

/** How a value is written. What the cell itself shows of it, its own format says. */
export const valueFormats = ['asIs', 'whole', 'one', 'two', 'hundred', 'words', 'dots'] as const;
export type ValueFormat = (typeof valueFormats)[number];

export const formatNames: Readonly<Record<ValueFormat, string>> = {
  asIs: '原样',
  whole: '取整数',
  one: '一位小数',
  two: '两位小数',
  hundred: '乘以100(栏目按%填)',
  words: '2026年9月30日',
  dots: '2026.9.30',
};

const formatsOfKind: Readonly<Record<Field['kind'], readonly ValueFormat[]>> = {
  text: ['asIs'],
  number: ['asIs', 'whole', 'one', 'two', 'hundred'],
  day: ['asIs', 'words', 'dots'],
};

export function formatsFor(kind: Field['kind']): readonly ValueFormat[] {
  return formatsOfKind[kind];
}

export const comparisons = ['is', 'isNot', 'contains', 'atLeast', 'atMost'] as const;
export type Comparison = (typeof comparisons)[number];

export const comparisonNames: Readonly<Record<Comparison, string>> = {
  is: '等于',
  isNot: '不等于',
  contains: '包含',
  atLeast: '不小于',
  atMost: '不大于',
};

export interface FieldChoice {
  source: string;
  field: string;
  format: ValueFormat;
}

export interface PointedCell extends FieldChoice {
  sheet: string;
  row: number;
  column: number;
  /** What stood beside or above it when it was pointed at: by this a changed form is noticed. */
  heading: string;
}

export interface PointedColumn {
  column: number;
  field: string;
  format: ValueFormat;
  heading: string;
}

export interface BlockFilter {
  field: string;
  comparison: Comparison;
  value: string;
}

export interface FieldOrder {
  field: string;
  descending: boolean;
}

/** A sheet that is there once for each record of a source. Its cells may take the record's fields. */
export interface RepeatedSheet {
  sheet: string;
  source: string;
  /** The field that the sheets are called by. */
  title: string;
  filters: BlockFilter[];
  order: FieldOrder | null;
}

export interface PointedBlock {
  sheet: string;
  /** First and last row that the form holds ready. */
  top: number;
  bottom: number;
  source: string;
  columns: PointedColumn[];
  /** All of them have to hold. */
  filters: BlockFilter[];
  /** Null: as the source gives them. */
  order: FieldOrder | null;
  /** On a sheet that repeats: only records whose field is that of the sheet's own record. Null: all. */
  match: { field: string; ofSheet: string } | null;
  /** What stood at the beginning of the row behind it. */
  below: string;
}

export interface Pointing {
  cells: PointedCell[];
  blocks: PointedBlock[];
  repeats: RepeatedSheet[];
}

export const emptyPointing: Pointing = { cells: [], blocks: [], repeats: [] };

export const pointingLimits = { cells: 2_000, blocks: 50, repeats: 20, columns: 200, filters: 10 } as const;

export function pointedCount({ cells, blocks, repeats }: Pointing): number {
  return cells.length + repeats.length + blocks.reduce((sum, { columns }) => sum + columns.length, 0);
}

/** Whether rows of two blocks lie over each other; a form's row repeats for one thing only. */
export function overlaps(
  one: Pick<PointedBlock, 'sheet' | 'top' | 'bottom'>,
  other: Pick<PointedBlock, 'sheet' | 'top' | 'bottom'>,
): boolean {
  return one.sheet === other.sheet && one.top <= other.bottom && other.top <= one.bottom;
}

/** The block that a place of the form lies in. */
export function blockAt({ blocks }: Pointing, sheet: string, row: number): PointedBlock | undefined {
  return blocks.find((block) => overlaps(block, { sheet, top: row, bottom: row }));
}

/** Why this cannot be kept, in words; null: it can. */
export function pointingProblem({ cells, blocks, repeats }: Pointing): string | null {
  const twice = repeats.find(
    ({ sheet }, place) => repeats.findIndex((each) => each.sheet === sheet) !== place,
  );
  if (twice !== undefined) return `工作表“${twice.sheet}”已经指定了按什么重复`;
  for (const [place, block] of blocks.entries()) {
    if (block.bottom < block.top) return `“${block.sheet}”第 ${block.top} 行起的重复行，末行在首行之前`;
    const other = blocks.slice(place + 1).find((each) => overlaps(block, each));
    if (other !== undefined)
      return `“${block.sheet}”第 ${block.top} 行和第 ${other.top} 行起的两处重复行有重叠，请改其中一处`;
    const inside = cells.find(({ sheet, row }) => overlaps(block, { sheet, top: row, bottom: row }));
    if (inside !== undefined)
      return `“${block.sheet}”第 ${inside.row} 行是重复行，里面不能再单独指定单元格，请先取消其中一种`;
  }
  return null;
}
