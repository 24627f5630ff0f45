import type { Points } from '../../points.ts';
import type { RuleOf, ScoringRule } from './model.ts';
import { pointsText, rangeText } from './points-text.ts';
import { conditionOf, countingVerb, unitOf } from './rules/wording.ts';

const RELATIONS = { '<': '低于', '<=': '不高于', '>': '高于', '>=': '不低于' } as const;

function atMost(cap: Points | null): string {
  return cap === null ? '' : `，最多扣${pointsText(cap)}分`;
}

function describeEach(rule: RuleOf<'each'>): string {
  const per = `每${countingVerb(rule)}${rule.per}${unitOf(rule)}`;
  const cost =
    rule.classes.length === 0
      ? `${per}扣${pointsText(rule.points)}分`
      : rule.classes.map(({ name, points }) => `${name}${per}扣${pointsText(points)}分`).join('、');
  return cost + atMost(rule.cap);
}

function describeGrowing(rule: RuleOf<'growing'>): string {
  const cases = rule.series.map((points, place) => `第${place + 1}${unitOf(rule)}扣${pointsText(points)}分`);
  return `${cases.join('、')}${rule.continues ? '，以此类推' : '，此后不再加扣'}${atMost(rule.cap)}`;
}

function describeSteps(rule: RuleOf<'steps'>): string {
  return rule.steps
    .map(({ relation, bound, points }) => {
      const when = `${RELATIONS[relation]}${bound}${rule.unit}`;
      if (rule.effect === 'award') return `${when}得${points === 'all' ? '满' : pointsText(points)}分`;
      return points === 'all' ? `${when}不得分` : `${when}扣${pointsText(points)}分`;
    })
    .join('，');
}

function describeBelowMinimum(rule: RuleOf<'belowMinimum'>): string {
  const unit = unitOf(rule);
  const cost = `每少${rule.per}${unit}扣${pointsText(rule.points)}分`;
  return `不少于${rule.minimum}${unit}，${cost}${atMost(rule.cap)}`;
}

function describeRate(rule: RuleOf<'rate'>): string {
  const [bound, side] = rule.direction === 'atLeast' ? ['不低于', '低'] : ['不高于', '高'];
  const target = `目标${bound}${rule.target}${rule.unit}`;
  const points = pointsText(rule.points);
  if (rule.per === null) return `${target}，未达到扣${points}分`;
  const step = rule.unit.normalize('NFKC') === '%' ? `${rule.per}个百分点` : `${rule.per}${rule.unit}`;
  const begun = rule.partial === 'whole' ? '，不足部分不计' : '，不足部分按比例计';
  return `${target}，每${side}${step}扣${points}分${begun}${atMost(rule.cap)}`;
}

function describeDiscretion(rule: RuleOf<'discretion'>): string {
  return rule.effect === 'award' ? `按落实情况得${rangeText(rule)}分` : `酌情扣${rangeText(rule)}分`;
}

function describeEarn(rule: RuleOf<'earn'>): string {
  const points = pointsText(rule.points);
  return rule.otherwise === null
    ? `达到要求得${points}分`
    : `记${points}分，否则扣${rangeText(rule.otherwise)}分`;
}

function describeBonus(rule: RuleOf<'bonus'>): string {
  const levels = rule.levels.map(({ name, points }) => `${name}加${pointsText(points)}分`).join('、');
  return rule.cap === null ? levels : `${levels}，最多加${pointsText(rule.cap)}分`;
}

function describeVeto(rule: RuleOf<'veto'>): string {
  if (rule.effect === 'zeroTotal') return '一票否决，总分记0分';
  if (rule.effect === 'lowestGrade') return '一票否决，定为最低等次';
  const cost = rule.points === 0 ? '' : `每次从总分扣${pointsText(rule.points)}分，`;
  return `一票否决，${cost}最高只能评第${rule.bestGrade + 1}等`;
}

/** A rule in one short Chinese line, from its figures: 每少1次扣3分,最多扣6分. */
export function describeRule(rule: ScoringRule): string {
  switch (rule.kind) {
    case 'failed':
      return `${conditionOf(rule, '未达到要求')}${rule.points === 'all' ? '不得分' : `扣${pointsText(rule.points)}分`}`;
    case 'each':
      return describeEach(rule);
    case 'growing':
      return describeGrowing(rule);
    case 'steps':
      return describeSteps(rule);
    case 'belowMinimum':
      return describeBelowMinimum(rule);
    case 'rate':
      return describeRate(rule);
    case 'discretion':
      return describeDiscretion(rule);
    case 'earn':
      return describeEarn(rule);
    case 'bonus':
      return describeBonus(rule);
    case 'veto':
      return describeVeto(rule);
    default:
      return rule satisfies never;
  }
}
