/*
 * What is published of a month, in the two sets of columns that counties publish (国办发〔2015〕58号 asks for publication
 * and fixes no form): a list of items, and the annual plan's columns.
 */

/** A planned class, or a drawn object. */
export interface PublishedLine {
  category: string;
  item: string;
  basis: string;
  content: string;
  /** Class with number and ratio, or the object's name. */
  objects: string;
  way: string;
  kind: string;
  unit: string;
  joint: boolean;
  frequency: string;
  /** 2026-11, or the day of the inspection. */
  time: string;
  /** Of results: what was found. */
  result: string;
  note: string;
}

export interface ColumnSet {
  name: string;
  /** Heading, width in characters, what stands there of a line and its place from 1. */
  columns: readonly (readonly [string, number, (line: PublishedLine, place: number) => string | number])[];
}

const place = (_line: PublishedLine, at: number): number => at;

/** @param isResults with what was found */
export function columnSets(isResults: boolean): readonly [ColumnSet, ColumnSet] {
  const found = [['检查结果', 20, (line: PublishedLine) => line.result]] as const;
  return [
    {
      name: '按抽查事项',
      columns: [
        ['序号', 6, place],
        ['抽查类别', 14, ({ category }) => category],
        ['抽查清单事项', 22, ({ item }) => item],
        ['抽查事项', 26, ({ content }) => content],
        ['检查对象', 28, ({ objects }) => objects],
        ['事项类别', 14, ({ kind }) => kind],
        ['抽查比例及频次', 18, ({ frequency }) => frequency],
        ['抽查时间', 20, ({ time }) => time],
        ...(isResults ? found : []),
      ],
    },
    {
      name: '按年度计划',
      columns: [
        ['序号', 6, place],
        ['检查事项', 20, ({ item }) => item],
        ['实施依据', 34, ({ basis }) => basis],
        ['检查对象(范围/数量/比例)', 26, ({ objects }) => objects],
        ['检查内容', 24, ({ content }) => content],
        [isResults ? '实施时间' : '拟实施时间', 18, ({ time }) => time],
        ['检查方式', 10, ({ way }) => way],
        ['事项类型', 14, ({ kind }) => kind],
        ['年度频次', 16, ({ frequency }) => frequency],
        ['承办机构', 14, ({ unit }) => unit],
        ['是否跨部门联合', 10, ({ joint }) => (joint ? '是' : '否')],
        ...(isResults ? found : []),
        ['备注', 14, ({ note }) => note],
      ],
    },
  ];
}
