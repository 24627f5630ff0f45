/* The sheets that a period's workbook may hold, with their columns as they are usual. */

interface ColumnDefinition {
  key: string;
  name: string;
  /** Stands in a new form. */
  usual: boolean;
  /** The sheet makes no sense without it. */
  required: boolean;
}

export type Orientation = 'landscape' | 'portrait';

interface SheetDefinition {
  /** What the clerk calls it. */
  name: string;
  /** Stands in a new form. */
  usual: boolean;
  ending: string;
  orientation: Orientation;
  /** None: the form does not choose them. */
  columns: readonly ColumnDefinition[];
}

const column = <Key extends string>(
  key: Key,
  name: string,
  given: { usual?: false; required?: true } = {},
) => ({
  key,
  name,
  usual: given.usual ?? true,
  required: given.required ?? false,
});

export const sheetDefinitions = {
  /** Of a year that is made of other periods; its columns follow from the parts. */
  year: {
    name: '年度成绩表',
    usual: true,
    ending: '年度成绩表',
    orientation: 'landscape',
    columns: [],
  },
  summary: {
    name: '汇总表',
    usual: true,
    ending: '结果汇总表',
    orientation: 'landscape',
    columns: [
      column('number', '序号', { usual: false }),
      column('rank', '名次'),
      column('unit', '单位', { required: true }),
      column('categories', '各项得分'),
      column('bonus', '加分'),
      column('total', '总分'),
      column('converted', '折算分'),
      column('grade', '等次'),
      column('remark', '备注'),
    ],
  },
  list: {
    name: '结果名单',
    usual: true,
    ending: '结果名单',
    orientation: 'landscape',
    columns: [
      column('grade', '等次', { required: true }),
      column('count', '数量'),
      column('units', '单位（按名次排列）', { required: true }),
    ],
  },
  /** Several sheets, each with an ending of its own. */
  losses: {
    name: '失分分析',
    usual: false,
    ending: '',
    orientation: 'landscape',
    columns: [],
  },
  objects: {
    name: '单位评分表',
    usual: true,
    ending: '评分表',
    orientation: 'landscape',
    columns: [
      column('number', '序号'),
      column('content', '考评内容', { required: true }),
      column('points', '分值'),
      column('rule', '评分标准'),
      column('method', '考评方式'),
      column('self', '自评分'),
      column('score', '考评分', { required: true }),
      column('reason', '扣分理由'),
    ],
  },
} as const satisfies Record<string, SheetDefinition>;

export type SheetKind = keyof typeof sheetDefinitions;
export type ColumnOf<Kind extends SheetKind> = (typeof sheetDefinitions)[Kind]['columns'][number]['key'];
export type ColumnKey = ColumnOf<SheetKind>;

export const sheetKinds = Object.keys(sheetDefinitions) as SheetKind[];
export const columnKeys = [
  ...new Set(sheetKinds.flatMap((kind) => columnDefinitions(kind).map(({ key }) => key))),
] as ColumnKey[];

export function columnDefinitions(kind: SheetKind): readonly (ColumnDefinition & { key: ColumnKey })[] {
  return sheetDefinitions[kind].columns;
}

/** Sheets of 失分分析 that each group has one of, in the order of the workbook. */
export const lossSheetNames = {
  objects: '失分情况',
  indicators: '失分指标',
  detail: '失分明细',
  texts: '结果说明',
} as const;
export type LossSheetKind = keyof typeof lossSheetNames;
export const lossSheetKinds = Object.keys(lossSheetNames) as LossSheetKind[];
