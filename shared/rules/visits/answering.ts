import type { Answer } from './model.ts';

/** A line of a checklist, as far as answering goes. */
export interface AskedItem {
  uid: string;
  parentUid: string | null;
  kind: 'section' | 'question';
}

/** Answers by item; of a section only that it does not apply as a whole. */
export type Answers = ReadonlyMap<string, Answer>;

/** The sections above an item, the nearest first. */
function sectionsAbove(item: AskedItem, byUid: ReadonlyMap<string, AskedItem>): AskedItem[] {
  const above: AskedItem[] = [];
  let parent = byUid.get(item.parentUid ?? '');
  while (parent !== undefined && !above.includes(parent)) {
    above.push(parent);
    parent = byUid.get(parent.parentUid ?? '');
  }
  return above;
}

/** Items below a section that does not apply: nothing is asked there. */
export function switchedOff(items: readonly AskedItem[], given: Answers): Set<string> {
  const byUid = new Map(items.map((item) => [item.uid, item]));
  const isOff = ({ uid, kind }: AskedItem) => kind === 'section' && given.get(uid) === 'notApplicable';
  return new Set(items.filter((item) => sectionsAbove(item, byUid).some(isOff)).map(({ uid }) => uid));
}

/** What of the answers counts: none below a section that does not apply, of a section nothing but that. */
export function answersThatCount(items: readonly AskedItem[], given: Answers): Map<string, Answer> {
  const off = switchedOff(items, given);
  const counting = items.flatMap(({ uid, kind }) => {
    const answer = given.get(uid);
    if (answer === undefined || off.has(uid)) return [];
    return kind === 'section' && answer !== 'notApplicable' ? [] : [[uid, answer] as const];
  });
  return new Map(counting);
}

export interface Answered {
  /** Questions that are asked. */
  questions: number;
  answered: number;
  failed: number;
}

export function countAnswers(items: readonly AskedItem[], given: Answers): Answered {
  const off = switchedOff(items, given);
  const asked = items.filter(({ uid, kind }) => kind === 'question' && !off.has(uid));
  return {
    questions: asked.length,
    answered: asked.filter(({ uid }) => given.has(uid)).length,
    failed: asked.filter(({ uid }) => given.get(uid) === 'fail').length,
  };
}
