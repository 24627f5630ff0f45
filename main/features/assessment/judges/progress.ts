import type { JudgeCount } from '#shared/contract/assessment.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { LoadedGroup } from '../load-group.ts';
import { judgedIn } from './problems.ts';
import { typedScores } from './queries.ts';

type JudgesOfObject = (objectUid: string, indicatorUids: readonly string[]) => (JudgeCount | null)[];

/** How far each judge has come with an object; an empty list where nobody judges. */
export function judgeProgress(db: ReadStore, group: LoadedGroup): JudgesOfObject {
  if (group.judges.length === 0) return () => [];
  const judged = judgedIn(db, group);
  const marked = new Set(
    db
      .all(typedScores, { groupId: group.row.id })
      .map(({ object_uid: objectUid, indicator_uid: indicatorUid }) => cellKey({ objectUid, indicatorUid })),
  );
  return (objectUid, indicatorUids) => {
    const wanted = indicatorUids.filter((indicatorUid) => !marked.has(cellKey({ objectUid, indicatorUid })));
    return group.judges.map(({ uid: judgeUid, recusals }) => {
      if (recusals.includes(objectUid)) return null;
      const isScored = (indicatorUid: string): boolean =>
        judged
          .get(cellKey({ objectUid, indicatorUid }))
          ?.parts.some((part) => part.judgeUid === judgeUid && part.said !== null) === true;
      return {
        expected: wanted.length,
        entered: wanted.filter(isScored).length,
        firstEmpty: wanted.find((uid) => !isScored(uid)) ?? null,
        firstEntered: wanted.find(isScored) ?? null,
      };
    });
  };
}
