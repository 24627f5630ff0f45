import type { WriteContext } from '#main/core/handlers.ts';
import type { PaperRow } from './queries.ts';

/** What another feature does in the same operation when a paper made for something of its own is issued. */
type IssueHook = (context: WriteContext, subjectUid: string, day: string) => void;

const hooks = new Map<string, IssueHook>();

/** To be called once, where the feature is put together. @param subjectKind of the papers that it means */
export function onPaperIssued(subjectKind: string, hook: IssueHook): void {
  if (hooks.has(subjectKind)) throw new Error(`papers for ${subjectKind} are listened for twice`);
  hooks.set(subjectKind, hook);
}

export function tellIssued(context: WriteContext, row: PaperRow, day: string): void {
  if (row.subject_kind === null || row.subject_uid === null) return;
  hooks.get(row.subject_kind)?.(context, row.subject_uid, day);
}
