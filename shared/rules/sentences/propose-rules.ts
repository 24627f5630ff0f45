import type { Points } from '../../points.ts';
import type { RuleOf, ScoringRule } from '../scoring/model.ts';
import { readSentence } from './read-sentence.ts';
import type { PointsOrAll, Reading, ReadRule, ReadRuleOf, UnreadPart } from './reading.ts';

/* What was read of an item's standard, as rules that its scheme can hold. The clerk confirms each. */

export interface ProposedRule {
  /** Its id stands for the proposal only; whoever takes it gives it one of its own. */
  rule: ScoringRule;
  /** What the sentence does not say and the kind needs, in Chinese: to be filled in once it is taken. */
  open: string[];
}

export interface Proposal {
  /** Those that the item does not have yet. */
  rules: ProposedRule[];
  /** 签订齐全得2分, beside rules that take points: what the item begins with, and no rule of its own. */
  start: string | null;
  /** Where the sentence says so. */
  floor: 'zero' | 'negative' | null;
  understood: boolean;
  unread: UnreadPart[];
}

interface ReadItem {
  /** Whether its points are above full marks. */
  inBonusCategory: boolean;
  content: string;
  ruleText: string;
  maxPoints: Points;
  rules: readonly ScoringRule[];
}

const THOUSANDTHS = 1_000;
const LONGEST_TEXT = 500;
const LONGEST_UNIT = 10;
const SMALLEST: Points = 1_000;

/**
 * What the standard of an item says and its rules do not. An item whose rules were made in another way keeps them:
 * nothing is proposed beside rules of which none was taken from the sentence.
 */
export function proposeRules(item: ReadItem): Proposal {
  const { ruleText, content, maxPoints, rules } = item;
  const reading = heldBy(item, readSentence(ruleText, { content, points: maxPoints / THOUSANDTHS }));
  const all = proposedOf(reading, maxPoints);
  const left = all.filter(
    ({ rule }) => !rules.some((own) => own.kind === rule.kind && own.text === rule.text),
  );
  const isOwnWork = rules.length > 0 && left.length === all.length;
  const floor = reading.floor === null ? null : reading.floor === 0 ? 'zero' : 'negative';
  const start = reading.rules.find((rule) => rule.kind === 'earn' && rule.start === true);
  return {
    rules: isOwnWork ? [] : left,
    start: start?.text ?? null,
    floor,
    understood: reading.understood,
    unread: isOwnWork ? [] : reading.unread,
  };
}

/** 酌情加1-3分 beside full marks: no kind of rule gives a range above them, only an item of a bonus category. */
function heldBy({ inBonusCategory, ruleText }: ReadItem, reading: Reading): Reading {
  const above = reading.rules.filter((rule) => rule.kind === 'discretion' && rule.above === true);
  if (inBonusCategory || above.length === 0) return reading;
  const left = above.map(({ text }) => {
    const from = ruleText.indexOf(text);
    return { text, from, to: from + text.length };
  });
  const unread = [...reading.unread, ...left].toSorted((one, other) => one.from - other.from);
  const rules = reading.rules.filter((rule) => !above.includes(rule));
  return { ...reading, rules, unread, understood: false };
}

function proposedOf({ rules }: Reading, maxPoints: Points): ProposedRule[] {
  const proposed: ProposedRule[] = [];
  for (const rule of rules) {
    const next = proposedRule(rule, maxPoints, `proposed-${proposed.length}`);
    const last = proposed.at(-1);
    const joined = next === null || last === undefined ? null : joinedRule(last.rule, next.rule);
    if (last !== undefined && joined !== null) last.rule = joined;
    else if (next !== null) proposed.push(next);
  }
  return proposed;
}

/** Levels of a bonus and classes of a count are one rule of the scheme. */
function joinedRule(last: ScoringRule, next: ScoringRule): ScoringRule | null {
  if (last.kind === 'bonus' && next.kind === 'bonus' && last.text === next.text) {
    return { ...last, levels: [...last.levels, ...next.levels] };
  }
  const areClasses = last.kind === 'each' && next.kind === 'each' && next.classes.length > 0;
  if (!areClasses || last.classes.length === 0 || last.per !== next.per) return null;
  const text = last.text === next.text ? last.text : `${last.text}，${next.text}`.slice(0, LONGEST_TEXT);
  return { ...last, text, classes: [...last.classes, ...next.classes] };
}

function pointsOf(points: number): Points {
  return Math.round(points * THOUSANDTHS);
}

function capOf({ cap }: { cap?: number }): Points | null {
  return cap === undefined ? null : pointsOf(cap);
}

function unitOf(unit: string): string {
  return unit.slice(0, LONGEST_UNIT);
}

/** 不得分 stays so when the points of the item are changed later; 扣6分 of an item of 6 does not. */
function deductedOf(points: PointsOrAll, maxPoints: Points, text: string): Points | 'all' {
  const isAll =
    points === 'all' ||
    (pointsOf(points) === maxPoints && /不.?[得计记给].{0,2}分|(?<![\d.])[0零]分/u.test(text));
  return isAll ? 'all' : pointsOf(points);
}

function proposedRule(read: ReadRule, maxPoints: Points, id: string): ProposedRule | null {
  // Points that the others are taken from are those of the item.
  if (read.kind === 'earn' && read.start === true) return null;
  const common = { id, text: read.text.slice(0, LONGEST_TEXT) };
  const closed = (rule: ScoringRule): ProposedRule => ({ rule, open: [] });
  switch (read.kind) {
    case 'failed':
      return closed({ ...common, kind: 'failed', points: deductedOf(read.points, maxPoints, read.text) });
    case 'each':
      return closed({ ...common, ...eachOf(read) });
    case 'growing': {
      const series = read.steps.map(pointsOf);
      const { continues, unit } = read;
      return closed({ ...common, kind: 'growing', series, continues, unit: unitOf(unit), cap: capOf(read) });
    }
    case 'steps':
      return closed({ ...common, ...stepsOf(read, maxPoints) });
    case 'belowMinimum': {
      const { minimum, points, per, unit } = read;
      const figures = { minimum: String(minimum), points: pointsOf(points), per, cap: capOf(read) };
      return closed({ ...common, kind: 'belowMinimum', ...figures, unit: unitOf(unit) });
    }
    case 'rate':
      return rateOf(read, maxPoints, common);
    case 'discretion': {
      const max = read.max === null ? maxPoints : pointsOf(read.max);
      const rule = { ...common, kind: 'discretion', effect: read.effect, min: pointsOf(read.min) } as const;
      return max > 0 ? closed({ ...rule, max }) : { rule: { ...rule, max: SMALLEST }, open: ['最多多少分'] };
    }
    case 'earn':
      return earnOf(read, maxPoints, common);
    case 'bonus': {
      const levels = [{ name: levelName(read), points: pointsOf(read.points) }];
      return closed({ ...common, kind: 'bonus', levels, cap: capOf(read) });
    }
    case 'veto':
      return vetoOf(read, common);
    default:
      return read satisfies never;
  }
}

const LONGEST_NAME = 30;

/** 承办现场会的奖励2分: without a level it is given for what its words say. */
function levelName({ level, text }: ReadRuleOf<'bonus'>): string {
  const condition = text.replace(/[的,，]*(?:分别|另|再|可|各)?(?:加|奖|给予).*$/su, '').trim();
  const isName = condition !== '' && condition.length <= LONGEST_NAME;
  return level ?? (isName ? condition : '符合条件');
}

type Common = Pick<ScoringRule, 'id' | 'text'>;

function eachOf(read: ReadRuleOf<'each'>): Omit<RuleOf<'each'>, keyof Common> {
  const { per, unit } = read;
  const points = pointsOf(read.points);
  const classes = read.class === undefined ? [] : [{ name: read.class, points }];
  return { kind: 'each', points, per, unit: unitOf(unit), classes, cap: capOf(read) };
}

function stepsOf(read: ReadRuleOf<'steps'>, maxPoints: Points): Omit<RuleOf<'steps'>, keyof Common> {
  const steps = read.steps.map(({ relation, bound, points }) => ({
    relation,
    bound: String(bound),
    points: deductedOf(points, maxPoints, read.text),
  }));
  return { kind: 'steps', effect: read.effect, unit: unitOf(read.unit), steps };
}

const PER_100_000 = /10万|十万/u;

function rateOf(read: ReadRuleOf<'rate'>, maxPoints: Points, common: Common): ProposedRule {
  const { target, direction, per, partial, unit } = read;
  const scale = unit === '%' ? '100' : PER_100_000.test(`${unit}${read.text}`) ? '100000' : '1';
  const points = read.points === null ? maxPoints : pointsOf(read.points);
  const open = [...(target === null ? ['目标值'] : []), ...(points > 0 ? [] : ['扣几分'])];
  const rule: RuleOf<'rate'> = {
    ...common,
    kind: 'rate',
    target: String(target ?? 100),
    direction,
    points: points > 0 ? points : SMALLEST,
    per: per === null ? null : String(per),
    partial,
    scale,
    unit: unitOf(unit),
    cap: capOf(read),
  };
  return { rule, open };
}

function earnOf(read: ReadRuleOf<'earn'>, maxPoints: Points, common: Common): ProposedRule {
  const points = read.points === 'all' ? maxPoints : pointsOf(read.points);
  const { min, max } = read;
  const otherwise =
    min === undefined || max === undefined ? null : { min: pointsOf(min), max: pointsOf(max) };
  const rule = { ...common, kind: 'earn', otherwise } as const;
  return points > 0
    ? { rule: { ...rule, points }, open: [] }
    : { rule: { ...rule, points: SMALLEST }, open: ['得几分'] };
}

function vetoOf(read: ReadRuleOf<'veto'>, common: Common): ProposedRule {
  const rule: RuleOf<'veto'> = {
    ...common,
    kind: 'veto',
    effect: read.effect ?? 'lowestGrade',
    points: pointsOf(read.points ?? 0),
    bestGrade: read.bestGrade ?? 0,
  };
  return { rule, open: read.effect === null ? ['否决的后果'] : [] };
}
