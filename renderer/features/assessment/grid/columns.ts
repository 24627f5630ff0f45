import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { Indicator, SchemeCategory } from '#shared/contract/schemes.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { SheetColumn, SheetLeadColumn } from '#renderer/ui/sheet-grid/types.ts';
import { indicatorName } from '../frame-index.ts';

/** A column of the score grid: one indicator, or the subtotal of a category. */
export type ScoreColumn = SheetColumn &
  ({ kind: 'indicator'; indicator: Indicator } | { kind: 'subtotal'; categoryUid: string });

export const leadColumns: readonly SheetLeadColumn[] = [
  { key: 'name', title: '单位', width: 112 },
  { key: 'total', title: '总分', width: 64, align: 'right' },
  { key: 'grade', title: '等次', width: 56, align: 'center' },
  { key: 'rank', title: '名次', width: 44, align: 'center' },
  { key: 'empty', title: '未评', width: 44, align: 'center', tooltip: '还没有评分的指标数' },
];

/** Indicators in the document's order under their categories, each category closed by its subtotal. */
export function scoreColumns({ scheme }: GroupFrame): ScoreColumn[] {
  return scheme.categories.flatMap((category) => {
    const own = scheme.indicators.filter(({ categoryUid }) => categoryUid === category.uid);
    return [...own.map((indicator) => indicatorColumn(indicator, category)), subtotalColumn(category)];
  });
}

function indicatorColumn(indicator: Indicator, category: SchemeCategory): ScoreColumn {
  return {
    kind: 'indicator',
    key: indicator.uid,
    title: `${indicatorName(indicator)}\n${pointsText(indicator.maxPoints)}分`,
    width: 62,
    align: 'right',
    tooltip: indicatorTooltip(indicator),
    groups: [groupOf(category)],
    indicator,
  };
}

function subtotalColumn(category: SchemeCategory): ScoreColumn {
  return {
    kind: 'subtotal',
    categoryUid: category.uid,
    key: `subtotal/${category.uid}`,
    title: '小计',
    width: 66,
    align: 'right',
    derived: true,
    tooltip: `${category.name}得分合计`,
    groups: [groupOf(category)],
  };
}

function groupOf({ uid, name, maxPoints, bonus }: SchemeCategory) {
  const title = `${name} ${bonus ? '加分' : ''}${pointsText(maxPoints)}分`;
  return { key: uid, title, tooltip: title };
}

function indicatorTooltip(indicator: Indicator): string {
  const rules = indicator.rules.map(describeRule);
  const lines = [indicator.content, `满分${pointsText(indicator.maxPoints)}分`, indicator.ruleText, ...rules];
  return lines.filter((line) => line !== '').join('\n');
}
