import type { PaperStatus, PaperStepKind } from '#shared/rules/papers/steps.ts';
import type { WriteContext } from '#main/core/handlers.ts';

interface Step {
  kind: PaperStepKind;
  from: PaperStatus | null;
  to: PaperStatus;
  person?: string;
  opinion?: string;
}

/** Who did what, for 办理过程 and the 发文稿纸. */
export function recordStep(
  { db, now, caller }: Pick<WriteContext, 'db' | 'now' | 'caller'>,
  paperId: number,
  { kind, from, to, person = '', opinion = '' }: Step,
): void {
  db.insert('paper_step', {
    paper_id: paperId,
    kind,
    from_status: from,
    to_status: to,
    at: now,
    user_uid: caller.userUid,
    user_name: caller.userName,
    person,
    opinion,
  });
}
