import { leaveAlternatives } from './alternatives.ts';
import { askedIn } from './asked.ts';
import { plainText, writtenPart } from './characters.ts';
import { chunksOf } from './chunks.ts';
import { draftsOf } from './clause-rules.ts';
import { type Clause, partsOf } from './clauses.ts';
import { type Draft, lastDraft, leave, type State } from './drafts.ts';
import { addDraft, joinOtherSides, markStart } from './merge.ts';
import type { ReadRule, Reading } from './reading.ts';
import { applyRemark } from './remarks.ts';

/** Nobody writes a longer standard into a cell; what is longer is left to the clerk. */
const LONGEST_SENTENCE = 2_000;

export interface ReadingOptions {
  /** Points of the item, in plain points: 不得分 and 酌情扣分 are measured by them. */
  points?: number | null;
  /**
   * The item's own text (考评内容), where the number or share is asked for that the standard counts against: 每年带队
   * 检查不少于2次 beside 少一次扣3分. Only its one bound is taken from it.
   */
  content?: string;
}

/**
 * Reads what a scheme's standard says (少一次扣3分,扣完为止) into rules with their figures. Never guesses: words that
 * bear on the score and were not understood stand in `unread`, and then `understood` is false. Never throws.
 */
export function readSentence(
  sentence: string,
  { points = null, content = '' }: ReadingOptions = {},
): Reading {
  const nothing: Reading = { rules: [], floor: null, understood: false, unread: [] };
  if (sentence.trim() === '') return nothing;
  if (sentence.length > LONGEST_SENTENCE) {
    return { ...nothing, unread: [{ text: sentence, from: 0, to: sentence.length }] };
  }
  const plain = plainText(sentence);
  const state: State = {
    points: points === null || points <= 0 ? null : points,
    drafts: [],
    requirement: requirementIn(content),
    floor: null,
    countedIn: null,
    leading: null,
    unread: [],
  };
  const written = (from: number, to: number): string => writtenPart(plain, from, to).text;
  let isBehindUnread = false;
  for (const part of partsOf(chunksOf(plain.text))) {
    const unreadBefore = state.unread.length;
    if (part.type === 'requirement') state.requirement = part.bound;
    else if (part.type === 'unread') state.unread.push(part);
    else if (part.type === 'clause') readClause(part, state, written);
    // 最多扣3分 behind words that were not understood is said of these.
    else if ((isBehindUnread && part.type !== 'floor') || !applyRemark(state, part)) state.unread.push(part);
    if (part.type !== 'requirement') isBehindUnread = state.unread.length > unreadBefore;
  }
  if (state.drafts.some(({ isFromTotal, rule }) => isFromTotal && rule.kind !== 'veto'))
    state.floor = 'negative';
  leaveAlternatives(state);
  joinOtherSides(state);
  markStart(state);
  leave(state, isBrokenRow);
  leave(state, isStrayCount);
  leave(state, isUnbounded);
  const rules = state.drafts.map(({ rule }) => rule);
  const unread = apart(state.unread).map(({ from, to }) => writtenPart(plain, from, to));
  const isWhole = unread.length === 0 && rules.length > 0;
  if (unread.length === 0 && rules.length === 0)
    unread.push({ text: sentence, from: 0, to: sentence.length });
  return { rules, floor: state.floor, understood: isWhole, unread };
}

/** The one number or share that an item's text asks for; of several nobody knows which is meant. */
function requirementIn(content: string): State['requirement'] {
  if (content === '') return null;
  const chunks = chunksOf(plainText(content).text);
  const only = askedIn(chunks);
  return chunks.filter(({ type }) => type === 'bound').length === 1 && only?.upper === null ? only : null;
}

function readClause(clause: Clause, state: State, written: (from: number, to: number) => string): void {
  // A number that was counted against is not that of the next sentence.
  if (state.countedIn !== null && state.countedIn !== clause.group) state.requirement = null;
  const asked = askedIn(clause.conditions);
  if (asked !== null) state.requirement = asked;
  if (asked !== null) state.countedIn = null;
  const drafts = draftsOf(clause, state, written);
  if (drafts === null || !drafts.every(({ rule }) => isStorable(rule))) state.unread.push(clause);
  else for (const draft of drafts) addDraft(state, draft);
  const last = lastDraft(state);
  // 否则不得分 says nothing of its own and belongs to what stands before.
  if (drafts?.length === 0 && last !== undefined) last.to = clause.to;
}

/** The parts in their order; those that overlap, or have but one mark between, as one. */
function apart(parts: State['unread']): State['unread'] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of parts.toSorted((left, right) => left.from - right.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** A row of cases is understood from the first one on, and one case is no row. */
function isBrokenRow({ rule, cases }: Draft): boolean {
  return rule.kind === 'growing' && (cases[0] !== 1 || rule.steps.length < 2);
}

/** 2名领导未到场 is no count of every two. */
function isStrayCount({ rule, quantity }: Draft): boolean {
  return (
    rule.kind === 'each' &&
    rule.per > 1 &&
    quantity !== null &&
    !quantity.isVerbed &&
    rule.per === quantity.per
  );
}

/** 每建成一个得1分: how many are counted is not said. */
function isUnbounded({ rule, counted }: Draft): boolean {
  return rule.kind === 'earn' && counted?.type === 'count';
}

const THOUSANDTHS = 1_000;

function isFine(figure: number): boolean {
  const thousandths = figure * THOUSANDTHS;
  return Math.abs(thousandths - Math.round(thousandths)) < 1e-6 && figure >= 0 && thousandths <= 10_000_000;
}

/** Points are stored in thousandths, up to ten thousand. */
function isStorable(rule: ReadRule): boolean {
  const figures = [
    'points' in rule ? rule.points : null,
    'min' in rule ? rule.min : null,
    'max' in rule ? rule.max : null,
    ...(rule.kind === 'growing' ? rule.steps : []),
    ...(rule.kind === 'steps' ? rule.steps.map((step) => step.points) : []),
  ];
  return figures.every((figure) => typeof figure !== 'number' || isFine(figure));
}
