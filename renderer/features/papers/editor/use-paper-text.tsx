import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { PaperDetail } from '#shared/contract/papers.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { isEditable } from '#shared/rules/papers/steps.ts';
import { client } from '#renderer/app/client.ts';
import { type DraftOfPage, useDraft } from '#renderer/app/drafts/use-draft.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { type ConflictField, isEmptyPatch, resolvePatch } from '#renderer/ui/conflict.ts';
import { ConflictDialog } from '#renderer/ui/conflict-dialog.tsx';
import { formatConflict, paperConflicts } from './conflict-fields.ts';
import { type PaperForm, type PaperPatch, patchOf } from './paper-patch.ts';

export type WrittenPaper = PaperDetail & { content: Paper };

export interface PaperText {
  form: PaperForm;
  mayEdit: boolean;
  change: (part: Partial<PaperForm>) => void;
  /** Before leaving and before every step: true once nothing waits any more. */
  save: () => Promise<boolean>;
  saving: boolean;
  isDirty: boolean;
  draft: DraftOfPage;
  /** What the page holds again after a crash. */
  take: (content: string) => void;
  dialog: ReactNode;
}

/**
 * The text of a paper as it is written: kept in the draft at every pause, saved as one operation on leaving and before
 * each step. What another window saves meanwhile comes in as long as nothing is typed here.
 */
export function usePaperText(paper: WrittenPaper): PaperText {
  const stored = formOf(paper);
  const [seen, setSeen] = useState(stored);
  const [form, setForm] = useState(stored);
  const [lastStored, setLastStored] = useState(JSON.stringify(stored));
  const [conflict, setConflict] = useState<{ patch: PaperPatch; fields: ConflictField[] } | null>(null);
  const latest = useRef({ seen: stored, form: stored });
  const draft = useDraft(`papers/${paper.uid}`);
  const mayEdit = useRight('editPapers') && isEditable(paper.status);
  const operation = useOperation(client.papers.save, {
    onProblem(problem, patch) {
      const fields = paperConflicts(problem);
      if (fields.length > 0) setConflict({ patch, fields });
      return fields.length > 0;
    },
  });

  function put(next: { seen: PaperForm; form: PaperForm }): void {
    latest.current = next;
    setSeen(next.seen);
    setForm(next.form);
  }

  const isDirty = patchOf(paper.uid, seen, form) !== null;
  const storedText = JSON.stringify(stored);
  if (storedText !== lastStored) {
    setLastStored(storedText);
    if (!isDirty) {
      setSeen(stored);
      setForm(stored);
    }
  }
  useLayoutEffect(() => {
    latest.current = { seen, form };
  }, [seen, form]);

  function change(part: Partial<PaperForm>): void {
    const next = { ...latest.current.form, ...part };
    put({ seen: latest.current.seen, form: next });
    draft.type(JSON.stringify(latest.current));
  }

  async function send(patch: PaperPatch, sent: PaperForm): Promise<boolean> {
    const { done } = await operation.run(patch);
    if (!done) return false;
    // What was typed while it was on its way stays, over what is stored now.
    put({ seen: sent, form: latest.current.form });
    if (patchOf(paper.uid, sent, latest.current.form) === null) draft.saved();
    return true;
  }

  async function save(): Promise<boolean> {
    const { seen: before, form: now } = latest.current;
    const patch = patchOf(paper.uid, before, now);
    if (patch === null || !mayEdit) return true;
    await draft.flush();
    return send(patch, now);
  }

  const onLeave = useEffectEvent(() => {
    const { seen: before, form: now } = latest.current;
    const patch = patchOf(paper.uid, before, now);
    if (patch === null || !mayEdit) return;
    const context = { operationUid: crypto.randomUUID(), repeat: true };
    // Refused, it stays in the draft and is offered when the paper is opened again.
    void draft.flush().then(() => client.papers.save(patch, { context }).catch(() => undefined));
  });
  useEffect(() => () => onLeave(), []);

  return {
    form,
    mayEdit,
    change,
    save,
    saving: operation.running,
    isDirty,
    draft,
    take(content) {
      // Written by this page, in whatever window; what it began from tells what others changed since.
      put(JSON.parse(content) as { seen: PaperForm; form: PaperForm });
    },
    dialog: conflict !== null && (
      <ConflictDialog
        fields={conflict.fields}
        format={formatConflict}
        onCancel={() => setConflict(null)}
        onResolve={(choices) => {
          setConflict(null);
          const rest = resolvePatch(conflict.patch, conflict.fields, choices);
          const theirs = conflict.fields.filter(({ field }) => choices[field] === 'theirs');
          const kept = Object.fromEntries(theirs.map(({ field, theirs: value }) => [field, value]));
          const resolved = { ...latest.current.form, ...kept };
          put({ seen: { ...latest.current.seen, ...kept }, form: resolved });
          if (isEmptyPatch(rest)) operation.forget();
          else void send(rest, resolved);
        }}
      />
    ),
  };
}

function formOf({ content, seriesUid, copies, scope }: WrittenPaper): PaperForm {
  return { ...content, seriesUid, copies, scope };
}
