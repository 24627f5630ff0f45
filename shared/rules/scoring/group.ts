import { compareTotals, graded, rankSorted } from './rank.ts';
import type { GradedObject, Standing } from './rank.ts';
import type { ScoredIndicator, ScoredScheme, ScoreEntry } from './model.ts';
import type { ObjectScore, SchemePlan } from './object.ts';
import { combineScores, planScheme, scoreInPlan } from './object.ts';
import type { IndicatorScore } from './result.ts';

export interface GroupObject {
  uid: string;
  /** By indicator uid. */
  entries: ReadonlyMap<string, ScoreEntry>;
  /** Uids of the indicators whose condition the object does not meet. */
  inapplicable: ReadonlySet<string>;
}

export interface EntryEdit {
  objectUid: string;
  indicatorUid: string;
  /** Null empties the cell. */
  entry: ScoreEntry | null;
}

export interface GroupScorer {
  /** All edits at once, then one ranking. Throws RangeError for an uid the group does not have. */
  setEntries(edits: readonly EntryEdit[]): void;
  score(objectUid: string): ObjectScore;
  standing(objectUid: string): Standing;
  /** In rank order; equals in the order the objects were given in. */
  standings(): readonly Standing[];
}

interface Member {
  place: number;
  /** Place in the order of ranks, as of the last time that standings were asked for. */
  rankPlace: number;
  inapplicable: ReadonlySet<string>;
  result: ObjectScore;
  graded: GradedObject;
}

function totalled(plan: SchemePlan, uid: string, scores: ReadonlyMap<string, IndicatorScore>) {
  const result = combineScores(plan, scores);
  const { total, complete, veto } = result;
  const ranked = { uid, total, complete, gradeCeiling: veto.gradeCeiling };
  return { result, graded: graded(ranked, plan.scheme.settings) };
}

type CellScorer = (indicator: ScoredIndicator, entry: ScoreEntry | null, applies: boolean) => IndicatorScore;

/** Objects that share an entry, as most do, share its score as well. Nobody changes either. */
function cellScorer(plan: SchemePlan): CellScorer {
  const known = new Map<ScoredIndicator, Map<ScoreEntry | null | 'inapplicable', IndicatorScore>>();
  return (indicator, entry, applies) => {
    const ofIndicator = known.get(indicator) ?? new Map<ScoreEntry | null | 'inapplicable', IndicatorScore>();
    known.set(indicator, ofIndicator);
    const key = applies ? entry : 'inapplicable';
    const score = ofIndicator.get(key) ?? scoreInPlan(plan, indicator, entry, applies);
    ofIndicator.set(key, score);
    return score;
  };
}

function memberOf(plan: SchemePlan, scoreCell: CellScorer, object: GroupObject, place: number): Member {
  const scores = new Map<string, IndicatorScore>();
  for (const indicator of plan.scheme.indicators) {
    const { uid } = indicator;
    scores.set(uid, scoreCell(indicator, object.entries.get(uid) ?? null, !object.inapplicable.has(uid)));
  }
  return { place, rankPlace: 0, inapplicable: object.inapplicable, ...totalled(plan, object.uid, scores) };
}

/** A function of its own, so that what was remembered of shared entries is let go with it. */
function membersOf(plan: SchemePlan, objects: readonly GroupObject[]): Map<string, Member> {
  const scoreCell = cellScorer(plan);
  return new Map(objects.map((object, place) => [object.uid, memberOf(plan, scoreCell, object, place)]));
}

function byStanding(left: Member, right: Member): number {
  return compareTotals(left.graded, right.graded) || left.place - right.place;
}

function need<Value>(map: ReadonlyMap<string, Value>, uid: string): Value {
  const value = map.get(uid);
  if (value === undefined) throw new RangeError(`Not part of this group: ${uid}`);
  return value;
}

/** Where a member belongs among those in order. */
function placeIn(order: readonly Member[], member: Member): number {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = order[middle];
    if (there !== undefined && byStanding(there, member) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Scores of a whole group that follow single edits: one changed cell costs one indicator, one object's sum, and a
 * new place for one object among those that stay in order.
 */
export function createGroupScorer(scheme: ScoredScheme, objects: readonly GroupObject[]): GroupScorer {
  const plan = planScheme(scheme);
  const indicators = new Map<string, ScoredIndicator>(
    scheme.indicators.map((indicator) => [indicator.uid, indicator]),
  );
  const members = membersOf(plan, objects);
  let order = [...members.values()].toSorted(byStanding);
  let standings: readonly Standing[] | null = null;

  /** Only when asked for: many edits may come between two looks at a standing. */
  function allStandings(): readonly Standing[] {
    if (standings !== null) return standings;
    for (const [rankPlace, member] of order.entries()) member.rankPlace = rankPlace;
    standings = rankSorted(
      order.map((member) => member.graded),
      scheme.settings,
    );
    return standings;
  }

  /** Into a new map: a result that was handed out stays as it was. */
  function apply(member: Member, edits: readonly EntryEdit[]): void {
    const scores = new Map(member.result.indicators);
    for (const { indicatorUid, entry } of edits) {
      const applies = !member.inapplicable.has(indicatorUid);
      scores.set(indicatorUid, scoreInPlan(plan, need(indicators, indicatorUid), entry, applies));
    }
    Object.assign(member, totalled(plan, member.graded.uid, scores));
  }

  function setEntries(edits: readonly EntryEdit[]): void {
    const byMember = new Map<Member, EntryEdit[]>();
    for (const edit of edits) {
      need(indicators, edit.indicatorUid);
      const member = need(members, edit.objectUid);
      const ofMember = byMember.get(member);
      if (ofMember === undefined) byMember.set(member, [edit]);
      else ofMember.push(edit);
    }
    order = order.filter((member) => !byMember.has(member));
    for (const [member, ofMember] of byMember) {
      apply(member, ofMember);
      order.splice(placeIn(order, member), 0, member);
    }
    standings = null;
  }

  function standing(objectUid: string): Standing {
    const ranked = allStandings();
    const found = ranked[need(members, objectUid).rankPlace];
    if (found === undefined) throw new RangeError(`Not ranked: ${objectUid}`);
    return found;
  }

  return {
    setEntries,
    score: (objectUid) => need(members, objectUid).result,
    standing,
    standings: allStandings,
  };
}
