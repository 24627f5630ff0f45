import type { Indicator } from '../../contract/schemes.ts';
import type { SchemeChangePreview } from '../../contract/scheme-change.ts';
import { isSameFraction } from '../fraction.ts';
import { indicatorName } from '../schemes/findings.ts';
import { carriedEntry } from '../scoring/carried-entry.ts';
import type { GroupScorer } from '../scoring/group.ts';
import type { ScoreEntry } from '../scoring/model.ts';
import type { ObjectScore } from '../scoring/object.ts';
import { pointsText } from '../scoring/points-text.ts';
import type { Standing } from '../scoring/rank.ts';
import type { IndicatorScore } from '../scoring/result.ts';
import { canonicalText } from './canonical-text.ts';
import { type GroupEntries, type ScoredFrame, scorerOf } from './group-scores.ts';

/* What becomes of a group's scores where it is scored with another version of its scheme. */

interface Versions {
  from: ScoredFrame;
  /** The same objects in the same order. */
  to: ScoredFrame;
  /** Which indicator of the new version each one became. */
  successors: ReadonlyMap<string, string>;
}

/** Carries entries of one indicator over; shared entries are looked at once and stay shared. */
export type Carry = (indicatorUid: string, entry: ScoreEntry) => ScoreEntry | null;

export function carryBetween({ from, to, successors }: Versions): Carry {
  const before = byUid(from.scheme.indicators);
  const after = byUid(to.scheme.indicators);
  const known = new Map<string, Map<ScoreEntry, ScoreEntry | null>>();
  const same = new Map<string, boolean>();
  function rulesAreSame(uid: string, old: Indicator, now: Indicator): boolean {
    const found = same.get(uid) ?? canonicalText(old.rules) === canonicalText(now.rules);
    same.set(uid, found);
    return found;
  }
  return (uid, entry) => {
    const [old, now] = [before.get(uid), after.get(successors.get(uid) ?? '')];
    if (old === undefined || now === undefined) return null;
    if (rulesAreSame(uid, old, now)) return entry;
    const ofIndicator = known.get(uid) ?? new Map<ScoreEntry, ScoreEntry | null>();
    known.set(uid, ofIndicator);
    const carried = ofIndicator.has(entry) ? (ofIndicator.get(entry) ?? null) : carriedEntry(entry, old, now);
    ofIndicator.set(entry, carried);
    return carried;
  };
}

/** Of the old version, to be carried over; or what judges come to in the new one, by its indicators. */
export type StageEntries = GroupEntries | { carried: GroupEntries };

/** Entries by object and by indicator of the new version: an earlier stage counts where a later one is cleared. */
function carriedEntries(versions: Versions, stages: readonly StageEntries[]): GroupEntries {
  const carry = carryBetween(versions);
  const carried = new Map(versions.from.objects.map(({ uid }) => [uid, new Map<string, ScoreEntry>()]));
  for (const stage of stages) {
    const isNew = 'carried' in stage;
    for (const [objectUid, own] of isNew ? stage.carried : stage) {
      for (const [uid, entry] of own) {
        const after = isNew ? entry : carry(uid, entry);
        const successor = isNew ? uid : versions.successors.get(uid);
        if (after !== null && successor !== undefined) carried.get(objectUid)?.set(successor, after);
      }
    }
  }
  return carried;
}

type Differences = Pick<SchemeChangePreview, 'indicators' | 'names' | 'cells' | 'objects' | 'newCellCount'>;

/**
 * Every score, total, grade and rank that would be another one.
 * @param stages entries of each stage that counts in the new version, the earliest first
 */
export function schemeDifferences(
  versions: Versions,
  stages: readonly StageEntries[],
  scorer: GroupScorer,
): Differences {
  const carried = carriedEntries(versions, stages);
  const after = scorerOf(versions.to, carried);
  return {
    indicators: indicatorChanges(versions),
    names: versions.from.objects.map(({ shortName }) => shortName),
    cells: cellChanges(versions, scorer, after),
    objects: objectChanges(versions.from, scorer, after),
    newCellCount: newCells(versions),
  };
}

function byUid(indicators: readonly Indicator[]): Map<string, Indicator> {
  return new Map(indicators.map((indicator) => [indicator.uid, indicator]));
}

function indicatorChanges({ from, to, successors }: Versions): Differences['indicators'] {
  const after = byUid(to.scheme.indicators);
  const kept = new Set(successors.values());
  const old = from.scheme.indicators.flatMap((indicator): Differences['indicators'] => {
    const now = after.get(successors.get(indicator.uid) ?? '');
    if (now === undefined) return [{ change: 'removed', name: indicatorName(indicator), text: '' }];
    const text = changeText(indicator, now);
    return text === '' ? [] : [{ change: 'changed', name: indicatorName(now), text }];
  });
  const added = to.scheme.indicators.filter(({ uid }) => !kept.has(uid));
  return [
    ...old,
    ...added.map((indicator) => ({
      change: 'added' as const,
      name: indicatorName(indicator),
      text: `${pointsText(indicator.maxPoints)}分`,
    })),
  ];
}

function changeText(old: Indicator, now: Indicator): string {
  const parts: string[] = [];
  if (old.maxPoints !== now.maxPoints)
    parts.push(`分值由${pointsText(old.maxPoints)}分改为${pointsText(now.maxPoints)}分`);
  if (old.number !== now.number) parts.push(`序号由${old.number || '空'}改为${now.number || '空'}`);
  if (old.content !== now.content) parts.push('考评内容改写');
  if (old.ruleText !== now.ruleText) parts.push('评分标准改写');
  if (canonicalText(old.rules) !== canonicalText(now.rules)) parts.push('评分规则改动');
  if (canonicalText(old.condition) !== canonicalText(now.condition)) parts.push('适用条件改动');
  if (old.floor !== now.floor || old.notApplicable !== now.notApplicable) parts.push('计分办法改动');
  return parts.join('，');
}

function cellChanges({ from, to, successors }: Versions, before: GroupScorer, after: GroupScorer) {
  type Change = Differences['cells'][number];
  const byIndicator = from.scheme.indicators.map((indicator) => ({
    indicator,
    alike: new Map<string, Change>(),
  }));
  for (const [place, { uid }] of from.objects.entries()) {
    const [old, now] = [before.score(uid).indicators, after.score(uid).indicators];
    for (const { indicator, alike } of byIndicator) {
      const change = changeOf(to, old.get(indicator.uid), now.get(successors.get(indicator.uid) ?? ''));
      if (change === null) continue;
      const key = `${change.before} ${change.after} ${change.note}`;
      const known = alike.get(key);
      if (known === undefined)
        alike.set(key, { indicator: indicatorName(indicator), ...change, places: [place] });
      else known.places.push(place);
    }
  }
  return byIndicator.flatMap(({ alike }) => [...alike.values()]);
}

function changeOf(to: ScoredFrame, old: IndicatorScore | undefined, now: IndicatorScore | undefined) {
  if (old === undefined || isSameCell(old, now)) return null;
  return {
    before: pointsOf(old),
    after: now === undefined ? null : pointsOf(now),
    note: noteOf(to, old, now),
  };
}

function isSameCell(old: IndicatorScore, now: IndicatorScore | undefined): boolean {
  if (now === undefined) return old.status === 'empty';
  return (
    old.status === now.status &&
    isSameFraction(old.score, now.score) &&
    old.bonus === now.bonus &&
    isBeyond(old) === isBeyond(now)
  );
}

/** What was entered lies outside of what the indicator allows. */
function isBeyond({ problems }: IndicatorScore): boolean {
  return problems.some(({ code }) => code === 'directOutOfRange' || code === 'discretionOutOfRange');
}

function pointsOf({ status, points, bonus }: IndicatorScore): number | null {
  return status === 'empty' ? null : points + bonus;
}

function noteOf({ scheme }: ScoredFrame, old: IndicatorScore, now: IndicatorScore | undefined): string {
  if (now === undefined) return `“${scheme.title}”没有这一项了，评分不再计入`;
  if (now.status === 'notApplicable' && old.status !== 'notApplicable') return '按新的条件不适用';
  if (now.status === 'empty') return '评分规则变了，需要重新评分';
  return isBeyond(now) && !isBeyond(old) ? '录入的分数超出新的范围，定稿前要改' : '';
}

function objectChanges(frame: ScoredFrame, before: GroupScorer, after: GroupScorer): Differences['objects'] {
  const names = new Map(frame.objects.map(({ uid, name }) => [uid, name]));
  return after.standings().flatMap((now): Differences['objects'] => {
    const old = before.standing(now.uid);
    const [oldScore, newScore] = [before.score(now.uid), after.score(now.uid)];
    if (isSameTotal(oldScore, newScore) && old.rank === now.rank && old.grade?.name === now.grade?.name)
      return [];
    return [
      {
        objectUid: now.uid,
        name: names.get(now.uid) ?? '',
        before: outcomeOf(oldScore, old),
        after: outcomeOf(newScore, now),
      },
    ];
  });
}

function isSameTotal({ total: old }: ObjectScore, { total: now }: ObjectScore): boolean {
  return old === null || now === null ? old === now : isSameFraction(old, now);
}

function outcomeOf({ totalPoints }: ObjectScore, { grade, rank }: Standing) {
  return { total: totalPoints, grade: grade?.name ?? '', rank };
}

function newCells({ to, successors }: Versions): number {
  const kept = new Set(successors.values());
  const added = to.scheme.indicators.filter(({ uid }) => !kept.has(uid));
  return to.objects.reduce((sum, { inapplicable }) => {
    const without = new Set(inapplicable);
    return sum + added.filter(({ uid }) => !without.has(uid)).length;
  }, 0);
}
