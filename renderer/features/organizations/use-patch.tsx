import { type ReactNode, useState } from 'react';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { type ConflictField, isEmptyPatch, resolvePatch, theirsOf } from '#renderer/ui/conflict.ts';
import { ConflictDialog } from '#renderer/ui/conflict-dialog.tsx';
import { organizationConflicts } from './conflict-fields.ts';
import { useOrganizationsPage } from './use-organizations.ts';

interface Patch {
  base: object;
  set: object;
}

/**
 * Sends a patch; where somebody else changed the same fields meanwhile, both values are shown and the chosen ones
 * sent again.
 */
export function usePatch<Input extends Patch>(
  procedure: Parameters<typeof useOperation<Input, { uid: string }>>[0],
  options: {
    success: string;
    onSaved?: () => void;
    /** What is stored was chosen for these fields. */
    onTheirs?: (values: Readonly<Record<string, unknown>>) => void;
  },
): { save: (patch: Input) => Promise<boolean>; saving: boolean; dialog: ReactNode } {
  const { index, marks } = useOrganizationsPage();
  const [conflict, setConflict] = useState<{ patch: Input; fields: ConflictField[] } | null>(null);
  const operation = useOperation<Input, { uid: string }>(procedure, {
    success: options.success,
    undoable: true,
    onProblem(problem, patch) {
      const fields = organizationConflicts(problem);
      if (fields.length > 0) setConflict({ patch, fields });
      return fields.length > 0;
    },
  });
  const send: (patch: Input) => Promise<{ done: boolean }> = (patch) => operation.run(patch);

  async function save(patch: Input): Promise<boolean> {
    const { done } = await send(patch);
    if (done) options.onSaved?.();
    return done;
  }

  function format({ field }: ConflictField, value: unknown): string {
    if (value === null || value === '') return '(空)';
    if (typeof value !== 'string' && !Array.isArray(value)) return '';
    if (field === 'parentUid') return index.byUid.get(String(value))?.name ?? '已不存在的机构';
    if (!Array.isArray(value)) return value;
    return (
      value.map((mark) => marks.find((each) => each.mark === mark)?.name ?? String(mark)).join('、') || '(空)'
    );
  }

  return {
    save,
    saving: operation.running,
    dialog: conflict !== null && (
      <ConflictDialog
        fields={conflict.fields}
        format={format}
        onCancel={() => setConflict(null)}
        onResolve={(choices) => {
          setConflict(null);
          options.onTheirs?.(theirsOf(conflict.fields, choices));
          const rest = resolvePatch(conflict.patch, conflict.fields, choices);
          if (isEmptyPatch(rest)) operation.forget();
          else void save(rest);
        }}
      />
    ),
  };
}
