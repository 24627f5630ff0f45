import type { SheetObject } from '../../contract/assessment.ts';
import type { YearPart, YearRow } from '../../contract/year.ts';
import { type Fraction, roundHalfUp } from '../fraction.ts';
import { rankGroup, type Standing } from '../scoring/rank.ts';
import {
  type PartScore,
  type YearFrame,
  type YearScore,
  type YearSettings,
  yearScore,
} from '../scoring/year.ts';
import { quotaText, vetoText } from './result-rows.ts';

export interface YearInputs {
  parts: readonly YearPart[];
  settings: YearSettings;
  frame: YearFrame;
  objects: readonly Pick<SheetObject, 'uid' | 'organizationUid' | 'name' | 'remark'>[];
  /** Of each part, by organization. */
  scores: readonly ReadonlyMap<string, PartScore | null>[];
}

type YearObject = YearInputs['objects'][number];

/** One object's year, exact. */
export interface YearStanding {
  object: YearObject;
  score: YearScore;
  standing: Standing;
  remark: string;
}

/** The year of one group in rank order. */
export function yearStandings({ parts, settings, frame, objects, scores }: YearInputs): YearStanding[] {
  const known = new Map(
    objects.map((object) => {
      const weighted = parts.map(({ weight }, place) => ({
        weight,
        score: scores[place]?.get(object.organizationUid) ?? null,
      }));
      return [object.uid, { object, score: yearScore(weighted, settings, frame) }];
    }),
  );
  const ranked = [...known].map(([uid, { score }]) => ({
    uid,
    total: score.total,
    complete: score.complete,
    gradeCeiling: score.veto.gradeCeiling,
  }));
  return rankGroup(ranked, frame.settings).flatMap((standing) => {
    const found = known.get(standing.uid);
    if (found === undefined) return [];
    const { object, score } = found;
    const remarks = [
      missingText(parts, score),
      vetoText(score.veto),
      quotaText(standing, objects.length, frame.settings),
      object.remark,
    ];
    return [{ object, score, standing, remark: remarks.filter((text) => text !== '').join('；') }];
  });
}

/** The same as it is shown, each part beside the total. */
export function yearRows(standings: readonly YearStanding[]): YearRow[] {
  return standings.map(({ object, score, standing, remark }) => rowOf(object, score, standing, remark));
}

function rowOf(
  { uid, name }: YearObject,
  score: YearScore,
  { rank, grade }: Standing,
  remark: string,
): YearRow {
  const { effect, deducted } = score.veto;
  return {
    objectUid: uid,
    name,
    parts: score.parts.map(rounded),
    bonus: roundHalfUp(score.bonus),
    veto: effect === null || effect === 'zeroTotal' || deducted === 0 ? null : deducted,
    total: rounded(score.total),
    converted: rounded(score.converted),
    rank,
    grade: grade?.name ?? '',
    remark,
    complete: score.complete,
  };
}

/** 第一季度没有成绩 */
function missingText(parts: readonly YearPart[], score: YearScore): string {
  const missing = parts.filter((_part, place) => score.parts[place] === null).map(({ label }) => label);
  return missing.length === 0 ? '' : `${missing.join('、')}没有成绩`;
}

function rounded(value: Fraction | null): number | null {
  return value === null ? null : roundHalfUp(value);
}
