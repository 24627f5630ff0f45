import type { Right } from '../../rights.ts';
import type { SchemeSettings } from '../scoring/model.ts';
import { eachLine } from './packed-lines.ts';

/*
 * The way of a score: the object scores itself, the team checks, the check is reviewed (复核), the office settles it
 * (核定). Each stage keeps its own entries; results count the latest stage that has one.
 */

/** Earliest first. */
export const scoreStages = ['self', 'checked', 'reviewed', 'final'] as const;
export type ScoreStage = (typeof scoreStages)[number];

export const stageNames: Readonly<Record<ScoreStage, string>> = {
  self: '自评分',
  checked: '考评分',
  reviewed: '复核分',
  final: '核定分',
};

/** Who may enter the scores of a stage. */
export const rightOfStage = {
  self: 'scoreSelf',
  checked: 'score',
  reviewed: 'scoreReviewed',
  final: 'scoreFinal',
} as const satisfies Readonly<Record<ScoreStage, Right>>;

type Counting = Pick<SchemeSettings, 'selfCounts'>;

/** Stages whose entries count in results, earliest first: a self score only where the scheme says so. */
export function countedStages({ selfCounts }: Counting): ScoreStage[] {
  return scoreStages.filter((stage) => stage !== 'self' || selfCounts);
}

/** The stage whose entries show through where a stage has none of its own; null: none does. */
export function stageBeneath(stage: ScoreStage, counting: Counting): ScoreStage | null {
  const counted = countedStages(counting);
  return counted[counted.indexOf(stage) - 1] ?? null;
}

/** The latest of some stages; null for none. */
export function latestStage(stages: readonly ScoreStage[]): ScoreStage | null {
  return scoreStages.findLast((stage) => stages.includes(stage)) ?? null;
}

/**
 * What counts of one object: of each cell the entry of the latest stage that has one.
 * @param texts of each stage, earliest first, packed as `createUnpacker` reads them
 */
export function countedText(texts: readonly string[]): string {
  const filled = texts.filter((text) => text !== '');
  const [only = ''] = filled;
  if (filled.length < 2) return only;
  const latest = new Map<string, string>();
  for (const text of filled) eachLine(text, (key, entry) => void latest.set(key, entry));
  return [...latest].map(([key, entry]) => `${key} ${entry}`).join('\n');
}
