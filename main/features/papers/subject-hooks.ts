import type { Paper } from '#shared/rules/papers/model.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { PaperRow } from './queries.ts';

/* What another feature has to say of the papers that were made for something of its own. */

interface SubjectHooks {
  /** What keeps such a paper from being signed, in words that say what to do. */
  problems?: (db: ReadStore, subjectUid: string, paper: Paper) => string[];
  /** Done in the operation that issues such a paper. */
  issued?: (context: WriteContext, subjectUid: string, day: string) => void;
}

const hooks = new Map<string, SubjectHooks>();

/** To be called once, where the feature is put together. @param subjectKind of the papers that it means */
export function onPapersOf(subjectKind: string, ofSubject: SubjectHooks): void {
  if (hooks.has(subjectKind)) throw new Error(`papers for ${subjectKind} are listened for twice`);
  hooks.set(subjectKind, ofSubject);
}

type Subject = Pick<PaperRow, 'subject_kind' | 'subject_uid'>;

export function subjectProblems(db: ReadStore, subject: Subject, paper: Paper): string[] {
  const { subject_kind: kind, subject_uid: uid } = subject;
  return kind === null || uid === null ? [] : (hooks.get(kind)?.problems?.(db, uid, paper) ?? []);
}

export function tellIssued(context: WriteContext, subject: Subject, day: string): void {
  const { subject_kind: kind, subject_uid: uid } = subject;
  if (kind !== null && uid !== null) hooks.get(kind)?.issued?.(context, uid, day);
}
