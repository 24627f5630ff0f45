import type { Points } from '../../../points.ts';
import { decimalText, pointsText } from '../../scoring/points-text.ts';
import { movementOf, placesWord, type Stood } from './movement.ts';

/** One indicator that points were lost on, or a bonus was given for. */
export interface ReasonedPoints {
  number: string;
  content: string;
  points: Points;
  /** What the rules took, and the reason in the clerk's words. */
  reason: string;
}

export interface ResultFacts extends Stood {
  name: string;
  periodTitle: string;
  groupName: string;
  objectCount: number;
  decimals: number;
  fullPoints: Points;
  grade: string;
  /** 一票否决 and the like. */
  remark: string;
  complete: boolean;
  /** The greatest first. */
  losses: readonly ReasonedPoints[];
  bonuses: readonly ReasonedPoints[];
  /** How it stood in the last period of the kind; null where it was not assessed. */
  previous: Stood | null;
}

const CONTENT_LETTERS = 40;

/**
 * Draft of what is said of one object's result, made of its reasons alone: where it stands, what it lost and why,
 * the greatest loss first. The clerk edits it.
 */
export function resultText(facts: ResultFacts): string {
  const { losses, bonuses, complete } = facts;
  const lost = losses.reduce((sum, { points }) => sum + points, 0);
  const lines = [
    `${facts.name}：${standingSentence(facts)}`,
    lost === 0 ? (complete ? '各项指标均未失分。' : '') : `共失${pointsText(lost)}分，主要情况：`,
    ...losses.map((loss, place) => `${place + 1}. ${reasonedText(loss, '失')}`),
    bonuses.length === 0 ? '' : '加分情况：',
    ...bonuses.map((bonus, place) => `${place + 1}. ${reasonedText(bonus, '加')}`),
    complete ? '' : '以上为暂时情况，还有未评的指标。',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function standingSentence(facts: ResultFacts): string {
  const { periodTitle, groupName, objectCount, total, rank, grade, remark, decimals, fullPoints } = facts;
  if (total === null) return `${periodTitle}没有适用的指标，不评定等次。`;
  const parts = [
    `${periodTitle}得${decimalText(total, decimals)}分（满分${pointsText(fullPoints)}分）`,
    grade === '' ? '' : `等次为${grade}`,
    rank === null ? '' : `在${groupName}${objectCount}个单位中列第${rank}名${movementWords(facts)}`,
    remark,
  ];
  return `${parts.filter((part) => part !== '').join('，')}。`;
}

function movementWords({ previous, ...now }: ResultFacts): string {
  if (previous === null) return '';
  const word = placesWord(movementOf(now, previous, false).places);
  return word === '' ? '' : `，比上期${word}`;
}

function reasonedText({ number, content, points, reason }: ReasonedPoints, verb: '失' | '加'): string {
  const name = `${firstClause(content)}${number === '' ? '' : `（${number}）`}`;
  const ended = reason.replace(/[。；;]+$/u, '');
  return `${name}：${verb}${pointsText(points)}分${ended === '' ? '' : `，${ended}`}。`;
}

/** What an indicator is about, without its particulars. */
function firstClause(content: string): string {
  const [clause = ''] = content.split(/[。；;\n]/u);
  return clause.length <= CONTENT_LETTERS ? clause : `${clause.slice(0, CONTENT_LETTERS - 1)}…`;
}
