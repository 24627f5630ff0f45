import { type ReactNode, useState } from 'react';
import { useOperation } from '../app/operations/use-operation.tsx';
import type { Problem } from '../app/problem.ts';
import { type ConflictField, conflictFieldsOf, isEmptyPatch, resolvePatch, theirsOf } from './conflict.ts';
import { ConflictDialog } from './conflict-dialog.tsx';

interface Patch {
  base: object;
  set: object;
}

interface PatchOptions<Output> {
  success: string | ((output: Output) => string);
  /** Chinese names of the fields. */
  labels: Readonly<Record<string, string>>;
  /** A field's value in words; as it is without it. */
  format?: (field: string, value: unknown) => string;
  onSaved?: () => void;
  /** What is stored was chosen for these fields. */
  onTheirs?: (values: Readonly<Record<string, unknown>>) => void;
}

/**
 * Sends a patch; where somebody else changed the same fields meanwhile, both values are shown and the chosen ones
 * are sent again.
 */
export function usePatchWithConflicts<Input extends Patch, Output = { uid: string }>(
  procedure: Parameters<typeof useOperation<Input, Output>>[0],
  { success, labels, format = plainText, onSaved, onTheirs }: PatchOptions<Output>,
): { save: (patch: Input) => void; saving: boolean; dialog: ReactNode } {
  const [conflict, setConflict] = useState<{ patch: Input; fields: ConflictField[] } | null>(null);
  const operation = useOperation<Input, Output>(procedure, {
    success,
    undoable: true,
    onProblem(problem, patch) {
      const fields = labelled(problem, labels);
      if (fields.length > 0) setConflict({ patch, fields });
      return fields.length > 0;
    },
  });

  async function send(patch: Input): Promise<void> {
    const isEmpty = isEmptyPatch(patch);
    // What was typed is as it is stored, or was given up for it: the header has nothing more to say of an earlier try.
    if (isEmpty) operation.forget();
    if (isEmpty || (await operation.run(patch)).done) onSaved?.();
  }
  const save = (patch: Input): void => void send(patch);

  return {
    save,
    saving: operation.running,
    dialog: conflict !== null && (
      <ConflictDialog
        fields={conflict.fields}
        format={({ field }, value) => format(field, value)}
        onCancel={() => setConflict(null)}
        onResolve={(choices) => {
          setConflict(null);
          onTheirs?.(theirsOf(conflict.fields, choices));
          save(resolvePatch(conflict.patch, conflict.fields, choices));
        }}
      />
    ),
  };
}

function labelled({ code, data }: Problem, labels: Readonly<Record<string, string>>): ConflictField[] {
  const { fields } = data;
  if (code !== 'conflict' || !Array.isArray(fields)) return [];
  return conflictFieldsOf({
    fields: fields.map((entry: { field?: unknown }) => ({
      ...entry,
      label: labels[String(entry.field)] ?? String(entry.field),
    })),
  });
}

function plainText(_field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '(空)';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
