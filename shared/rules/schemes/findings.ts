import type { Points } from '../../points.ts';
import type { SchemeSettings, ScoringRule } from '../scoring/model.ts';
import { pointsText } from '../scoring/points-text.ts';
import { ruleFindings } from './rule-findings.ts';

/** What does not add up or is unfinished in a scheme, and where the clerk mends it. */
export interface SchemeFinding {
  /** Chinese; names its place. */
  text: string;
  part: 'scheme' | 'settings' | 'category' | 'indicator';
  /** The category's or indicator's; null for the scheme itself and its settings. */
  uid: string | null;
}

interface CheckedCategory {
  uid: string;
  name: string;
  maxPoints: Points;
  bonus: boolean;
}

interface CheckedIndicator {
  uid: string;
  categoryUid: string;
  number: string;
  content: string;
  maxPoints: Points;
  floor: 'zero' | 'negative';
  rules: readonly ScoringRule[];
}

interface CheckedScheme {
  statedPoints: Points | null;
  settings: SchemeSettings;
  categories: readonly CheckedCategory[];
  indicators: readonly CheckedIndicator[];
}

const SHOWN_CONTENT = 16;

/** 差2分 or 多2分, as it stands beside a sum that does not add up; empty where it does. */
export function differenceText(sum: Points, stated: Points): string {
  if (sum === stated) return '';
  return sum < stated ? `差 ${pointsText(stated - sum)} 分` : `多 ${pointsText(sum - stated)} 分`;
}

export function sumOfPoints(items: readonly { maxPoints: Points }[]): Points {
  return items.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
}

/** Full points of a scheme: what its categories outside bonus are worth. */
export function fullPointsOf(categories: readonly { maxPoints: Points; bonus: boolean }[]): Points {
  return sumOfPoints(categories.filter(({ bonus }) => !bonus));
}

export function schemeFindings(scheme: CheckedScheme): SchemeFinding[] {
  return [
    ...totalFindings(scheme),
    ...scheme.categories.flatMap((category) => categoryFindings(scheme, category)),
    ...scheme.indicators.flatMap((indicator) => indicatorFindings(scheme, indicator)),
    ...settingsFindings(scheme),
  ];
}

function ofScheme(text: string): SchemeFinding {
  return { text, part: 'scheme', uid: null };
}

function totalFindings({ categories, indicators, statedPoints }: CheckedScheme): SchemeFinding[] {
  if (categories.length === 0) return [ofScheme('还没有一级指标')];
  if (indicators.length === 0) return [ofScheme('还没有指标')];
  const sum = fullPointsOf(categories);
  if (statedPoints === null || sum === statedPoints) return [];
  return [
    ofScheme(
      `一级指标合计 ${pointsText(sum)} 分，文件写明满分 ${pointsText(statedPoints)} 分，${differenceText(sum, statedPoints)}`,
    ),
  ];
}

function categoryFindings({ indicators }: CheckedScheme, category: CheckedCategory): SchemeFinding[] {
  const { uid, name, maxPoints } = category;
  const of = (text: string): SchemeFinding => ({ text: `“${name}”${text}`, part: 'category', uid });
  const own = indicators.filter(({ categoryUid }) => categoryUid === uid);
  if (own.length === 0) return [of('下面还没有指标')];
  const findings: SchemeFinding[] = [];
  const sum = sumOfPoints(own);
  if (sum !== maxPoints) {
    const difference = differenceText(sum, maxPoints);
    findings.push(
      of(`写明 ${pointsText(maxPoints)} 分，下面的指标合计 ${pointsText(sum)} 分，${difference}`),
    );
  }
  const numbers = own.map(({ number }) => number).filter((number) => number !== '');
  const repeated = new Set(numbers.filter((number, place) => numbers.indexOf(number) !== place));
  for (const number of repeated) findings.push(of(`里序号 ${number} 用了不止一次`));
  return findings;
}

/** How an indicator is called in a sentence: 1.2 组织机构健全…. */
export function indicatorName({ number, content }: { number: string; content: string }): string {
  const line = content.replaceAll(/\s+/gu, ' ');
  const short = line.length > SHOWN_CONTENT ? `${line.slice(0, SHOWN_CONTENT)}…` : line;
  return number === '' ? `“${short}”` : `${number}“${short}”`;
}

function indicatorFindings({ settings }: CheckedScheme, indicator: CheckedIndicator): SchemeFinding[] {
  const { uid, maxPoints, rules, floor } = indicator;
  const of = (text: string): SchemeFinding => ({
    text: `${indicatorName(indicator)}${text}`,
    part: 'indicator',
    uid,
  });
  const findings = ruleFindings(indicator, settings).map((text) => of(`：${text}`));
  if (rules.length === 0) findings.push(of('还没有评分规则，打分时只能直接填分'));
  const worthNothing = maxPoints === 0 && floor === 'zero';
  if (worthNothing && rules.every(({ kind }) => kind !== 'bonus' && kind !== 'veto')) {
    findings.push(of('没有分值'));
  }
  return findings;
}

function settingsFindings({ settings, categories, indicators }: CheckedScheme): SchemeFinding[] {
  const texts: string[] = [];
  const bounds = settings.grades.map(({ atLeast }) => atLeast);
  if (bounds.at(-1) !== null) texts.push('最后一个等次不应有下限，低于前面各等次的都归它');
  const upper = bounds.slice(0, -1);
  if (upper.includes(null)) texts.push('只有最后一个等次可以不填下限');
  const descending = upper.every((bound, place) => {
    const above = upper[place - 1];
    return bound === null || above === undefined || above === null || bound < above;
  });
  if (!descending) texts.push('等次的下限应从高到低');
  if (new Set(settings.grades.map(({ name }) => name)).size < settings.grades.length) {
    texts.push('有两个等次同名');
  }
  if (settings.gradesSource === '') texts.push('没有写明等次界限的依据');
  const bonusRules = indicators.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'bonus'));
  const hasBonus = categories.some(({ bonus }) => bonus) || bonusRules.length > 0;
  if (hasBonus && settings.bonusCap === null) texts.push('有加分，但没有设加分上限');
  return texts.map((text) => ({ text, part: 'settings', uid: null }));
}
