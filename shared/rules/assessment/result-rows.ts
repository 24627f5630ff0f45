import type { GroupResultRow, SheetObject } from '../../contract/assessment.ts';
import type { GroupScorer } from '../scoring/group.ts';
import type { ObjectScore } from '../scoring/object.ts';
import type { SchemeSettings } from '../scoring/model.ts';
import { bestGradePlaces, type Standing } from '../scoring/rank.ts';
import type { ScoredFrame } from './group-scores.ts';

/** Results of one group in rank order, as they are shown, exported and fingerprinted. */
export function resultRows(frame: ScoredFrame, scorer: GroupScorer): GroupResultRow[] {
  const objects = new Map(frame.objects.map((object) => [object.uid, object]));
  return scorer.standings().flatMap((standing) => {
    const object = objects.get(standing.uid);
    if (object === undefined) return [];
    const score = scorer.score(standing.uid);
    const quota = quotaText(standing, objects.size, frame.scheme.settings);
    const remarks = [...remarksOf(score), quota, object.remark].filter((text) => text !== '');
    return [rowOf(object, score, standing, remarks.join('；'))];
  });
}

function rowOf(object: SheetObject, score: ObjectScore, standing: Standing, remark: string): GroupResultRow {
  return {
    objectUid: object.uid,
    name: object.name,
    subtotals: score.categories.map(({ points }) => points),
    bonus: score.bonusPoints,
    total: score.totalPoints,
    converted: score.convertedPoints,
    rank: standing.rank,
    grade: standing.grade?.name ?? '',
    remark,
    complete: score.complete,
  };
}

/** What stands behind a total: 未评3项, 一票否决. */
export function remarksOf({ empty, veto, total }: ObjectScore): string[] {
  return [empty > 0 ? `未评${empty}项` : '', total === null ? '没有适用的指标' : '', vetoText(veto)].filter(
    (text) => text !== '',
  );
}

/** Why an object that reached the best grade by points does not hold it; empty where it does. */
export function quotaText(standing: Standing, objects: number, settings: SchemeSettings): string {
  const name = settings.grades[0]?.name ?? '';
  if (!standing.tiedAtQuota) return standing.beyondQuota ? `${name}名额已满` : '';
  return `同分，${name}名额(${bestGradePlaces(objects, settings) ?? 0}个)不够，都不评${name}`;
}

export function vetoText({ effect, cases }: ObjectScore['veto']): string {
  if (effect === null) return '';
  const causes = [...new Set(cases.map(({ rule }) => rule.text.trim()).filter((text) => text !== ''))];
  return causes.length === 0 ? '一票否决' : `一票否决(${causes.join('、')})`;
}

/** Names by grade in the scheme's order; a grade with nobody in it stays, to be printed as 无. */
export function namesByGrade(
  rows: readonly Pick<GroupResultRow, 'grade' | 'name'>[],
  grades: readonly { name: string }[],
): { grade: string; names: string[] }[] {
  return grades.map(({ name }) => ({
    grade: name,
    names: rows.filter((row) => row.grade === name).map((row) => row.name),
  }));
}
