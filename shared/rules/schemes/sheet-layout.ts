import { pointsText } from '../scoring/points-text.ts';
import type { CategoryContent, IndicatorContent, SchemeContent } from './content.ts';
import { fullPointsOf } from './findings.ts';

/*
 * The sheet that a scheme is exported to, as data. The import lays the carried data out again and compares: what
 * is unchanged is taken over exactly.
 */

export const layoutHeads = ['一级指标', '序号', '考评内容', '分值', '评分标准', '考评方式', '依据'] as const;

/** One row of the table below the heads, one value for each head; thousandths are written as points. */
export interface LayoutRow {
  cells: (string | number)[];
  /** How many rows the category's cell covers, 0 where it is covered from above. */
  categoryRows: number;
}

export interface SchemeLayout {
  title: string;
  captionLeft: string;
  captionRight: string;
  rows: LayoutRow[];
  foot: string[];
}

/** 责任落实(20分), 加分项(加分,10分). */
function categoryText({ name, bonus, maxPoints }: CategoryContent): string {
  return `${name}(${bonus ? '加分，' : ''}${pointsText(maxPoints)}分)`;
}

function indicatorCells(category: string, indicator: IndicatorContent): (string | number)[] {
  const { number, content, maxPoints, ruleText, method, source } = indicator;
  return [category, number, content, maxPoints / 1000, ruleText, method, source];
}

function categoryRows(category: CategoryContent): LayoutRow[] {
  const text = categoryText(category);
  if (category.indicators.length === 0) return [{ cells: [text, '', '', '', '', '', ''], categoryRows: 1 }];
  return category.indicators.map((indicator, place) => ({
    cells: indicatorCells(place === 0 ? text : '', indicator),
    categoryRows: place === 0 ? category.indicators.length : 0,
  }));
}

export function layOutScheme(scheme: SchemeContent): SchemeLayout {
  const named = (name: string, text: string) => (text === '' ? [] : [`${name}：${text}`]);
  const full = scheme.statedPoints ?? fullPointsOf(scheme.categories);
  return {
    title: scheme.title,
    captionLeft: [...named('发文单位', scheme.issuer), ...named('文号', scheme.documentNumber)].join('  '),
    captionRight: `满分${pointsText(full)}分`,
    rows: scheme.categories.flatMap(categoryRows),
    foot: scheme.notes === '' ? [] : [`说明：${scheme.notes}`],
  };
}
