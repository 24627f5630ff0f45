import type { NewTaskItem, TextSentence } from '#shared/contract/tasks.ts';
import type { FeedbackCycle } from '#shared/rules/tasks/feedback-cycle.ts';
import type { TaskKind } from '#shared/rules/tasks/model.ts';

/** A task that was read and not yet added: shown in a table where everything can be changed. */
export interface DraftTask {
  key: string;
  title: string;
  content: string;
  leadUids: string[];
  supportingUids: string[];
  dueOn: string | null;
  assignedOn: string | null;
  feedbackCycle: FeedbackCycle;
  kind: TaskKind | null;
  sourceText: string;
  /** What was not understood. */
  problems: readonly string[];
}

/** What holds for all drafts of one paste or text. */
export interface DraftCommon {
  kind: TaskKind;
  assignedOn: string;
  sourceText: string;
  each: boolean;
}

export function itemOf(draft: DraftTask, common: DraftCommon): NewTaskItem {
  return {
    kind: draft.kind ?? common.kind,
    title: draft.title,
    content: draft.content,
    assignedOn: draft.assignedOn ?? common.assignedOn,
    startOn: null,
    dueOn: draft.dueOn,
    feedbackCycle: draft.feedbackCycle,
    sourceText: draft.sourceText === '' ? common.sourceText : draft.sourceText,
    leadUids: draft.leadUids,
    supportingUids: draft.supportingUids,
    each: common.each,
    keep: false,
  };
}

/** After the same text was read anew: a due day that nobody has changed since is the one that is read now. */
export function withDueAnew(
  drafts: readonly DraftTask[],
  before: readonly (readonly TextSentence[])[],
  after: readonly (readonly TextSentence[])[],
): DraftTask[] {
  return drafts.map((draft) => {
    const [paragraph = 0, sentence = 0] = draft.key.split(' ').map(Number);
    const old = before[paragraph]?.[sentence]?.task.dueOn ?? null;
    if (draft.dueOn !== old) return draft;
    return { ...draft, dueOn: after[paragraph]?.[sentence]?.task.dueOn ?? null };
  });
}
