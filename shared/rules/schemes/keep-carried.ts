import type { ImportProblem } from '../../contract/schemes.ts';
import type { IndicatorContent, SchemeContent } from './content.ts';
import type { ReadCategory } from './scheme-builder.ts';

/*
 * An own export that was changed in Excel: what is to be seen counts. Rules are kept where the row still has the
 * scoring standard and the points that they were made for; what cannot be seen is kept with its indicator.
 */

function ruledKey({ content, ruleText, maxPoints }: IndicatorContent): string {
  return JSON.stringify([content, ruleText, maxPoints]);
}

/** Gives out each carried indicator at most once. */
function createStock(indicators: readonly IndicatorContent[]) {
  const left = new Set(indicators);
  const byKey = Map.groupBy(indicators, ruledKey);
  return {
    takeSame(indicator: IndicatorContent): IndicatorContent | undefined {
      const found = byKey.get(ruledKey(indicator))?.shift();
      if (found !== undefined) left.delete(found);
      return found;
    },
    take(fits: (candidate: IndicatorContent) => boolean): IndicatorContent | undefined {
      const found = [...left].find(fits);
      if (found !== undefined) left.delete(found);
      return found;
    },
  };
}

/** Adds what the export carried to the indicators that were read. @returns a warning for each row that lost its rules */
export function keepCarried(
  sheet: string,
  content: SchemeContent,
  read: readonly ReadCategory[],
  carried: SchemeContent,
): ImportProblem[] {
  const stock = createStock(carried.categories.flatMap(({ indicators }) => indicators));
  const rows = read.flatMap(({ items }) => items.map(({ row }) => row));
  const indicators = content.categories.flatMap((category) => category.indicators);
  // First all unchanged ones, so that no changed row takes what belongs to another.
  const exact = indicators.map((indicator) => stock.takeSame(indicator));
  const problems: ImportProblem[] = [];
  for (const [place, indicator] of indicators.entries()) {
    const same = exact[place];
    const source =
      same ?? stock.take((one) => one.content === indicator.content || isSameNumber(one, indicator));
    if (source === undefined) continue;
    indicator.floor = source.floor;
    indicator.notApplicable = source.notApplicable;
    indicator.condition = source.condition;
    const keeps =
      same !== undefined ||
      (source.ruleText === indicator.ruleText && source.maxPoints === indicator.maxPoints);
    if (keeps) indicator.rules = source.rules;
    else if (source.rules.length > 0) {
      const text = '这一行的评分标准或分值改过，原来的评分规则没有带入，导入后请重新设置';
      problems.push({ severity: 'warning', sheet, row: rows[place] ?? 0, column: '', text });
    }
  }
  return problems;
}

function isSameNumber(one: IndicatorContent, other: IndicatorContent): boolean {
  return one.number !== '' && one.number === other.number;
}
