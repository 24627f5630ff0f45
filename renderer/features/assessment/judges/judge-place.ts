import type { GroupFrame, Judge } from '#shared/contract/assessment.ts';
import type { ScoreBook } from '../book/score-book.ts';

/** Whose scores are shown: a user who is a judge begins with the own ones, everybody else with what they come to. */
export function judgeShown(
  { judges }: GroupFrame,
  asked: string | null | undefined,
  userUid: string | null,
): Judge | null {
  const own = judges.find((judge) => judge.userUid !== null && judge.userUid === userUid);
  return asked === undefined ? (own ?? null) : (judges.find(({ uid }) => uid === asked) ?? null);
}

/** One judge enters only his own column. */
export function mayScoreFor(judges: readonly Judge[], judge: Judge, userUid: string | null): boolean {
  if (judge.userUid !== null) return judge.userUid === userUid;
  return judges.every((other) => other.userUid === null || other.userUid !== userUid);
}

/** What the office has marked as not applicable, object by object: a text that changes with it. */
export function marksText(book: ScoreBook): string {
  const { objects, scheme } = book.frame;
  const marks = objects.map(({ uid: objectUid }) =>
    scheme.indicators
      .map(({ uid }) => uid)
      .filter((indicatorUid) => book.entryAt({ objectUid, indicatorUid })?.notApplicable === true),
  );
  return JSON.stringify(marks);
}

/** The frame as a judge scores it: without what does not apply, and without whom he recuses himself from. */
export function frameOfJudge(frame: GroupFrame, { recusals }: Judge, marks: string): GroupFrame {
  const marked = JSON.parse(marks) as string[][];
  const objects = frame.objects
    .map((object, place) => ({
      ...object,
      inapplicable: [...object.inapplicable, ...(marked[place] ?? [])],
    }))
    .filter(({ uid }) => !recusals.includes(uid));
  return { ...frame, objects };
}
