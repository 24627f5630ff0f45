import { addDays, addMonths } from '../../calendar/days.ts';
import { pointsText } from '../scoring/points-text.ts';
import { type DecisionFacts, isPublished } from './course.ts';
import { creditLevelNames, type CreditLevel, type DiscreditLevel, type EventEffect } from './levels.ts';
import type { CreditSettings } from './settings.ts';

/*
 * An enterprise's rating on a day follows from its events and decisions alone. A discredit level takes a decision that
 * is public; events without one only propose it.
 */

export interface RatedEvent {
  day: string;
  kindName: string;
  effect: EventEffect;
  /** Thousandths; 0 unless the effect is points. */
  points: number;
  /** How long an award counts. */
  months: number;
  source: string;
  /** Whether a decision was begun upon it, whatever became of it. */
  isDealtWith: boolean;
}

export interface RatedDecision extends DecisionFacts {
  number: string;
}

export interface RatingLine {
  text: string;
  source: string;
}

export interface Rating {
  level: CreditLevel;
  /** What its events lead to, where no decision was begun upon them. */
  proposal: DiscreditLevel | null;
  /** Points (thousandths) that count on the day. */
  points: number;
  /** Why, line by line. */
  lines: RatingLine[];
}

export function ratingOn(
  events: readonly RatedEvent[],
  decisions: readonly RatedDecision[],
  settings: CreditSettings,
  day: string,
): Rating {
  const known = events.filter((event) => event.day <= day);
  const published = decisions.filter((decision) => isPublished(decision, day));
  const discredited = worstOf(published.map(({ level }) => level));
  const { proposal, points, lines: proposalLines } = proposalOf(known, settings, day);
  const isPending = decisions.some((decision) => isToBeDecided(decision, day));
  const awards = known.filter((event) => countsAsAward(event, day));
  const lines = [...published.map((each) => decisionLine(each, settings)), ...proposalLines];
  if (discredited !== null) return { level: discredited, proposal, points, lines };
  if (awards.length === 0) return { level: 'none', proposal, points, lines };
  const holdsBack = proposal !== null || isPending;
  return {
    level: holdsBack ? 'none' : 'trusted',
    proposal,
    points,
    lines: [
      ...lines,
      ...awards.map(awardLine),
      ...(holdsBack ? [{ text: '有失信行为待认定，暂不列入守信。', source: '' }] : []),
    ],
  };
}

function proposalOf(
  events: readonly RatedEvent[],
  { lines }: CreditSettings,
  day: string,
): Pick<Rating, 'proposal' | 'points' | 'lines'> {
  const open = events.filter(({ isDealtWith }) => !isDealtWith);
  const first = firstDayOfPoints(lines, day);
  const points = open
    .filter(({ effect, day: on }) => effect === 'points' && on >= first)
    .reduce((sum, event) => sum + event.points, 0);
  const direct = open.flatMap((event) => {
    const { effect } = event;
    return effect === 'ordinary' || effect === 'serious' ? [{ ...event, effect }] : [];
  });
  const byPoints = levelOfPoints(points, lines);
  return {
    proposal: worstOf([...direct.map(({ effect }) => effect), ...(byPoints === null ? [] : [byPoints])]),
    points,
    lines: [
      ...direct.map(({ day: on, kindName, effect, source }) => ({
        text: `${on} ${kindName}：拟认定${creditLevelNames[effect]}。`,
        source,
      })),
      ...(points === 0 ? [] : [pointsLine(points, byPoints, lines)]),
    ],
  };
}

/** From which day on points count on a day. */
export function firstDayOfPoints({ months }: CreditSettings['lines'], day: string): string {
  return addDays(addMonths(day, -months), 1);
}

function levelOfPoints(
  points: number,
  { ordinary, serious }: CreditSettings['lines'],
): DiscreditLevel | null {
  if (points >= serious) return 'serious';
  return points >= ordinary ? 'ordinary' : null;
}

function pointsLine(
  points: number,
  reached: DiscreditLevel | null,
  lines: CreditSettings['lines'],
): RatingLine {
  const counted = `近 ${lines.months} 个月计 ${pointsText(points)} 分`;
  const line = pointsText(lines[reached ?? 'ordinary']);
  const judged =
    reached === null ? `未到一般失信的 ${line} 分` : `达到 ${line} 分，拟认定${creditLevelNames[reached]}`;
  return { text: `${counted}，${judged}。`, source: lines.source };
}

function worstOf(levels: readonly DiscreditLevel[]): DiscreditLevel | null {
  if (levels.length === 0) return null;
  return levels.includes('serious') ? 'serious' : 'ordinary';
}

function isToBeDecided({ proposedOn, decidedOn, droppedOn }: DecisionFacts, day: string): boolean {
  return proposedOn <= day && [decidedOn, droppedOn].every((end) => end === null || end > day);
}

/** Whether an event is an award that counts on a day. */
export function countsAsAward(event: Pick<RatedEvent, 'day' | 'effect' | 'months'>, day: string): boolean {
  return event.effect === 'trusted' && event.day <= day && awardEnd(event) >= day;
}

/** The last day on which an award counts. */
function awardEnd({ day, months }: Pick<RatedEvent, 'day' | 'months'>): string {
  return addMonths(day, months);
}

function awardLine(event: RatedEvent): RatingLine {
  return { text: `${event.day} ${event.kindName}：守信，至 ${awardEnd(event)}。`, source: event.source };
}

function decisionLine(
  { level, decidedOn, publishedUntil, number }: RatedDecision,
  { publicitySource }: CreditSettings,
): RatingLine {
  const by = number === '' ? '' : `${number} `;
  return {
    text: `${decidedOn ?? ''} ${by}认定${creditLevelNames[level]}，公示至 ${publishedUntil ?? ''}。`,
    source: publicitySource,
  };
}
