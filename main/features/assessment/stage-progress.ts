import type { assessment as contract, StageProgress } from '#shared/contract/assessment.ts';
import { eachLine } from '#shared/rules/assessment/packed-lines.ts';
import { scoreStages } from '#shared/rules/assessment/stages.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { judgeProgress } from './judges/progress.ts';
import { keysOf, type LoadedGroup, loadGroup } from './load-group.ts';
import { packedScores, scorersOfGroup } from './score-queries.ts';

type Names = 'stageProgress';
type ObjectStages = StageProgress['objects'][number]['stages'];

/** How far each stage has come, object by object, and who entered what. */
export const stageProgressHandlers: Pick<Handlers<typeof contract>, Names> = {
  stageProgress({ groupUid }, { db }) {
    const group = loadGroup(db, groupUid);
    const scorers = Map.groupBy(
      db.all(scorersOfGroup, { groupId: group.row.id }),
      ({ object_uid }) => object_uid,
    );
    const judgesOfObject = judgeProgress(db, group);
    const entered = scoreStages.map((stage) => enteredIndicators(db, group, stage));
    return {
      objects: group.objects.map((object) => {
        const own = scorers.get(object.uid) ?? [];
        const left = new Set(object.inapplicable);
        const wanted = group.scheme.indicators.map(({ uid }) => uid).filter((uid) => !left.has(uid));
        return {
          objectUid: object.uid,
          cellCount: wanted.length,
          stages: scoreStages.map((stage, place): ObjectStages[number] => {
            const scored = entered[place]?.get(object.uid) ?? new Set();
            return {
              stage,
              entered: wanted.filter((uid) => scored.has(uid)).length,
              firstEmpty: wanted.find((uid) => !scored.has(uid)) ?? null,
              firstEntered: wanted.find((uid) => scored.has(uid)) ?? null,
              scorers: own
                .filter((scorer) => scorer.stage === stage)
                .map(({ user_name, count, latest }) => ({ userName: user_name, count, latest })),
            };
          }),
          judges: judgesOfObject(object.uid, wanted),
        };
      }),
    };
  },
};

/** Indicators that have an entry, by object. */
function enteredIndicators(
  db: ReadStore,
  { row }: LoadedGroup,
  stage: (typeof scoreStages)[number],
): Map<string, Set<string>> {
  const keys = keysOf(db, row);
  return new Map(
    db.all(packedScores, { groupId: row.id, stage }).map(({ uid, entries }) => {
      const entered = new Set<string>();
      eachLine(entries.toString(), (key) => void entered.add(keys[key] ?? ''));
      return [uid, entered];
    }),
  );
}
