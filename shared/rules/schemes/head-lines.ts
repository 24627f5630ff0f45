import { lookUpSheet, type SheetData } from '../../workbook.ts';
import { folded } from './row-kinds.ts';

export interface HeadLines {
  title: string;
  documentNumber: string;
  /** From a line such as 满分100分, thousandths. */
  fullPoints: number | null;
}

const documentNumber = /[\p{Script=Han}]{1,12}[〔[(](?:19|20)\d{2}[〕\])]\s*第?\d+\s*号/u;
const fullPoints = /(?:满分|总分|共计?)[为:]?(\d{1,4}(?:\.\d{1,3})?)分/u;
/** Lines above the heads that are no title: who is assessed, when, which annex. */
const otherLines =
  /^(?:附件|附表|附\d|表\d|单位|被?考[评核]|受检|填报|时间|日期|学校名称|文号|发文|年月日|\d{4}年\d+月)/u;
const TITLE_SHORTEST = 4;

/** What stands above the heads. */
export function readHeadLines(sheet: SheetData, headTop: number): HeadLines {
  const look = lookUpSheet(sheet);
  const texts: string[] = [];
  for (let row = 1; row < headTop; row += 1) {
    for (const { text } of look.cellsOfRow(row)) texts.push(text.trim());
  }
  const titles = texts.filter((text) => folded(text).length >= TITLE_SHORTEST && isTitle(text));
  const words = texts.join('\n').normalize('NFKC');
  const points = fullPoints.exec(words.replaceAll(/[^\S\n]/gu, ''))?.[1];
  return {
    title: (titles[0] ?? '').replaceAll(/\s+/gu, ' ').trim(),
    documentNumber: documentNumber.exec(texts.join('\n'))?.[0].replaceAll(/\s/gu, '') ?? '',
    fullPoints: points === undefined ? null : Math.round(Number(points) * 1000),
  };
}

function isTitle(text: string): boolean {
  const words = folded(text);
  return !otherLines.test(words) && !/^\(?.{0,12}〔\d{4}〕/u.test(words) && !/^\(?满分/u.test(words);
}
