import type { Indicator } from '#shared/contract/schemes.ts';
import {
  type CollectionDefinition,
  collectedColumn,
  type GivenRow,
} from '#shared/rules/collections/definition.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { CollectedLedger, LedgerScope } from '#main/core/fields/collected-ledger.ts';
import { loadGroup, type LoadedGroup } from '../load-group.ts';
import { marksOfGroup } from '../marks.ts';
import { allPeriods, groupsOfPeriod } from '../queries.ts';
import { landSelfScores } from './land.ts';
import { type ShownScore, shownScores } from './shown-scores.ts';

/** Self scores (自评分): each unit of a group is given the items of the scheme and writes its own points beside them. */

const definition: CollectionDefinition = {
  rows: 'given',
  blankRows: 0,
  columns: [
    collectedColumn('category', '类别', { locked: true }),
    collectedColumn('number', '序号', { locked: true }),
    collectedColumn('content', '考评内容', { locked: true }),
    collectedColumn('points', '分值', { kind: 'decimal', decimals: 3, locked: true }),
    collectedColumn('standard', '评分标准', { locked: true }),
    collectedColumn('score', '自评分', {
      kind: 'decimal',
      decimals: 3,
      min: '0',
      required: true,
      hint: '写得分，不写扣分',
    }),
    collectedColumn('reason', '自评说明', { hint: '没有得满分的，写明原因' }),
  ],
};

const instruction =
  '请对照评分标准逐项自评，“自评分”写实际得分，不写扣分；没有得满分的在“自评说明”里写明原因。';

export function selfScoresOf(groupUid: string): CollectedLedger {
  return {
    key: 'selfScores',
    name: '自评分',
    instruction,
    definition: () => definition,
    rowsOf: ({ db }) => selfScoreRows(loadGroup(db, groupUid), db),
    land: (units, context) => landSelfScores(groupUid, units, context),
  };
}

/** Of periods that are still open, the latest first. */
export function selfScoreGroups({ db }: LedgerScope): { groupUid: string; name: string }[] {
  return db
    .all(allPeriods)
    .filter(({ status }) => status === 'open')
    .flatMap((period) =>
      db
        .all(groupsOfPeriod, { periodId: period.id })
        .map(({ uid, name }) => ({ groupUid: uid, name: `${period.title}自评分(${name})` })),
    );
}

/** Without what does not apply to a unit. */
function selfScoreRows(group: LoadedGroup, db: LedgerScope['db']): ReadonlyMap<string, GivenRow[]> {
  const shown = shownScores(group, db);
  const marks = marksOfGroup(db, group.row.id).map(
    ({ objectId, indicatorUid }) => `${objectId} ${indicatorUid}`,
  );
  const isMarked = new Set(marks);
  return new Map(
    group.objects.map((object) => [
      object.organizationUid,
      group.scheme.indicators
        .filter(({ uid }) => !object.inapplicable.includes(uid) && !isMarked.has(`${object.id} ${uid}`))
        .map((indicator) => rowOf(group, indicator, shown(object.uid, indicator.uid))),
    ]),
  );
}

function rowOf({ scheme }: LoadedGroup, indicator: Indicator, shown: ShownScore): GivenRow {
  const { uid, number, content, maxPoints, ruleText } = indicator;
  const category = scheme.categories.find((each) => each.uid === indicator.categoryUid)?.name ?? '';
  const given = { category, number, content, points: pointsText(maxPoints), standard: ruleText };
  const values = Object.entries({ ...given, ...shown }).filter(([, value]) => value !== '');
  return {
    key: uid,
    values: Object.fromEntries(values),
    ranges: { score: { min: '0', max: pointsText(maxPoints) } },
  };
}
